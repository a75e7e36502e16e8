import { describe, expect, it } from 'vitest';
import { applyEdit } from '../graph/apply-edit';
import type { PipelineDocument } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { boxOf, overlaps } from '../graph/geometry';
import type { JsonObject } from '../lib/json';
import { catalog } from './catalog';
import { checkPipeline } from './check-pipeline';
import { mendEdit } from './mend-edit';

const KINDS: Readonly<Record<string, string>> = {
  data: 'ingest.sample',
  columns: 'prepare.columns',
  missing: 'prepare.missing',
  scale: 'prepare.scale',
  split: 'prepare.split',
  linear: 'train.linear',
  dense: 'train.dense',
  evaluate: 'train.evaluate',
  predict: 'serve.predict',
};

/** A pipeline of these nodes, named as above, with wires written `a.table > b.table`. */
function pipeline(sample: string, ...wires: readonly string[]): PipelineDocument {
  const edges = wires.map((wire) => {
    const [from = '', to = ''] = wire.split(' > ');
    return { from, to };
  });
  const ids = [
    ...new Set(['data', ...edges.flatMap(({ from, to }) => [from, to].map((end) => end.split('.')[0] ?? ''))]),
  ];
  const set: Readonly<Record<string, JsonObject>> = {
    data: { name: sample },
    columns: sample === 'iris' ? {} : { settings: { sex: { type: 'category' } } },
  };
  return {
    ...emptyDocument(),
    nodes: ids.map((id, k) => ({
      ...{ id, kind: KINDS[id] ?? '', label: '', params: set[id] ?? {}, mode: 'on' as const },
      position: { x: 320 * k, y: 0 },
    })),
    edges,
  };
}

/** The document once the remedy of a problem has been clicked, with its problem. */
function mended(document: PipelineDocument, code: string, id: string): PipelineDocument | null {
  const { problems, schemas } = checkPipeline(catalog.compile(document));
  const problem = problems.find((one) => one.code === code && one.nodeId === id);
  if (problem?.mend === undefined) throw new Error(`${code} of ${id} has no remedy`);
  const edit = mendEdit(document, catalog, id, problem.mend, schemas);
  return edit === null ? null : applyEdit(document, edit, catalog);
}
const wires = (document: PipelineDocument | null) => document?.edges.map(({ from, to }) => `${from} > ${to}`);
const codes = (document: PipelineDocument | null) =>
  document === null ? [] : checkPipeline(catalog.compile(document)).problems.map(({ code }) => code);

describe('an input that nothing comes to', () => {
  it('is wired to what is nearest before its node', () => {
    const open = pipeline(
      'iris',
      'data.table > split.table',
      'split.table > linear.table',
      'linear.model > evaluate.model',
    );
    const after = mended(open, 'input-not-connected', 'evaluate');
    expect(wires(after)).toContain('split.table > evaluate.table');
    expect(codes(after)).not.toContain('input-not-connected');
  });

  it('is wired to the only output that fits, and to none where there are several', () => {
    const alone = pipeline('iris', 'data.table > split.table');
    const loose = { ...alone, edges: [] };
    expect(wires(mended(loose, 'input-not-connected', 'split'))).toEqual(['data.table > split.table']);
    const two = pipeline('iris', 'data.table > split.table', 'split.table > scale.table', 'data.table > linear.table');
    const several = { ...two, edges: two.edges.slice(0, 2) };
    expect(mended(several, 'input-not-connected', 'linear')).toBeNull();
  });
});

describe('a table that is not split', () => {
  it('is split before every step that learns from its rows, for all that read it', () => {
    const document = pipeline(
      'iris',
      ...['data.table > columns.table', 'columns.table > missing.table', 'missing.table > scale.table'],
      ...['scale.table > linear.table', 'linear.model > evaluate.model', 'scale.table > evaluate.table'],
    );
    const after = mended(document, 'no-test-part', 'evaluate');
    const split = after?.nodes.find(({ kind }) => kind === 'prepare.split');
    expect(wires(after)).toEqual(
      expect.arrayContaining([`columns.table > ${split?.id}.table`, `${split?.id}.table > missing.table`]),
    );
    expect(wires(after)).not.toContain('columns.table > missing.table');
    expect(codes(after)).toEqual([]);
    const boxes = after?.nodes.map(({ position }) => boxOf(position)) ?? [];
    expect(boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlaps(a, b, 0)))).toEqual([]);
  });
});

describe('words before a model that reads numbers', () => {
  it('are encoded for it and for whatever else learns from them or is measured on them, not where a row is asked', () => {
    const document = pipeline(
      'diabetes_progression',
      'data.table > columns.table',
      ...['columns.table > split.table', 'split.table > linear.table', 'split.table > dense.table'],
      ...['linear.model > evaluate.model', 'split.table > evaluate.table'],
      ...['linear.model > predict.model', 'split.table > predict.table'],
    );
    const after = mended(document, 'column-not-numeric', 'linear');
    const encode = after?.nodes.find(({ kind }) => kind === 'prepare.encode')?.id;
    expect(wires(after)).toEqual(
      expect.arrayContaining(
        [`split.table > ${encode}.table`].concat(
          ['linear', 'dense', 'evaluate'].map((id) => `${encode}.table > ${id}.table`),
          'split.table > predict.table',
        ),
      ),
    );
    expect(codes(after)).not.toContain('column-not-numeric');
  });
});
