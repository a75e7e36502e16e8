import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import { openDocument } from '../graph/open-document';
import type { JsonObject } from '../lib/json';
import type { ModelValue } from '../models/model';
import { readModelFile, writeModelFile } from '../models/model-file';
import { catalog } from '../nodes/catalog';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { predictRawRows } from '../serving/predict-raw-rows';
import { cellText } from '../table/cells';
import { columnNamed } from '../table/columns';
import { emptyHost } from '../testing/engine/fake-kinds';
import { createEngine } from './engine';
import type { Host } from './host';
import { indexKinds } from './kinds';
import { planKeys, planRun } from './plan';
import { recipeReplayer } from './run-node';

const host: Host = { ...emptyHost, readAsset: (path) => readFile(new URL(`../../public/${path}`, import.meta.url)) };
const kinds = indexKinds(specs, runners);

/** Sample → split → scale → the trainer → evaluate. */
function trained(kind: string, params: JsonObject = {}, sample = 'iris'): PipelineDocument {
  const node = (id: string, of: string, given: JsonObject = {}) => ({
    id,
    kind: of,
    label: '',
    params: given,
    position: { x: 0, y: 0 },
    mode: 'on' as const,
  });
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: 'test',
    description: '',
    seed: 42,
    nodes: [
      node('sample', 'ingest.sample', { name: sample }),
      node('split', 'prepare.split'),
      node('scale', 'prepare.scale'),
      node('model', kind, params),
      node('eval', 'train.evaluate'),
    ],
    edges: [
      { from: 'sample.table', to: 'split.table' },
      { from: 'split.table', to: 'scale.table' },
      { from: 'scale.table', to: 'model.table' },
      { from: 'model.model', to: 'eval.model' },
      { from: 'scale.table', to: 'eval.table' },
    ],
    notes: [],
  };
}

async function run(document: PipelineDocument) {
  const engine = createEngine({ kinds, host });
  const { signal } = new AbortController();
  const report = await engine.run({ runId: 'r', document, backend: 'cpu', signal, emit: () => undefined });
  return { engine, report };
}

async function modelOf({ engine, report }: Awaited<ReturnType<typeof run>>): Promise<ModelValue> {
  const value = (await engine.result(report.nodes.model?.key ?? ''))?.outputs.model;
  if (value?.type !== 'model') throw new Error(`no model: ${JSON.stringify(report.nodes)}`);
  return value.model;
}

const flowers = [
  { 'sepal length (cm)': '5.1', 'sepal width (cm)': '3.5', 'petal length (cm)': '1.4', 'petal width (cm)': '0.2' },
  { 'sepal length (cm)': '6.3', 'sepal width (cm)': '2.8', 'petal length (cm)': '5.1', 'petal width (cm)': '1.5' },
];

describe('with the real kinds', () => {
  it('the same document gives the same metrics to the bit in two runs of two engines', async () => {
    const document = trained('train.dense', { epochs: 4, hidden: [8], dropout: 0.2 });
    const [one, other] = [await run(document), await run(document)];
    expect(one.report.status).toBe('completed');
    expect(one.report.nodes.eval?.metrics).toEqual(other.report.nodes.eval?.metrics);
    expect(one.report.nodes.eval?.metrics?.accuracy).toBeTypeOf('number');
    expect(one.report.backend).toBe('cpu');
  });

  it('a model saved, loaded elsewhere and given raw rows predicts the same to the bit', async () => {
    const model = await modelOf(await run(trained('train.dense', { epochs: 3, hidden: [8], batchNorm: true })));
    const loaded = readModelFile(writeModelFile(model));
    const context = {
      backend: 'cpu',
      signal: new AbortController().signal,
      ...recipeReplayer(kinds),
    } as const;
    const before = await predictRawRows(model, flowers, context);
    expect(before.flatMap((row) => ('answer' in row ? [row.answer.probabilities?.length] : []))).toEqual([3, 3]);
    expect(await predictRawRows(loaded, flowers, context)).toEqual(before);
    expect(loaded).toEqual(model);
  });

  it('a saved regression model keeps the scale of its target', async () => {
    const model = await modelOf(await run(trained('train.linear', { epochs: 2 }, 'diabetes_progression')));
    expect(model.target.scale?.sd).toBeGreaterThan(1);
    expect(readModelFile(writeModelFile(model)).target).toEqual(model.target);
  });

  it('a threshold that Evaluate of version 1 measured with is obeyed by whoever answers', async () => {
    const line = trained('train.linear', { epochs: 5 }, 'breast_cancer');
    const predict = {
      id: 'predict',
      kind: 'serve.predict',
      label: '',
      params: {},
      position: { x: 0, y: 0 },
      mode: 'on',
    };
    const source = JSON.stringify({
      ...line,
      version: 1,
      nodes: [
        ...line.nodes.map((node) => (node.id === 'eval' ? { ...node, params: { threshold: 0.95 } } : node)),
        predict,
      ],
      edges: [
        ...line.edges,
        { from: 'model.model', to: 'predict.model' },
        { from: 'sample.table', to: 'predict.table' },
      ],
    });
    const opened = openDocument(source, catalog);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { engine, report } = await run(opened.document);
    const saidBy = async (id: string): Promise<readonly (string | null)[]> => {
      const value = (await engine.result(report.nodes[id]?.key ?? ''))?.outputs.predictions;
      if (value?.type !== 'table') throw new Error(`no predictions: ${JSON.stringify(report.nodes)}`);
      const column = columnNamed(value.table, 'predicted');
      return Array.from({ length: value.table.rows }, (_, row) => cellText(column, row));
    };
    const [evaluated, predicted] = [await saidBy('eval'), await saidBy('predict')];
    expect(predicted).toEqual(evaluated);
    const usual = await run(line);
    expect(report.nodes.eval?.metrics?.accuracy).not.toBe(usual.report.nodes.eval?.metrics?.accuracy);
  });
});

describe('another backend', () => {
  it('asks again for what networks compute alone: a loop ingests and prepares nothing anew', async () => {
    const file = await readFile(new URL('../../public/templates/sudden-drift.json', import.meta.url), 'utf8');
    const opened = openDocument(file, kinds.catalog);
    if (!opened.ok) throw new Error('the template does not open');
    const { document } = opened;
    const [cpu, wasm] = (['cpu', 'wasm'] as const).map((backend) =>
      planKeys(planRun(kinds.catalog.compile(document), kinds, { backend })),
    );
    const same = document.nodes.map(({ id }) => id).filter((id) => cpu?.[id] === wasm?.[id]);
    expect(same).toEqual(['data1', 'split1', 'missing1', 'encode1', 'scale1', 'stream1', 'performance1']);
  });

  it('a pipeline whose preparation stands in a group runs as what is within', async () => {
    const plain = trained('train.linear', { epochs: 2 });
    const within = new Set(['split', 'scale']);
    const at = { label: '', params: {}, position: { x: 0, y: 0 }, mode: 'on' as const };
    const grouped: PipelineDocument = {
      ...plain,
      nodes: [
        ...plain.nodes.filter(({ id }) => !within.has(id)),
        {
          id: 'prepare',
          kind: 'group',
          ...at,
          group: {
            nodes: plain.nodes.filter(({ id }) => within.has(id)),
            edges: [{ from: 'split.table', to: 'scale.table' }],
            notes: [],
            inputs: [{ name: 'raw', end: 'split.table' }],
            outputs: [{ name: 'ready', end: 'scale.table' }],
            parameters: [],
          },
        },
      ],
      edges: [
        { from: 'sample.table', to: 'prepare.raw' },
        { from: 'prepare.ready', to: 'model.table' },
        { from: 'model.model', to: 'eval.model' },
        { from: 'prepare.ready', to: 'eval.table' },
      ],
    };
    const { report } = await run(grouped);
    expect(report.status).toBe('completed');
    expect(Object.keys(report.nodes).sort()).toEqual(['eval', 'model', 'prepare/scale', 'prepare/split', 'sample']);
    expect(report.nodes.eval?.metrics?.accuracy).toBeTypeOf('number');
    const opened = openDocument(JSON.stringify(grouped), catalog);
    expect(opened.problems).toEqual([]);
  });
});
