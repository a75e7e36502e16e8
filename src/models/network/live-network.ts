import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../lib/random';
import { forward } from './forward';
import { type BatchTargets, summedLoss } from './loss';
import type { Totals } from './measures';
import { BATCH_NORM } from './network';
import { clipNorm, makeOptimizer, type Optimizer } from './optimizer';
import { layOut, type Parameter, type ParameterLayout } from './parameters';
import type { NetworkValues, TrainingJob } from './trainer';

/** The tensors of a network in training: all that lives longer than a step. `dispose` frees every one. */
export class LiveNetwork {
  readonly layout: ParameterLayout;
  private readonly optimizer: Optimizer;
  private readonly decay: tf.Tensor | null;
  private flat: tf.Tensor;
  private slots: tf.Tensor[];
  private weights: tf.Tensor[];
  private statistics: tf.Tensor[];
  private loss: tf.Tensor;
  private wrong: tf.Tensor;
  private best: tf.Tensor[] = [];

  constructor(
    private readonly job: TrainingJob,
    values: NetworkValues,
    slots: readonly Float32Array[],
  ) {
    this.layout = layOut(job.plan);
    const decoupled = job.settings.optimizer === 'adamw';
    this.decay = penalties(this.layout, decoupled ? 1 : 2);
    this.optimizer = makeOptimizer(job.settings.optimizer, this.decay);
    this.flat = tf.tensor1d(values.weights.slice());
    this.slots = Array.from({ length: this.optimizer.slots }, (_, i) => {
      const saved = slots[i];
      return saved === undefined ? tf.zeros([this.layout.trainableSize]) : tf.tensor1d(saved.slice());
    });
    this.weights = tf.tidy(() => divide(this.flat, this.layout.trainable));
    this.statistics = this.layout.statistics.map((p) =>
      tf.tensor(values.statistics.slice(p.offset, p.offset + p.size), [...p.shape]),
    );
    this.loss = tf.scalar(0);
    this.wrong = tf.scalar(0);
  }

  /** One optimizer step. `step` counts from 1. */
  train(batch: () => { x: tf.Tensor; targets: BatchTargets }, rate: number, step: number, random: Random): void {
    const strays: tf.Tensor[] = [];
    const { job, layout } = this;
    const made = freeing(strays, () => {
      const { x, targets } = batch();
      let wrong: tf.Tensor = this.wrong;
      let moments: readonly tf.Tensor[] = [];
      const stray = (tensors: readonly tf.Tensor[]): readonly tf.Tensor[] => {
        strays.push(...tensors);
        return tensors;
      };
      const lossOf = (...weights: tf.Tensor[]): tf.Scalar => {
        const z = forward(job.plan, layout, weights, this.statistics, x, {
          random,
          observe: (seen) => {
            moments = stray(seen);
          },
        });
        const sum = summedLoss(job.task, z, targets, (count) => {
          stray([count]);
          wrong = count;
        });
        return tf.reshape(sum, []);
      };
      const scale = tf.scalar(1 / (x.shape[0] ?? 1));
      const { value, grads } = tf.valueAndGrads(lossOf)(this.weights, scale);
      let gradient: tf.Tensor = tf.concat(grads.map((g) => tf.reshape(g, [-1])));
      if (this.decay !== null && job.settings.optimizer !== 'adamw') {
        gradient = tf.add(gradient, tf.mul(this.decay, this.flat));
      }
      if (job.settings.clipNorm !== null) gradient = clipNorm(gradient, job.settings.clipNorm);
      const [flat, ...slots] = this.optimizer.update(this.flat, gradient, this.slots, rate, step);
      if (flat === undefined) throw new Error('the optimizer gave no weights');
      return {
        loss: tf.add(this.loss, value),
        wrong: tf.add(this.wrong, wrong),
        flat,
        slots,
        weights: divide(flat, layout.trainable),
        statistics: follow(this.statistics, moments),
      };
    });
    tf.dispose([this.loss, this.wrong, this.flat, this.slots, this.weights, this.statistics]);
    this.loss = made.loss;
    this.wrong = made.wrong;
    this.flat = made.flat;
    this.slots = made.slots;
    this.weights = made.weights;
    this.statistics = made.statistics;
  }

  /** Adds a batch's loss and errors to the totals, with the weights as they are. */
  evaluate(batch: () => { x: tf.Tensor; targets: BatchTargets }): void {
    const strays: tf.Tensor[] = [];
    const made = freeing(strays, () => {
      const { x, targets } = batch();
      const z = forward(this.job.plan, this.layout, this.weights, this.statistics, x);
      let wrong: tf.Tensor = this.wrong;
      const loss = summedLoss(this.job.task, z, targets, (count) => {
        strays.push(count);
        wrong = count;
      });
      return { loss: tf.add(this.loss, loss), wrong: tf.add(this.wrong, wrong) };
    });
    tf.dispose([this.loss, this.wrong]);
    this.loss = made.loss;
    this.wrong = made.wrong;
  }

  /** Waits for the device and reads the totals. */
  async totals(): Promise<Totals> {
    const [loss, wrong] = await Promise.all([this.loss.data(), this.wrong.data()]);
    return { loss: loss[0] ?? 0, wrong: wrong[0] ?? 0 };
  }

  resetTotals(): void {
    tf.dispose([this.loss, this.wrong]);
    this.loss = tf.scalar(0);
    this.wrong = tf.scalar(0);
  }

  /** Keeps a copy of the weights as the best so far, on the device. */
  rememberBest(): void {
    tf.dispose(this.best);
    this.best = [this.flat, ...this.statistics].map((t) => t.clone());
  }

  /** Reads the best weights, or null where none were kept. */
  async readBest(): Promise<NetworkValues | null> {
    return this.best.length === 0 ? null : readValues(this.best);
  }

  readValues(): Promise<NetworkValues> {
    return readValues([this.flat, ...this.statistics]);
  }

  readSlots(): Promise<readonly Float32Array[]> {
    return Promise.all(this.slots.map(floats));
  }

  dispose(): void {
    tf.dispose([this.flat, this.slots, this.weights, this.statistics, this.loss, this.wrong, this.best]);
    this.decay?.dispose();
  }
}

/** A tidy that also frees what had to outlive the tape, whether `work` succeeds or not. */
function freeing<T extends tf.TensorContainer>(strays: readonly tf.Tensor[], work: () => T): T {
  try {
    return tf.tidy(work);
  } finally {
    tf.dispose([...strays]);
  }
}

function divide(flat: tf.Tensor, parameters: readonly Parameter[]): tf.Tensor[] {
  return parameters.map((p) => tf.reshape(tf.slice(flat, [p.offset], [p.size]), [...p.shape]));
}

/** Moving statistics a step further towards a batch's. */
function follow(statistics: readonly tf.Tensor[], moments: readonly tf.Tensor[]): tf.Tensor[] {
  return statistics.map((old, i) => {
    const seen = moments[i];
    if (seen === undefined) throw new Error('a batch normalisation was not observed');
    return tf.add(tf.mul(old, BATCH_NORM.momentum), tf.mul(seen, 1 - BATCH_NORM.momentum));
  });
}

/** What the L2 penalty adds to the gradient, over the weight itself; null without a penalty. */
function penalties(layout: ParameterLayout, factor: number): tf.Tensor | null {
  if (layout.trainable.every((p) => p.l2 === 0)) return null;
  const values = new Float32Array(layout.trainableSize);
  for (const p of layout.trainable) values.fill(factor * p.l2, p.offset, p.offset + p.size);
  return tf.tensor1d(values);
}

async function readValues([flat, ...statistics]: readonly tf.Tensor[]): Promise<NetworkValues> {
  if (flat === undefined) throw new Error('a network has weights');
  const parts = await Promise.all(statistics.map(floats));
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return { weights: await floats(flat), statistics: joined };
}

async function floats(tensor: tf.Tensor): Promise<Float32Array> {
  return Float32Array.from(await tensor.data());
}
