import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { createRandom } from '../src/lib/random';
import type { BackendName } from '../src/models/network/backend/backend-choice';
import { withBackend } from '../src/models/network/backend/backends';
import { denseNetwork } from '../src/models/network/network';
import { tfjsTrainer } from '../src/models/network/tfjs-trainer';
import type { TrainingJob } from '../src/models/network/trainer';

/** Runs in Node and in a browser: no file, no process. */
export interface Shape {
  readonly name: string;
  readonly rows: number;
  readonly features: number;
  readonly classes: number;
}

export const SMALL: Shape = { name: '20-64-32-1', rows: 10_000, features: 20, classes: 2 };

/** Normal features; the class depends on the sum of the first few. */
export function generate({ rows, features, classes }: Shape): { x: Float32Array; y: Float32Array } {
  const random = createRandom(1);
  const x = Float32Array.from({ length: rows * features }, () => random.normal());
  const y = Float32Array.from({ length: rows }, (_, row) => {
    const at = row * features;
    const sum = (x[at] ?? 0) + (x[at + 1] ?? 0) - (x[at + 2] ?? 0) + 0.3 * random.normal();
    return Math.min(classes - 1, Math.max(0, Math.floor(((sum + 2) * classes) / 4)));
  });
  return { x, y };
}

/** The best of `repeats` timings of `epochs` epochs is taken, after a warm-up epoch. */
interface Timing {
  readonly batchSize: number;
  readonly epochs: number;
  readonly repeats: number;
  /** Milliseconds, of the processor where it says so, or else on the wall. */
  readonly now?: () => number;
}

/** Rows a second of our loop. */
export function measureOurs(backend: BackendName, shape: Shape, timing: Timing) {
  const { x, y } = generate(shape);
  const outputs = shape.classes === 2 ? 1 : shape.classes;
  const stack = { hidden: [64, 32], activation: 'relu', dropout: 0, l2: 0, batchNorm: false } as const;
  const job = (count: number): TrainingJob => ({
    plan: denseNetwork(shape.features, outputs, stack),
    task: shape.classes === 2 ? 'binary' : 'multiclass',
    train: { rows: shape.rows, features: x, targets: y, weights: null },
    validation: null,
    settings: {
      epochs: count,
      batchSize: timing.batchSize,
      optimizer: 'adam',
      learningRate: 1e-3,
      schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
      clipNorm: null,
      earlyStopping: null,
    },
    seed: 1,
    backend,
    targetScale: 1,
  });
  const signal = new AbortController().signal;
  const hooks = { signal, metric: () => undefined, progress: () => undefined };
  return withBackend(backend, signal, () => best(shape.rows, timing, (count) => tfjsTrainer.train(job(count), hooks)));
}

/** Rows a second of plain `model.fit` on the same network, data and optimizer. */
export function measureFit(backend: BackendName, shape: Shape, timing: Timing) {
  const { x, y } = generate(shape);
  return withBackend(backend, new AbortController().signal, async () => {
    const binary = shape.classes === 2;
    const model = sequential();
    model.add(layers.dense({ units: 64, activation: 'relu', inputShape: [shape.features] }));
    model.add(layers.dense({ units: 32, activation: 'relu' }));
    model.add(layers.dense({ units: binary ? 1 : shape.classes, activation: binary ? 'sigmoid' : 'softmax' }));
    const optimizer = tf.train.adam(1e-3);
    const loss = binary ? 'binaryCrossentropy' : 'categoricalCrossentropy';
    model.compile({ optimizer, loss, metrics: ['accuracy'] });
    const inputs = tf.tensor2d(x, [shape.rows, shape.features]);
    const targets = binary
      ? tf.tensor2d(y, [shape.rows, 1])
      : tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(Int32Array.from(y), 'int32'), shape.classes), 'float32'));
    try {
      return await best(shape.rows, timing, (count) =>
        model.fit(inputs, targets, { epochs: count, batchSize: timing.batchSize, verbose: 0 }),
      );
    } finally {
      model.dispose();
      optimizer.dispose();
      tf.dispose([inputs, targets]);
    }
  });
}

async function best(
  rows: number,
  { epochs, repeats, now = () => performance.now() }: Timing,
  train: (epochs: number) => Promise<unknown>,
): Promise<number> {
  await train(1);
  let fastest = 0;
  for (let i = 0; i < repeats; i++) {
    const began = now();
    await train(epochs);
    fastest = Math.max(fastest, (1000 * rows * epochs) / (now() - began));
  }
  return fastest;
}
