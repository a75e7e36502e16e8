import * as tf from '@tensorflow/tfjs-core';
import type { Task } from '../../graph/schema-types';
import type { BackendName } from './backend/backend-choice';
import { type BatchTargets, encodeTargets, targetWidth } from './loss';
import type { Examples } from './trainer';

/** More numbers than this do not fit into one texture of every graphics card. */
const MOST_ON_DEVICE = 2 ** 24;

/** Hands out batches of rows as tensors. */
export interface Batches {
  /** Call inside a tidy. */
  take(rows: Uint32Array): { readonly x: tf.Tensor; readonly targets: BatchTargets };
  dispose(): void;
}

/**
 * On graphics hardware data that fits lies on the device and batches are gathered
 * there; elsewhere each batch is copied together and uploaded, which is cheaper
 * than any kernel over the whole data.
 */
export function openBatches(
  backend: BackendName,
  examples: Examples,
  inputShape: readonly number[],
  task: Task,
  outputs: number,
): Batches {
  const width = targetWidth(task, outputs);
  const sources: readonly Source[] = [
    { values: examples.features, shape: inputShape },
    { values: encodeTargets(task, outputs, examples.targets), shape: [width] },
    ...(examples.weights === null ? [] : [{ values: examples.weights, shape: [1] }]),
  ];
  const onDevice = (backend === 'webgl' || backend === 'webgpu') && examples.features.length <= MOST_ON_DEVICE;
  const open = onDevice ? sources.map((source) => deviceSource(source, examples.rows)) : sources.map(hostSource);
  return {
    take: (rows) => {
      const [x, y, weights] = open.map((source) => source.take(rows));
      if (x === undefined || y === undefined) throw new Error('a batch lacks its data');
      return { x, targets: { y, weights: weights ?? null } };
    },
    dispose: () => {
      for (const source of open) source.dispose();
    },
  };
}

interface Source {
  readonly values: Float32Array;
  /** Of one row. */
  readonly shape: readonly number[];
}

interface OpenSource {
  take(rows: Uint32Array): tf.Tensor;
  dispose(): void;
}

function hostSource({ values, shape }: Source): OpenSource {
  const size = shape.reduce((product, n) => product * n, 1);
  return {
    take: (rows) => {
      const batch = new Float32Array(rows.length * size);
      let at = 0;
      for (const row of rows) {
        const start = row * size;
        for (let i = start; i < start + size; i++) batch[at++] = values[i] ?? 0;
      }
      return tf.tensor(batch, [rows.length, ...shape], 'float32');
    },
    dispose: () => undefined,
  };
}

function deviceSource({ values, shape }: Source, rows: number): OpenSource {
  const all = tf.tensor(values, [rows, ...shape], 'float32');
  return {
    take: (wanted) => tf.gather(all, tf.tensor1d(Int32Array.from(wanted), 'int32')),
    dispose: () => {
      all.dispose();
    },
  };
}
