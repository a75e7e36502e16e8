import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../lib/failure';
import { createRandom } from '../../lib/random';
import type { MetricPoint } from '../metric-point';
import { memory, withBackend } from './backend/backends';
import { convolutionalNetwork, denseNetwork } from './network';
import { tfjsTrainer } from './tfjs-trainer';
import type { Checkpoint, Examples, Trained, TrainingHooks, TrainingJob } from './trainer';

const never = new AbortController().signal;
const silent: TrainingHooks = { signal: never, metric: () => undefined, progress: () => undefined };

/** Two noisy clouds of points: easy to tell apart. */
function clouds(rows: number, size: number, seed: number): Examples {
  const random = createRandom(seed);
  const targets = Float32Array.from({ length: rows }, (_, row) => row % 2);
  const features = Float32Array.from(
    { length: rows * size },
    (_, i) => random.normal() + ((targets[Math.floor(i / size)] ?? 0) === 1 ? 1.5 : -1.5) * (i % size === 0 ? 1 : 0.1),
  );
  return { rows, features, targets, weights: null };
}

const stack = { hidden: [8], activation: 'relu', dropout: 0.2, l2: 1e-3, batchNorm: true } as const;
const base: TrainingJob = {
  plan: denseNetwork(4, 1, stack),
  task: 'binary',
  train: clouds(200, 4, 1),
  validation: clouds(60, 4, 2),
  settings: {
    epochs: 6,
    batchSize: 32,
    optimizer: 'adam',
    learningRate: 0.01,
    schedule: { type: 'cosine', factor: 0.5, every: 2, warmUp: 1 },
    clipNorm: 5,
    earlyStopping: { patience: 4, minDelta: 0 },
  },
  seed: 3,
  backend: 'cpu',
  targetScale: 1,
};

const train = (
  change: Partial<TrainingJob> = {},
  hooks: TrainingHooks = silent,
  from?: Checkpoint,
  keep?: (checkpoint: Checkpoint) => void,
): Promise<Trained> => {
  const job = { ...base, ...change };
  return withBackend(job.backend, never, () => tfjsTrainer.train(job, hooks, from, keep));
};

const settings = (change: Partial<TrainingJob['settings']>): Partial<TrainingJob> => ({
  settings: { ...base.settings, ...change },
});

describe.each(['cpu', 'wasm'] as const)('training on %s', (backend) => {
  it('gives the same bits twice, with dropout, batch normalisation, clipping and early stopping', async () => {
    expect(await train({ backend })).toEqual(await train({ backend }));
  });

  it('gives the same bits twice for a convolutional network', async () => {
    const plan = convolutionalNetwork([6, 6, 1], 1, { filters: [3], kernel: 3, pool: 2, head: stack });
    const job = { backend, plan, train: clouds(64, 36, 1), validation: null };
    const first = await train(job);
    expect(first).toEqual(await train(job));
    expect(first.history.loss?.at(-1)).toBeLessThan(first.history.loss?.[0] ?? 0);
  });

  it('goes on from a checkpoint to the very bits of an uninterrupted training', async () => {
    const kept: Checkpoint[] = [];
    const whole = await train({ backend }, silent, undefined, (checkpoint) => kept.push(checkpoint));
    expect(await train({ backend }, silent, kept[2])).toEqual(whole);
  });

  it.each(['adam', 'adamw', 'sgd', 'rmsprop'] as const)('learns with %s', async (optimizer) => {
    const { history } = await train({ backend, ...settings({ optimizer, epochs: 12 }) });
    expect(history.validationAccuracy?.at(-1)).toBeGreaterThan(0.85);
  });

  it('leaves no tensor behind after success, cancel and divergence', async () => {
    const before = memory().tensors;
    await train({ backend });
    const control = new AbortController();
    const metric = (point: MetricPoint): void => {
      if (point.epoch >= 1) control.abort();
    };
    await expect(train({ backend }, { ...silent, signal: control.signal, metric })).rejects.toBeInstanceOf(Cancelled);
    const wild = settings({ optimizer: 'sgd', learningRate: 10, clipNorm: null, epochs: 60 });
    const numbers = { ...base.train, targets: base.train.features.slice(0, 200).map((x) => x * 1e18) };
    await expect(
      train({ backend, ...wild, task: 'regression', train: numbers, validation: null }),
    ).rejects.toMatchObject({ detail: { code: 'training-diverged' } });
    expect(memory().tensors).toBe(before);
  });

  it('is seen to be cancelled within 200 ms', async () => {
    const control = new AbortController();
    const long = { backend, train: clouds(20_000, 4, 1), ...settings({ epochs: 1_000, earlyStopping: null }) };
    const running = train(long, { ...silent, signal: control.signal });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = performance.now();
    control.abort();
    await expect(running).rejects.toBeInstanceOf(Cancelled);
    expect(performance.now() - asked).toBeLessThan(200);
  });
});

describe('early stopping', () => {
  it('keeps the weights of the best epoch', async () => {
    const flipped = { ...base.train, targets: base.train.targets.map((y) => 1 - y) };
    const kept: Checkpoint[] = [];
    const result = await train({ validation: flipped }, silent, undefined, (checkpoint) => kept.push(checkpoint));
    expect(result).toMatchObject({ stoppedEarly: true, bestEpoch: 1, epochs: 5 });
    expect(result.weights).toEqual(kept[0]?.weights);
    expect(result.statistics).toEqual(kept[0]?.statistics);
  });
});

describe('row weights', () => {
  it('make rows of weight 0 count for nothing', async () => {
    const { rows, features, targets } = base.train;
    const noisy = Float32Array.from(targets, (y, row) => (row < 100 ? 1 - y : y));
    const weights = Float32Array.from(targets, (_, row) => (row < 100 ? 0 : 2));
    const longer = settings({ epochs: 20, earlyStopping: null });
    const weighted = await train({ ...longer, train: { rows, features, targets: noisy, weights } });
    const plain = await train({ ...longer, train: { rows, features, targets: noisy, weights: null } });
    expect(weighted.history.validationAccuracy?.at(-1)).toBeGreaterThan(0.85);
    expect(plain.history.validationAccuracy?.at(-1)).toBeLessThan(0.85);
  });
});

describe('progress', () => {
  it('tells every epoch in order, with loss, accuracy, learning rate and speed', async () => {
    const points: MetricPoint[] = [];
    await train({}, { ...silent, metric: (point) => points.push(point) });
    const epochs = points.filter((point) => Number.isInteger(point.epoch));
    expect(epochs.map((point) => point.epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.keys(epochs[0]?.values ?? {}).sort()).toEqual(
      ['accuracy', 'learningRate', 'loss', 'validationAccuracy', 'validationLoss'].sort(),
    );
    expect(epochs[0]?.rowsPerSecond).toBeGreaterThan(0);
  });

  it('tells the error of a regression in the units of the target', async () => {
    const numbers = { ...base.train, targets: base.train.features.slice(0, 200) };
    const job = { task: 'regression' as const, train: numbers, validation: null, targetScale: 10 };
    const { history } = await train({ ...job, ...settings({ earlyStopping: null }) });
    expect(history.rmse?.[0]).toBeCloseTo(10 * Math.sqrt(history.loss?.[0] ?? 0), 10);
  });
});
