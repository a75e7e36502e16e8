import * as tf from '@tensorflow/tfjs-core';
import { throwIfCancelled } from '../lib/failure';
import { exp } from '../lib/portable-math';
import type { Text } from '../lib/text';
import type { Table } from '../table/table';
import { toModel } from './artifact';
import type { BackendChoice, BackendName } from './backend-choice';
import { chooseBackend, withBackend } from './backends';
import { startBreathing } from './breathing';
import { featureMatrix } from './matrix';
import type { ModelValue } from './model';

/** `scores[row * outputs + k]`: class probabilities (two for `binary`), or the value in the target's own units. */
export type Predictions = { readonly scores: Float64Array; readonly outputs: number };

export interface PredictContext {
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
  usesBackend?(name: BackendName, reason: Text): void;
}

/** Numbers of input that go to the device at once. */
const BATCH_NUMBERS = 1 << 18;

/**
 * Predicts the rows of a prepared table (its columns are the model's features).
 * `rows` are row numbers of the table; the scores come in their order.
 * Throws a Failure naming the column and row where a feature is absent or missing.
 */
export async function predictTable(
  model: ModelValue,
  table: Table,
  rows: Uint32Array,
  ctx: PredictContext,
): Promise<Predictions> {
  const { inputShape } = model.network;
  const { name, reason } = await chooseBackend(ctx.backend, inputShape.length === 1 ? 'dense' : 'convolutional');
  ctx.usesBackend?.(name, reason);
  const size = inputShape.reduce((product, n) => product * n, 1);
  const batch = Math.max(1, Math.min(4096, Math.floor(BATCH_NUMBERS / size)));
  const raw = new Float64Array(rows.length * model.network.outputs);
  await withBackend(name, ctx.signal, async () => {
    const breathing = startBreathing(ctx.signal);
    const network = await toModel(model.network);
    try {
      for (let at = 0; at < rows.length; at += batch) {
        throwIfCancelled(ctx.signal);
        const part = rows.subarray(at, at + batch);
        const { values } = featureMatrix(table, model.features, part);
        const z = tf.tidy(() => one(network.apply(tf.tensor(values, [part.length, ...inputShape]))));
        try {
          raw.set(await z.data(), at * model.network.outputs);
        } finally {
          z.dispose();
        }
        if (breathing.due()) await breathing.pause();
      }
    } finally {
      network.dispose();
      breathing.dispose();
    }
  });
  return scoresOf(model, raw, rows.length);
}

/** From linear outputs to probabilities or target units, in double precision and alike on every backend. */
function scoresOf(model: ModelValue, raw: Float64Array, rows: number): Predictions {
  const { outputs } = model.network;
  if (model.task === 'regression') {
    const { mean, sd } = model.target.scale ?? { mean: 0, sd: 1 };
    return { scores: raw.map((value) => value * sd + mean), outputs };
  }
  if (model.task === 'binary') {
    const scores = new Float64Array(rows * 2);
    raw.forEach((z, row) => {
      scores[2 * row] = 1 / (1 + exp(z));
      scores[2 * row + 1] = 1 / (1 + exp(-z));
    });
    return { scores, outputs: 2 };
  }
  for (let start = 0; start < raw.length; start += outputs) softmaxInPlace(raw.subarray(start, start + outputs));
  return { scores: raw, outputs };
}

function softmaxInPlace(row: Float64Array): void {
  const largest = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let i = 0; i < row.length; i++) {
    row[i] = exp((row[i] ?? 0) - largest);
    total += row[i] ?? 0;
  }
  for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / total;
}

function one(value: unknown): tf.Tensor {
  if (value instanceof tf.Tensor) return value;
  throw new Error('a network gives one tensor');
}
