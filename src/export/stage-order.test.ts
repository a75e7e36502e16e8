import { describe, expect, it } from 'vitest';
import { STAGES } from '../graph/kind-shape';
import { catalog } from '../nodes/catalog';
import { writtenProgram } from '../testing/export/example-programs';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { notebookOf } from './notebook';
import { scriptOf } from './script';
import { inStages } from './stage-order';

const ordered = (document: Parameters<typeof catalog.compile>[0]) =>
  inStages(catalog.compile(document)).map(({ node, stage }) => `${stage} ${node.id}`);

const headingsIn = (source: string): readonly (string | undefined)[] =>
  [...source.matchAll(/# (\d)\. /g)].map(([, number]) => STAGES[Number(number) - 1]);

describe('the order in which nodes are written', () => {
  it('is that of the stages, however the branches lie', () => {
    const document = exampleDocument(
      [
        exampleNode('one', 'ingest.sample', { params: { name: 'wine' } }),
        exampleNode('scaled', 'prepare.scale'),
        exampleNode('knn', 'train.neighbours'),
        exampleNode('other', 'ingest.sample', { params: { name: 'iris' } }),
        exampleNode('bayes', 'train.bayes'),
        exampleNode('parts', 'prepare.split'),
      ],
      exampleWires(
        'one.table > scaled.table',
        'scaled.table > knn.table',
        'other.table > parts.table',
        'parts.table > bayes.table',
      ),
    );
    const found = ordered(document);
    expect(found.map((each) => each.split(' ')[0])).toEqual([
      'ingest',
      'ingest',
      'prepare',
      'prepare',
      'train',
      'train',
    ]);
    expect(found.slice(0, 2).sort()).toEqual(['ingest one', 'ingest other']);
  });

  it('lets what prepares answers of a model stand where it is asked, behind it', () => {
    const document = exampleDocument(
      [
        exampleNode('rows', 'ingest.sample', { params: { name: 'wine' } }),
        exampleNode('first', 'train.neighbours'),
        exampleNode('ask', 'serve.predict'),
        exampleNode('chosen', 'prepare.columns'),
        exampleNode('second', 'train.bayes'),
      ],
      exampleWires(
        'rows.table > first.table',
        'first.model > ask.model',
        'rows.table > ask.table',
        'ask.predictions > chosen.table',
        'chosen.table > second.table',
      ),
    );
    expect(ordered(document)).toEqual(['ingest rows', 'train first', 'serve ask', 'serve chosen', 'serve second']);
  });

  it('puts the history of a stream where it is first used', () => {
    expect(ordered(streamed(true))).toEqual(['ingest rows', 'prepare stream', 'prepare scale']);
  });

  it('keeps the stream with the loop where nobody uses its history, under one heading', () => {
    const document = streamed(false);
    expect(ordered(document)).toEqual(['ingest rows', 'prepare scale', 'retrain stream']);
    const program = writtenProgram(document);
    expect(program.loop).toHaveLength(1);
    for (const source of [scriptOf(program, 'en'), notebookOf(program, 'en')])
      expect(headingsIn(source)).toEqual(['ingest', 'prepare', 'retrain']);
  });
});

const streamed = (used: boolean) =>
  exampleDocument(
    [
      exampleNode('rows', 'ingest.sample', { params: { name: 'wine' } }),
      exampleNode('stream', 'retrain.stream'),
      exampleNode('scale', 'prepare.scale'),
    ],
    exampleWires('rows.table > stream.table', used ? 'stream.table > scale.table' : 'rows.table > scale.table'),
  );
