import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { catalog } from '../nodes/catalog';
import { checkPipeline, type SchemasByNode } from '../nodes/check-pipeline';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { emptyHost } from '../testing/engine/fake-kinds';
import { exampleNode } from '../testing/graph/example-catalog';
import { createEngine } from './engine';
import type { EngineEvent } from './events';
import { indexKinds } from './kinds';

const csv = [
  'x,colour,y',
  ...Array.from({ length: 60 }, (_, i) => `${i % 7 === 0 ? '' : i},${i % 3 ? 'red' : 'blue'},${i % 2 ? 'a' : 'b'}`),
].join('\n');
const host = { ...emptyHost, readFile: async () => new TextEncoder().encode(csv) };
const file = { name: 'data.csv', hash: 'a'.repeat(64), bytes: csv.length };

const KINDS: Readonly<Record<string, string>> = {
  file: 'ingest.file',
  columns: 'prepare.columns',
  fill: 'prepare.missing',
  encode: 'prepare.encode',
  scale: 'prepare.scale',
  split: 'prepare.split',
  model: 'train.linear',
  eval: 'train.evaluate',
};

/** From a file through these steps to a model and its evaluation. */
function chain(...steps: readonly string[]): PipelineDocument {
  const ids = ['file', 'columns', ...steps, 'model'];
  const params = { file: { file }, columns: { target: 'y' }, model: { epochs: 2 } };
  const last = steps.at(-1) ?? '';
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: '',
    description: '',
    seed: 1,
    nodes: [...ids, 'eval'].map((id) => ({
      id,
      kind: KINDS[id] ?? '',
      label: '',
      params: Object.entries(params).find(([name]) => name === id)?.[1] ?? {},
      position: { x: 0, y: 0 },
      mode: 'on' as const,
    })),
    edges: [
      ...ids.slice(1).map((to, i) => ({ from: `${ids[i]}.table`, to: `${to}.table` })),
      { from: `${last}.table`, to: 'eval.table' },
      { from: 'model.model', to: 'eval.model' },
    ],
    notes: [],
  };
}

async function run(document: PipelineDocument) {
  const events: EngineEvent[] = [];
  const engine = createEngine({ kinds: indexKinds(specs, runners), host });
  const { signal } = new AbortController();
  const report = await engine.run({ runId: 'r', document, backend: 'cpu', signal, emit: (e) => events.push(e) });
  expect(report.status).toBe('completed');
  const known: SchemasByNode = Object.fromEntries(
    events.flatMap((event) =>
      event.type === 'nodeCompleted'
        ? [[event.nodeId, Object.fromEntries(Object.entries(event.outputs).map(([p, { schema }]) => [p, schema]))]]
        : [],
    ),
  );
  return { report, known };
}

const LEAKS = ['leakage', 'leaked-figures', 'other-split'];
const leaky = (document: PipelineDocument, known?: SchemasByNode): string[] =>
  checkPipeline(catalog.compile(document), known)
    .problems.filter(({ code }) => LEAKS.includes(code))
    .map(({ nodeId }) => nodeId ?? '')
    .sort();

describe('steps that learn before a split, from a file', () => {
  const document = chain('fill', 'encode', 'scale', 'split');
  const nodes = ['encode', 'eval', 'fill', 'scale', 'split'];

  it('are warned of before the file has been read', () => {
    expect(leaky(document)).toEqual(nodes);
  });

  it('are not told of figures that are not there before anything has run', async () => {
    const said = (of: PipelineDocument): readonly string[] =>
      checkPipeline(catalog.compile(of)).problems.map(({ message }) => message.en);
    const evaluation = said(document).find((sentence) => sentence.includes('look better'));
    expect(evaluation).toMatch(/^Figures measured here look better than they are/);
    for (const sentence of said(document)) expect(sentence).not.toMatch(/These figures|have learned/);
  });

  it('are warned of as much once everything has run, and the report says so', async () => {
    const { report, known } = await run(document);
    expect(leaky(document, known)).toEqual(nodes);
    const said = Object.entries(report.nodes)
      .filter(([, { warnings = [] }]) => warnings.some(({ code }) => LEAKS.includes(code)))
      .map(([id]) => id);
    expect(said.sort()).toEqual(nodes);
  });

  it('are warned of whichever part of the pipeline has run', async () => {
    const { known } = await run(document);
    for (const id of Object.keys(known)) expect(leaky(document, { [id]: known[id] ?? {} })).toEqual(nodes);
  });

  it('are not warned of behind the split, before or after a run', async () => {
    const right = chain('split', 'fill', 'encode', 'scale');
    expect(leaky(right)).toEqual([]);
    const { report, known } = await run(right);
    expect(leaky(right, known)).toEqual([]);
    expect(Object.values(report.nodes).flatMap(({ warnings = [] }) => warnings)).toEqual([]);
  });

  it('are not warned of where the file turns out to have nothing that they learn from', async () => {
    const idle = chain('fill', 'encode', 'scale', 'split');
    const none = {
      ...idle,
      nodes: idle.nodes.map((n) => (n.id === 'fill' ? { ...n, params: { method: 'drop' } } : n)),
    };
    const { known } = await run(none);
    expect(leaky(none, known)).not.toContain('fill');
  });
});

describe('a model and its evaluation', () => {
  const base = chain('split', 'fill', 'encode', 'scale');
  const node = (id: string, kind: string, params = {}, mode: PipelineNode['mode'] = 'on') =>
    exampleNode(id, kind, { params, mode });
  /** The evaluation reads its own chain of these nodes, from `start` on. */
  const measuredBehind = (start: string, nodes: readonly PipelineNode[], trained = base): PipelineDocument => ({
    ...trained,
    nodes: [...trained.nodes, ...nodes],
    edges: [
      ...trained.edges.filter(({ to }) => to !== 'eval.table'),
      ...[start, ...nodes.map(({ id }) => id)].map((from, i, ids) => ({
        from: `${from}.table`,
        to: `${ids[i + 1] ?? 'eval'}.table`,
      })),
    ],
  });
  const prepared = [
    node('fill2', 'prepare.missing'),
    node('encode2', 'prepare.encode'),
    node('scale2', 'prepare.scale'),
  ];
  const drawn = [node('split2', 'prepare.split'), ...prepared];
  const byTime = node('split2', 'prepare.split', { method: 'time', timeColumn: 'x' });

  it('on another split of the same rows are warned of, before a run, after it and in the report', async () => {
    const document = measuredBehind('columns', drawn);
    expect(leaky(document)).toEqual(['eval']);
    const { report, known } = await run(document);
    expect(leaky(document, known)).toEqual(['eval']);
    expect(report.nodes.eval?.warnings).toMatchObject([{ code: 'other-split' }]);
  });

  it('are warned of where the training had no split at all', () => {
    expect(leaky(measuredBehind('columns', drawn, chain('fill', 'encode', 'scale')))).toEqual(['eval']);
  });

  const others = [node('columns2', 'prepare.columns', { target: 'y' }), ...drawn];
  const onOthers = measuredBehind('other', others);
  it.each([
    ['the same split', measuredBehind('split', prepared)],
    [
      'a second split that is bypassed',
      measuredBehind('split', [node('split2', 'prepare.split', {}, 'bypassed'), ...prepared]),
    ],
    ['other rows', { ...onOthers, nodes: [...onOthers.nodes, node('other', 'ingest.file', { file })] }],
    [
      'the same parts by time',
      measuredBehind('columns', [byTime, ...prepared], {
        ...base,
        nodes: base.nodes.map((each) => (each.id === 'split' ? { ...byTime, id: 'split' } : each)),
      }),
    ],
  ])('on %s are not', (_what, document) => {
    expect(leaky(document)).toEqual([]);
  });
});
