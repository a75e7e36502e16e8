import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { startBreathing } from '../lib/breathing';
import { Failure, throwIfCancelled } from '../lib/failure';
import { exp } from '../lib/portable-math';
import { type Text, text } from '../lib/text';
import type { Table } from '../table/table';
import { featureMatrix } from './matrix';
import type { ModelValue } from './model';
import { toModel } from './network/artifact';
import type { BackendChoice, BackendName } from './network/backend/backend-choice';
import { chooseBackend, retireBackend, withBackend } from './network/backend/backends';
import { ContextLost, contextIsLost, LOST_CONTEXT } from './network/backend/context-loss';

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
 * `rows` are row numbers of the table; the scores come in their order, every one finite.
 * A lost graphics context is survived: another backend begins anew. Throws a Failure
 * naming the column and row where a feature is absent or missing, and `model-diverged`
 * where the network answers with something that is no number.
 */
export async function predictTable(
  model: ModelValue,
  table: Table,
  rows: Uint32Array,
  ctx: PredictContext,
): Promise<Predictions> {
  const predictor = openPredictor(model, ctx);
  try {
    return await predictor.predict(table, rows);
  } finally {
    predictor.dispose();
  }
}

/** A model's network, kept open between predictions. */
export interface Predictor {
  /** As {@link predictTable}, to the bit. One at a time. */
  predict(table: Table, rows: Uint32Array): Promise<Predictions>;
  /** Frees the network; it is opened anew should another prediction be asked for. */
  dispose(): void;
}

/** Opens a model with its first prediction. `dispose` it after the last. */
export function openPredictor(model: ModelValue, ctx: PredictContext): Predictor {
  const workload = model.network.inputShape.length === 1 ? 'dense' : 'convolutional';
  let opened: { readonly backend: BackendName; readonly network: LayersModel } | null = null;
  const dispose = (): void => {
    opened?.network.dispose();
    opened = null;
  };
  const outputsOn = (backend: BackendName, table: Table, rows: Uint32Array): Promise<Float64Array> =>
    withBackend(backend, ctx.signal, async () => {
      if (opened?.backend !== backend) {
        dispose();
        opened = { backend, network: await toModel(model.network) };
      }
      return outputsOf(opened.network, model, table, rows, ctx.signal);
    });
  return {
    dispose,
    predict: async (table, rows) => {
      let { name, reason } = await chooseBackend(ctx.backend, workload);
      if (opened?.backend !== name) ctx.usesBackend?.(name, reason);
      let raw: Float64Array;
      try {
        raw = await outputsOn(name, table, rows);
      } catch (cause) {
        if (!(cause instanceof ContextLost)) throw cause;
        dispose();
        retireBackend(name, LOST_CONTEXT);
        ({ name, reason } = await chooseBackend('auto', workload));
        ctx.usesBackend?.(name, reason);
        raw = await outputsOn(name, table, rows);
      }
      const predictions = scoresOf(model, raw, rows.length);
      if (!predictions.scores.every(Number.isFinite)) throw diverged();
      return predictions;
    },
  };
}

/** The network's linear outputs on the active backend, rows × outputs. Throws ContextLost. */
async function outputsOf(
  network: LayersModel,
  model: ModelValue,
  table: Table,
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<Float64Array> {
  const { inputShape, outputs } = model.network;
  const size = inputShape.reduce((product, n) => product * n, 1);
  const batch = Math.max(1, Math.min(4096, Math.floor(BATCH_NUMBERS / size)));
  const raw = new Float64Array(rows.length * outputs);
  const breathing = startBreathing(signal, () => performance.now());
  try {
    for (let at = 0; at < rows.length; at += batch) {
      throwIfCancelled(signal);
      const part = rows.subarray(at, at + batch);
      const { values } = featureMatrix(table, model.features, part);
      const z = tf.tidy(() => one(network.apply(tf.tensor(values, [part.length, ...inputShape]))));
      try {
        raw.set(await z.data(), at * outputs);
      } finally {
        z.dispose();
      }
      if (contextIsLost()) throw new ContextLost();
      if (breathing.due()) await breathing.pause();
    }
  } catch (cause) {
    // What a lost context throws differs between browsers; the context itself knows.
    throw contextIsLost() ? new ContextLost() : cause;
  }
  return raw;
}

/** A network whose training blew up, or a row far beyond what it was trained on. */
function diverged(): Failure {
  return new Failure({
    code: 'model-diverged',
    port: 'model',
    message: text('The model answers with values that are not numbers.', '모델이 수가 아닌 값을 답합니다.'),
    hint: text(
      'Train it again with a lower learning rate, and look for values far out of range.',
      '학습률을 낮추어 다시 학습시키고, 범위를 크게 벗어난 값이 있는지 확인하세요.',
    ),
  });
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
