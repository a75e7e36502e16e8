import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import type { Text } from '../../lib/text';
import type { Table } from '../../table/table';
import { fakeLinearModel, networkOf } from '../../testing/models/fake-model';
import { makeColumn, makeTable } from '../../testing/table/make-table';
import type { ContinueRequest } from '../estimator';
import { continueTraining } from '../estimators';
import type { ModelValue } from '../model';
import { modelId } from '../model-hash';
import { predictTable } from '../predict';
import { memory } from './backend/backends';
import { convolutionalNetwork, denseNetwork } from './network';
import { type TrainingContext, trainNetwork } from './train-network';
import type { TrainingRequest } from './training-request';

const signal = new AbortController().signal;
const N = 240;
const random = createRandom(5);
const a = Array.from({ length: N }, () => random.normal());
const b = Array.from({ length: N }, () => random.normal());
const every = Uint32Array.from(a.keys());
const features = [makeColumn('a', a), makeColumn('b', b)];
const world = (flip: number): Table =>
  makeTable([
    ...features,
    makeColumn(
      'y',
      a.map((x, i) => (flip * x + (b[i] ?? 0) > 0 ? 'up' : 'down')),
      'target',
    ),
  ]);
const prices = (shift: number): Table =>
  makeTable([
    ...features,
    makeColumn(
      'y',
      a.map((x) => shift + 20 * x),
      'target',
    ),
  ]);

const withoutOrigin = (model: ModelValue): ModelValue => {
  const { origin: _, ...body } = networkOf(model);
  return { ...model, body };
};

const context = (backend: 'cpu' | 'wasm' = 'cpu'): TrainingContext & { readonly said: Text[] } => {
  const said: Text[] = [];
  return {
    signal,
    seed: 7,
    backend,
    said,
    metric: () => undefined,
    progress: () => undefined,
    usesBackend: () => undefined,
    log: (message) => void said.push(message),
  };
};
const request = (table: Table, change: Partial<TrainingRequest> = {}): TrainingRequest => ({
  table,
  task: 'auto',
  reads: 'numbers',
  plan: ([size = 0], outputs) =>
    denseNetwork(size, outputs, { hidden: [8], activation: 'relu', dropout: 0, l2: 1e-4, batchNorm: true }),
  settings: {
    epochs: 12,
    batchSize: 32,
    optimizer: 'adam',
    learningRate: 0.02,
    schedule: { type: 'cosine', factor: 0.5, every: 1, warmUp: 0 },
    clipNorm: null,
    earlyStopping: null,
  },
  balanced: false,
  ...change,
});
const onward = (model: ModelValue, table: Table, change: Partial<ContinueRequest> = {}): ContinueRequest => ({
  model,
  table,
  rows: every,
  epochs: 8,
  learningRateFactor: 0.5,
  seed: 3,
  ...change,
});
async function accuracy(model: ModelValue, table: Table): Promise<number> {
  const { scores } = await predictTable(model, table, every, { backend: 'cpu', signal });
  const target = table.columns[2];
  if (target === undefined || !('codes' in target)) throw new Error('the target has words');
  const right = every.filter(
    (row) => ((scores[2 * row + 1] ?? 0) > 0.5 ? 'up' : 'down') === target.dictionary[target.codes[row] ?? 0],
  );
  return right.length / N;
}

describe.each(['cpu', 'wasm'] as const)('going on from a model on %s', (backend) => {
  it('learns a world that has changed, and leaves no tensor behind', async () => {
    const model = await trainNetwork(request(world(1)), context(backend));
    const before = memory().tensors;
    const next = await continueTraining(onward(model, world(-1)), context(backend));
    expect(memory().tensors).toBe(before);
    expect(await accuracy(model, world(-1))).toBeLessThan(0.65);
    expect(await accuracy(next, world(-1))).toBeGreaterThan(0.9);
  });

  it('gives the same bits for the same seed, and others for another', async () => {
    const model = await trainNetwork(request(world(1)), context(backend));
    const [one, same, other] = await Promise.all(
      [3, 3, 4].map((seed) => continueTraining(onward(model, world(-1), { seed }), context(backend))),
    );
    if (one === undefined || same === undefined || other === undefined) throw new Error('three were trained');
    expect(networkOf(same)).toEqual(networkOf(one));
    expect(modelId(same)).toBe(modelId(one));
    expect(modelId(other)).not.toBe(modelId(one));
  });
});

describe('going on from a model', () => {
  it('moves the statistics of batch normalisation on from where they were', async () => {
    const model = await trainNetwork(request(world(1)), context());
    const shifted = makeTable([
      makeColumn(
        'a',
        a.map((x) => x + 5),
      ),
      makeColumn('b', b),
      ...world(1).columns.slice(2),
    ]);
    const next = await continueTraining(onward(model, shifted), context());
    const means = (of: ModelValue) => networkOf(of).weights.find(({ name }) => name.endsWith('moving_mean'))?.values;
    expect(means(next)).not.toEqual(means(model));
    const still = await continueTraining(onward(model, shifted, { epochs: 1, learningRateFactor: 1e-9 }), context());
    const step = Array.from(means(still) ?? [], (value, i) => value - (means(model)?.[i] ?? 0));
    expect(Math.max(...step.map(Math.abs))).toBeGreaterThan(0.1);
  });

  it('keeps the recipe, the classes and the scale of the target, and trains at the rate asked for', async () => {
    const model = await trainNetwork(request(prices(500)), context());
    const next = await continueTraining(onward(model, prices(530)), context());
    expect(next.target).toEqual(model.target);
    expect(next.recipe).toBe(model.recipe);
    expect(next.training.rounds?.history.learningRate).toEqual(Array(8).fill(0.01));
    expect(networkOf(next).origin).toEqual(networkOf(model).origin);
    const { scores } = await predictTable(next, prices(0), every, { backend: 'cpu', signal });
    expect(scores.reduce((sum, score) => sum + score, 0) / N).toBeGreaterThan(518);
  });

  it('leaves out and counts rows of unknown classes and rows without a target', async () => {
    const model = await trainNetwork(request(world(1)), context());
    const labels = Array.from(every, (i) => (i < 5 ? null : i < 12 ? 'sideways' : i % 2 === 0 ? 'up' : 'down'));
    const ctx = context();
    const next = await continueTraining(
      onward(model, makeTable([...features, makeColumn('y', labels, 'target')])),
      ctx,
    );
    expect(next.training.rows).toBe(N - 12);
    expect(next.target.classes).toEqual(['down', 'up']);
    expect(ctx.said.map(({ en }) => en)).toEqual([
      '5 rows were left out: the target is missing.',
      '7 rows were left out: the model does not know the target “sideways”.',
    ]);
  });

  it('stops early only when asked, on the rows kept apart for it', async () => {
    const model = await trainNetwork(request(world(1)), context());
    const rows = every.subarray(0, 200);
    const patient = await continueTraining(onward(model, world(1), { rows, epochs: 40 }), context());
    expect(patient.training.rounds).toMatchObject({ count: 40, stoppedEarly: false });
    const earlyStopping = { patience: 2, minDelta: 0, rows: every.subarray(200) };
    const stopped = await continueTraining(onward(model, world(-1), { rows, epochs: 400, earlyStopping }), context());
    expect(stopped.training.rounds?.stoppedEarly).toBe(true);
    expect(stopped.training.rounds?.history.validationLoss?.length).toBe(stopped.training.rounds?.count);
  });

  it('takes the network out of the topology where a file does not say how it was trained', async () => {
    const model = withoutOrigin(await trainNetwork(request(world(1)), context()));
    const next = await continueTraining(onward(model, world(-1), { learningRateFactor: 10 }), context());
    expect(await accuracy(next, world(-1))).toBeGreaterThan(0.85);
  });

  it('goes on with a convolutional network', async () => {
    const size = 36;
    const values = Float32Array.from(
      { length: N * size },
      (_, i) => (a[Math.floor(i / size)] ?? 0) + random.normal() / 4,
    );
    const image: Table = {
      ...world(1),
      columns: [
        { name: 'i', role: null, type: 'image', shape: [6, 6, 1], values },
        makeColumn(
          'y',
          a.map((x) => (x > 0 ? 'up' : 'down')),
          'target',
        ),
      ],
    };
    const head = { hidden: [], activation: 'relu', dropout: 0, l2: 0, batchNorm: true } as const;
    const plan: TrainingRequest['plan'] = ([h = 1, w = 1, c = 1], outputs) =>
      convolutionalNetwork([h, w, c], outputs, { filters: [2], kernel: 3, pool: 2, head });
    const once = request(image, { reads: 'image', plan });
    const model = withoutOrigin(await trainNetwork({ ...once, settings: { ...once.settings, epochs: 1 } }, context()));
    const next = await continueTraining(onward(model, image, { learningRateFactor: 5 }), context());
    expect(next.training.rounds?.history.accuracy?.at(-1)).toBeGreaterThan(0.9);
  });

  it('refuses what it cannot train further, with the remedy', async () => {
    const linear = fakeLinearModel(['a', 'b'], [[1], [1]], { name: 'y', classes: ['down', 'up'] });
    const strange = { ...linear, body: { ...linear.body, topology: { class_name: 'Functional' } } };
    await expect(continueTraining(onward(strange, world(1)), context())).rejects.toMatchObject({
      detail: { code: 'cannot-continue', hint: { en: expect.stringContaining('full retraining') } },
    });
    const model = await trainNetwork(request(world(1)), context());
    const foreign = makeTable([
      ...features,
      makeColumn(
        'y',
        a.map(() => 'other'),
        'target',
      ),
    ]);
    await expect(continueTraining(onward(model, foreign), context())).rejects.toMatchObject({
      detail: { code: 'no-row-to-learn' },
    });
    await expect(continueTraining(onward(model, makeTable({ a })), context())).rejects.toMatchObject({
      detail: { code: 'feature-not-found', column: 'b' },
    });
  });
});
