import { describe, expect, it } from 'vitest';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { catalog } from './catalog';
import { checkPipeline } from './check-pipeline';

/** A document with every fault that wires can have, under ids that no sentence has by chance. */
const faulty = exampleDocument(
  [
    exampleNode('qq1', 'ingest.synthetic', { mode: 'off' }),
    exampleNode('qq2', 'prepare.scale'),
    exampleNode('qq3', 'prepare.missing', { label: 'Fill' }),
    exampleNode('qq4', 'train.dense'),
    exampleNode('qq5', 'train.evaluate'),
    exampleNode('qq6', 'retrain.monitor'),
    exampleNode('qq7', 'ingest.sample'),
  ],
  [
    ...exampleWires('qq1.table > qq2.table', 'qq7.table > qq2.table', 'qq7.table > qq2.table'),
    ...exampleWires('qq2.table > qq3.table', 'qq3.table > qq2.table', 'qq7.table > qq5.model', 'qq7.table > qq4.rows'),
    ...exampleWires('qq4.model > qq6.predictions', 'qq7.nothing > qq5.table', 'qq7.table > gone.table'),
  ],
);

describe('sentences about a document', () => {
  const { problems } = checkPipeline(catalog.compile(faulty));

  it('are of every fault of its wires', () => {
    const codes = [
      'cycle',
      'dangling-wire',
      'duplicate-wire',
      'input-taken',
      'port-not-found',
      'wire-type',
      'source-off',
    ];
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  it('call nodes by their labels or by what their kinds are called, never by ids of nodes, ports or kinds', () => {
    const said = problems.flatMap(({ message, hint }) => [message.en, message.ko, hint.en, hint.ko]);
    expect(said.filter((sentence) => /qq\d|\b(?:ingest|prepare|train|retrain|serve)\.\w/.test(sentence))).toEqual([]);
    expect(said.some((sentence) => sentence.includes('“Fill”'))).toBe(true);
  });
});
