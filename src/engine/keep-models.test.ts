import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { createMemoryBlobs } from '../lib/blob-store';
import type { JsonObject } from '../lib/json';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { createRegistry } from '../registry/create-registry';
import { emptyHost } from '../testing/engine/fake-kinds';
import { createEngine } from './engine';
import type { Host } from './host';
import { watchTraining } from './keep-models';
import { indexKinds } from './kinds';

const host: Host = { ...emptyHost, readAsset: (path) => readFile(new URL(`../../public/${path}`, import.meta.url)) };
const kinds = indexKinds(specs, runners);
const node = (id: string, kind: string, params: JsonObject = {}, label = ''): PipelineNode => ({
  id,
  kind,
  label,
  params,
  position: { x: 0, y: 0 },
  mode: 'on',
});

function iris(change: Partial<PipelineDocument> = {}, more: readonly PipelineNode[] = []): PipelineDocument {
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: 'Iris',
    description: '',
    seed: 42,
    nodes: [
      node('sample', 'ingest.sample', { name: 'iris' }),
      node('split', 'prepare.split'),
      node('scale', 'prepare.scale'),
      node('model', 'train.dense', { epochs: 3, hidden: [4] }),
      ...more,
    ],
    edges: [
      { from: 'sample.table', to: 'split.table' },
      { from: 'split.table', to: 'scale.table' },
      { from: 'scale.table', to: 'model.table' },
      ...(more.some(({ id }) => id === 'eval')
        ? [
            { from: 'model.model', to: 'eval.model' },
            { from: 'scale.table', to: 'eval.table' },
          ]
        : []),
    ],
    notes: [],
    ...change,
  };
}

/** An engine whose every run keeps what it trains. */
function keeping() {
  const registry = createRegistry(createMemoryBlobs(), { now: () => '2026-01-01T00:00:00.000Z' });
  const engine = createEngine({ kinds, host });
  const { signal } = new AbortController();
  const run = async (document: PipelineDocument) => {
    const watch = watchTraining(kinds.catalog.compile(document), { engine, registry });
    const report = await engine.run({ runId: 'r', document, backend: 'cpu', signal, emit: watch.see });
    return watch.keep(report, (nodeId, cause) => {
      throw new Error(nodeId, { cause });
    });
  };
  return { registry, run };
}

describe('models that a run trains', () => {
  it('are kept as candidates with where they come from and what their evaluation found', async () => {
    const { run } = keeping();
    const [version] = await run(iris({}, [node('eval', 'train.evaluate')]));
    expect(version).toMatchObject({
      line: 'Iris',
      number: 1,
      stage: 'candidate',
      task: 'multiclass',
      target: 'species',
      metrics: { accuracy: expect.any(Number), macroF1: expect.any(Number) },
      lineage: {
        pipeline: { name: 'Iris', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        nodeId: 'model',
        dataHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        seed: 42,
        backend: 'cpu',
        steps: ['prepare.scale'],
        madeBy: 'pipeline',
        parent: null,
      },
    });
    expect(Object.values(version?.metrics ?? {}).every((value) => value === null || Number.isFinite(value))).toBe(true);
  });

  it('show the curves’ figures where nothing evaluated them', async () => {
    const [version] = await keeping().run(iris());
    expect(Object.keys(version?.metrics ?? {}).sort()).toEqual(['validationAccuracy', 'validationLoss']);
  });

  it('are kept once: what is only recalled is not new', async () => {
    const { registry, run } = keeping();
    await run(iris());
    expect(await run(iris())).toEqual([]);
    expect(await registry.list()).toHaveLength(1);
  });

  it('say by their hashes whether the pipeline, the data or only the seed was another', async () => {
    const { run } = keeping();
    const moved = { ...iris(), name: 'Irises', nodes: iris().nodes.toReversed() };
    const [one] = await run(iris());
    const [seeded] = await run({ ...moved, seed: 7 });
    const [longer] = await run({
      ...iris(),
      nodes: iris().nodes.map((n) => (n.id === 'model' ? { ...n, params: { epochs: 4, hidden: [4] } } : n)),
    });
    if (one === undefined || seeded === undefined || longer === undefined) throw new Error('three were trained');
    expect(seeded.lineage).toMatchObject({ seed: 7, pipeline: { hash: one.lineage.pipeline.hash } });
    expect(seeded.id).not.toBe(one.id);
    expect(longer.lineage.pipeline.hash).not.toBe(one.lineage.pipeline.hash);
    expect(longer.lineage.dataHash).toBe(one.lineage.dataHash);
    expect(longer.number).toBe(2);
  });

  it('stand in lines of their own where a pipeline trains several', async () => {
    const twins = iris({}, [node('other', 'train.linear', { epochs: 2 }, 'Linear')]);
    const kept = await keeping().run({ ...twins, edges: [...twins.edges, { from: 'scale.table', to: 'other.table' }] });
    expect(kept.map(({ line }) => line).sort()).toEqual(['Iris / Linear', 'Iris / model']);
  });

  it('stay in their line when a saved model is put onto the canvas, or a trainer that is off or let through', async () => {
    const more = [
      node('saved', 'train.saved'),
      { ...node('off', 'train.linear'), mode: 'off' as const },
      { ...node('through', 'train.linear'), mode: 'bypassed' as const },
    ];
    const kept = await keeping().run(iris({}, more));
    expect(kept.map(({ line }) => line)).toEqual(['Iris']);
  });

  it('take the figures of an evaluation that they reach through a bypassed node, and none of one that is off', async () => {
    const document = iris({}, [
      { ...node('deploy', 'serve.deploy'), mode: 'bypassed' },
      node('eval', 'train.evaluate'),
    ]);
    const edges = document.edges.map(({ from, to }) =>
      to === 'eval.model' ? { from: 'deploy.model', to } : { from, to },
    );
    const through = { ...document, edges: [...edges, { from: 'model.model', to: 'deploy.model' }] };
    const [version] = await keeping().run(through);
    expect(version?.metrics).toMatchObject({ accuracy: expect.any(Number) });
    const off = { ...through, nodes: through.nodes.map((n) => (n.id === 'eval' ? { ...n, mode: 'off' as const } : n)) };
    const [unmeasured] = await keeping().run(off);
    expect(Object.keys(unmeasured?.metrics ?? {})).not.toContain('accuracy');
  });

  it('are kept once where two rules are set on one training: with the rule that rows are answered by', async () => {
    const document = iris({}, [
      node('sample2', 'train.threshold', { threshold: 0.2 }),
      node('cautious', 'train.threshold', { threshold: 0.9 }),
      node('eval', 'train.evaluate'),
      node('answer', 'serve.predict'),
    ]);
    const nodes = document.nodes.map((n) =>
      n.id === 'sample' ? node('sample', 'ingest.sample', { name: 'breast_cancer' }) : n,
    );
    const edges = [
      ...document.edges.map(({ from, to }) => ({ from: to === 'eval.model' ? 'sample2.model' : from, to })),
      { from: 'model.model', to: 'sample2.model' },
      { from: 'model.model', to: 'cautious.model' },
      { from: 'cautious.model', to: 'answer.model' },
      { from: 'scale.table', to: 'answer.table' },
    ];
    const { run, registry } = keeping();
    const [version, ...others] = await run({ ...document, nodes, edges });
    expect(others).toEqual([]);
    const kept = version && (await registry.load(version.id));
    expect(kept?.decision).toMatchObject({ threshold: 0.9 });
  });

  it('are kept once, as they are handed on: with the rule that is set behind their trainer', async () => {
    const document = iris({}, [
      node('threshold', 'train.threshold', { threshold: 0.8 }),
      node('eval', 'train.evaluate'),
    ]);
    const nodes = document.nodes.map((n) =>
      n.id === 'sample' ? node('sample', 'ingest.sample', { name: 'breast_cancer' }) : n,
    );
    const edges = [
      ...document.edges.map(({ from, to }) => ({ from: to === 'eval.model' ? 'threshold.model' : from, to })),
      { from: 'model.model', to: 'threshold.model' },
    ];
    const kept = await keeping().run({ ...document, nodes, edges });
    expect(kept.map(({ line, lineage }) => [line, lineage.nodeId])).toEqual([['Iris', 'model']]);
    expect(kept[0]?.metrics).toMatchObject({ accuracy: expect.any(Number) });
    // Where nobody evaluated it, what training measured by another rule is none of its figures.
    const unmeasured = { ...document, nodes: nodes.filter(({ id }) => id !== 'eval') };
    const [version] = await keeping().run({ ...unmeasured, edges: edges.filter(({ to }) => !to.startsWith('eval.')) });
    expect(Object.keys(version?.metrics ?? {})).toEqual(['validationLoss']);
  });
});
