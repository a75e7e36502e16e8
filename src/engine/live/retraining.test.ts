import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../lib/failure';
import { modelId } from '../../models/model-hash';
import { memory } from '../../models/network/backend/backends';
import type { RetrainJob } from '../../nodes/contract/live';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { emptyHost, pipeline } from '../../testing/engine/fake-kinds';
import { fakeLiveKinds, fakeLoop, fakeModel, fakeRows, weightOf } from '../../testing/engine/fake-live-kinds';
import { memoryRegistry } from '../../testing/engine/fake-session';
import { cellsOf, makeTable } from '../../testing/table/make-table';
import { createEngine } from '../engine';
import type { Host } from '../host';
import { indexKinds } from '../kinds';
import type { StoredResult } from '../result-cache';
import { createLiveModels } from './live-models';
import { openStream, type StreamView, viewStreams } from './live-stream';
import { performJob } from './perform-job';
import { createRetraining } from './retraining';
import { modelsAt } from './services';
import type { TrainJob } from './train-job';
import { trainingRows } from './training-rows';

const job: RetrainJob = {
  id: 'train:5',
  deployment: 'deploy',
  stream: 'stream',
  rows: { from: 8, to: 20 },
  mode: 'full',
  halfLife: null,
};
const continued: RetrainJob = {
  ...job,
  mode: 'incremental',
  base: 'none',
  epochs: 1,
  learningRateFactor: 1,
  replay: { from: { from: 0, to: 8 }, rows: 3 },
};

function handedOut(table = fakeRows(30), historyRows = 20): StreamView {
  const stream = openStream('stream', { table, historyRows, target: 'y', follows: null }, false);
  return viewStreams(new Map([['stream', stream]]), new Map([['stream', stream.start]]));
}

function setUp(host: Host = emptyHost, document = fakeLoop()) {
  const signal = new AbortController().signal;
  const registry = memoryRegistry();
  const view = handedOut();
  const pipeline = fakeLiveKinds.catalog.compile(document);
  const common = { pipeline, kinds: fakeLiveKinds, backend: 'cpu', signal } as const;
  const models = createLiveModels({ ...common, streams: new Set(['stream']), registry });
  const made = createRetraining({ ...common, host, models, onWallClock: false });
  const begin = (wanted: RetrainJob) => made.begin(wanted, view);
  const retraining = { ...made, begin, result: (id: string) => made.result(id, view) };
  return { registry, models: modelsAt(models, view), retraining };
}

/** The weight that the fit gives for rows `from` to `to`. */
function fitted(from: number, to: number): number {
  let [above, below] = [0, 0];
  for (let row = from; row < to; row++) {
    const x = (row % 7) + 1;
    above += x * x * (2 + row / 64);
    below += x * x;
  }
  return Math.fround(above / below);
}

describe('full retraining', () => {
  it('runs the pipeline between the stream and the deployment again on the rows of the job', async () => {
    const { retraining, registry, models } = setUp();
    retraining.begin(job);
    retraining.begin(job);
    expect(retraining.pending()).toEqual([job]);
    const outcome = await retraining.result(job.id);
    if (!outcome.ok) throw new Error(outcome.message.en);
    expect(weightOf(await models.load(outcome.version))).toBe(fitted(8, 20));
    expect(retraining.pending()).toEqual([]);
    expect(await retraining.result(job.id)).toBe(outcome);
    expect(await registry.list()).toMatchObject([
      { id: outcome.version, lineage: { madeBy: 'full', tick: 5, streamRows: job.rows, nodeId: 'fit' } },
    ]);
  });

  it('gives the same model for the same job, here and cloned to another thread', async () => {
    const jobs: TrainJob[] = [];
    const pool: Host['pool'] = {
      run: (work, signal) => {
        const clone = structuredClone(work);
        jobs.push(clone);
        return performJob(clone, { kinds: fakeLiveKinds, host: emptyHost, signal });
      },
    };
    const [here, there] = [setUp(), setUp({ ...emptyHost, pool })];
    here.retraining.begin(job);
    there.retraining.begin(job);
    expect(await there.retraining.result(job.id)).toEqual(await here.retraining.result(job.id));
    // What is sent holds the job's own rows, not the whole stream.
    const [column] = jobs[0]?.rows.columns ?? [];
    expect(column !== undefined && 'values' in column ? column.values.buffer.byteLength : 0).toBe(12 * 8);
  });

  it('leaves nothing in the engine’s caches', async () => {
    const written: StoredResult[] = [];
    const results: Host['results'] = {
      read: async () => undefined,
      write: async (_key, result) => {
        written.push(result);
      },
    };
    const { retraining } = setUp({ ...emptyHost, results });
    retraining.begin(job);
    expect((await retraining.result(job.id)).ok).toBe(true);
    expect(written).toEqual([]);
  });

  it('gives a failed training as a value that names the node, and one without a way to the model too', async () => {
    const failing = setUp(emptyHost, fakeLoop({ fit: { params: { fails: 1 } } }));
    failing.retraining.begin(job);
    expect(await failing.retraining.result(job.id)).toMatchObject({
      ok: false,
      message: { en: '“fake.fit”: The fit failed.' },
      hint: { en: 'Mend it.' },
    });
    const loop = fakeLoop();
    const apart = setUp(emptyHost, {
      ...loop,
      edges: loop.edges.map((edge) => (edge.to === 'fit.table' ? { ...edge, from: 'rows.table' } : edge)),
    });
    apart.retraining.begin(job);
    expect(await apart.retraining.result(job.id)).toMatchObject({
      ok: false,
      message: { en: expect.stringContaining('“fake.deploy” is not made from the history of “fake.stream”') },
    });
  });

  it('can be given up', async () => {
    const { retraining } = setUp();
    retraining.begin(job);
    retraining.cancel(job.id);
    expect(retraining.pending()).toEqual([]);
    await expect(retraining.result(job.id)).rejects.toThrow(/no retraining/);
    const signal = AbortSignal.abort();
    const rows = trainingRows(handedOut(), continued, 1);
    const work: TrainJob = {
      id: 'a',
      backend: 'cpu',
      seed: 1,
      rows,
      mode: 'incremental',
      base: fakeModel(1),
      epochs: 1,
      learningRateFactor: 1,
    };
    await expect(performJob(work, { kinds: fakeLiveKinds, host: emptyHost, signal })).rejects.toThrow(Cancelled);
  });
});

describe('the rows of a job', () => {
  it('are those with a label, weighing half as much each half-life, on top of a weight they have', () => {
    const y = [1, 2, 3, null, 5, 6];
    const table = makeTable({ x: [1, 2, 3, 4, 5, 6], y, w: [1, 1, 1, 1, 4, 1] });
    const open = (weight: boolean) =>
      handedOut(
        {
          ...table,
          columns: table.columns
            .filter(({ name }) => weight || name !== 'w')
            .map((column) => (column.name === 'w' ? { ...column, role: 'weight' } : column)),
        },
        6,
      );
    const weighted: RetrainJob = { ...job, rows: { from: 1, to: 6 }, mode: 'full', halfLife: 2 };
    const rows = trainingRows(open(false), weighted, 1);
    expect(cellsOf(rows, 'x')).toEqual([2, 3, 5, 6]);
    const halves = [4, 3, 1, 0].map((age) => 0.5 ** (age / 2));
    const recency = cellsOf(rows, 'recency').map(Number);
    for (const [i, half] of halves.entries()) expect(recency[i]).toBeCloseTo(half, 12);
    expect(rows.columns.find(({ name }) => name === 'recency')?.role).toBe('weight');
    expect(rows.recipe.source.map(({ name }) => name)).toEqual(['x', 'y']);
    const both = cellsOf(trainingRows(open(true), weighted, 1), 'w').map(Number);
    for (const [i, own] of [1, 1, 4, 1].entries()) expect(both[i]).toBeCloseTo(own * (halves[i] ?? 0), 12);
  });

  it('have a seeded sample of the past mixed in where it is asked for', () => {
    const once = cellsOf(trainingRows(handedOut(), continued, 3), 'y');
    expect(once).toHaveLength(3 + 12);
    expect(once).toEqual(cellsOf(trainingRows(handedOut(), continued, 3), 'y'));
    expect(once.slice(3)).toEqual(cellsOf(handedOut().rows('stream', job.rows), 'y'));
    const past = cellsOf(handedOut().rows('stream', { from: 0, to: 8 }), 'y');
    expect(once.slice(0, 3).every((cell) => past.includes(cell))).toBe(true);
    expect(
      new Set([1, 2, 3, 4, 5].map((seed) => String(cellsOf(trainingRows(handedOut(), continued, seed), 'y')))).size,
    ).toBeGreaterThan(1);
  });
});

describe('incremental retraining', () => {
  it('goes on from the model it is given, with its recipe, and leaks no tensor', async () => {
    const kinds = indexKinds(specs, runners);
    const signal = new AbortController().signal;
    const engine = createEngine({ kinds, host: emptyHost });
    const document = pipeline(
      { data: 'ingest.synthetic', split: 'prepare.split', scale: 'prepare.scale', dense: 'train.linear' },
      ['data.table > split.table', 'split.table > scale.table', 'scale.table > dense.table'],
    );
    const report = await engine.run({ runId: 'r', document, backend: 'cpu', signal, emit: () => {} });
    const base = (await engine.result(report.nodes.dense?.key ?? ''))?.outputs.model;
    const raw = (await engine.result(report.nodes.data?.key ?? ''))?.outputs.table;
    if (base?.type !== 'model' || raw?.type !== 'table') throw new Error(JSON.stringify(report.nodes));
    const work: TrainJob = {
      id: 'train:1',
      backend: 'cpu',
      seed: 9,
      rows: { ...raw.table, recipe: { source: [], steps: [] } },
      mode: 'incremental',
      base: base.model,
      epochs: 2,
      learningRateFactor: 0.5,
    };
    const before = memory().tensors;
    const result = await performJob(work, { kinds, host: emptyHost, signal });
    if (!result.ok) throw new Error(result.message.en);
    expect(memory().tensors).toBe(before);
    expect(result.model.recipe).toEqual(base.model.recipe);
    expect(modelId(result.model)).not.toBe(modelId(base.model));
    const again = await performJob(structuredClone(work), { kinds, host: emptyHost, signal });
    expect(again.ok && modelId(again.model)).toBe(modelId(result.model));
  });
});
