import * as tf from '@tensorflow/tfjs-core';
import type { Task } from '../../graph/schema-types';
import { split } from './operations';

/** A batch's targets as the loss reads them (see {@link encodeTargets}); weights are [rows, 1], or null for all 1. */
export interface BatchTargets {
  readonly y: tf.Tensor;
  readonly weights: tf.Tensor | null;
}

/** Numbers a row of targets takes: one for `binary` and `regression`, a one-hot row for `multiclass`. */
export const targetWidth = (task: Task, outputs: number): number => (task === 'multiclass' ? outputs : 1);

/**
 * Targets as numbers, row-major. `binary`: -1 for class 1 and +1 for class 0, so that
 * the loss is softplus(y·z). `multiclass`: one-hot. `regression`: as they are.
 */
export function encodeTargets(task: Task, outputs: number, targets: Float32Array): Float32Array {
  if (task === 'regression') return targets;
  if (task === 'binary') return targets.map((label) => (label === 1 ? -1 : 1));
  const encoded = new Float32Array(targets.length * outputs);
  targets.forEach((label, row) => {
    encoded[row * outputs + label] = 1;
  });
  return encoded;
}

/**
 * The loss summed over a batch, from linear outputs z: [rows, outputs].
 * Cross-entropy on logits for classes, squared error for numbers, each with its
 * closed-form gradient. `count` receives how many rows were classified wrongly,
 * kept past any tidy (0 for regression).
 */
export function summedLoss(
  task: Task,
  z: tf.Tensor,
  { y, weights }: BatchTargets,
  count?: (wrong: tf.Tensor) => void,
): tf.Tensor {
  const weigh = (t: tf.Tensor): tf.Tensor => (weights === null ? t : tf.mul(t, weights));
  const terms = { binary: logistic, multiclass: softmax, regression: squared }[task];
  const operation = tf.customGrad((...given) => {
    const { tensors, save } = split(given);
    const [logits] = tensors;
    if (logits === undefined) throw new Error('the loss got no outputs');
    const { perRow, gradient, wrong } = terms(logits, y);
    save([weigh(gradient)]);
    if (count !== undefined) count(tf.keep(wrong()));
    return {
      value: tf.sum(weigh(perRow)),
      gradFunc: (dy, saved) => saved.map((g) => tf.mul(g, dy)),
    };
  });
  return operation(z);
}

interface Terms {
  /** [rows, 1] */
  readonly perRow: tf.Tensor;
  /** Of each row's loss by its outputs. */
  readonly gradient: tf.Tensor;
  wrong(): tf.Tensor;
}

function logistic(z: tf.Tensor, y: tf.Tensor): Terms {
  const v = tf.mul(z, y);
  return {
    perRow: tf.softplus(v),
    gradient: tf.mul(tf.sigmoid(v), y),
    wrong: () => tf.sum(tf.step(v)),
  };
}

function softmax(z: tf.Tensor, y: tf.Tensor): Terms {
  const shifted = tf.sub(z, tf.max(z, -1, true));
  const powers = tf.exp(shifted);
  const total = tf.sum(powers, -1, true);
  const chosen = tf.sum(tf.mul(shifted, y), -1, true);
  return {
    perRow: tf.sub(tf.log(total), chosen),
    gradient: tf.sub(tf.div(powers, total), y),
    wrong: () => tf.sum(tf.step(tf.neg(chosen))),
  };
}

function squared(z: tf.Tensor, y: tf.Tensor): Terms {
  const error = tf.sub(z, y);
  return { perRow: tf.square(error), gradient: tf.mul(error, 2), wrong: () => tf.scalar(0) };
}
