import * as tf from '@tensorflow/tfjs-core';
import { wholePower } from '../../lib/portable-math';
import type { TrainingSettings } from './trainer';

type OptimizerName = TrainingSettings['optimizer'];

/**
 * An optimizer over one vector of all weights. It holds nothing: its moments are
 * `slots` vectors of the weights' length, which start at 0 and can be saved and
 * restored, so that training resumes exactly.
 */
export interface Optimizer {
  readonly slots: number;
  /** Next weights and slots; call inside a tidy. `step` counts from 1. */
  update(weights: tf.Tensor, gradient: tf.Tensor, slots: readonly tf.Tensor[], rate: number, step: number): tf.Tensor[];
}

/** The same on every backend: WebGL's own default of 1e-4 would make Adam another optimizer there. */
const EPSILON = 1e-7;

/**
 * Adam (Kingma and Ba 2015), AdamW (Loshchilov and Hutter 2019: `decay` is the
 * decoupled decay of each weight), SGD with momentum 0.9 (Polyak), RMSProp with
 * ρ = 0.9 (Hinton). For all but AdamW the penalty belongs into the gradient.
 */
export function makeOptimizer(name: OptimizerName, decay: tf.Tensor | null): Optimizer {
  switch (name) {
    case 'adam':
      return { slots: 2, update: adam };
    case 'adamw':
      return {
        slots: 2,
        update: (weights, gradient, slots, rate, step) => {
          const shrunk = decay === null ? weights : tf.sub(weights, tf.mul(tf.mul(weights, decay), rate));
          return adam(shrunk, gradient, slots, rate, step);
        },
      };
    case 'sgd':
      return { slots: 1, update: momentum };
    case 'rmsprop':
      return { slots: 1, update: rmsProp };
  }
}

function adam(
  weights: tf.Tensor,
  gradient: tf.Tensor,
  [m, v]: readonly tf.Tensor[],
  rate: number,
  step: number,
): tf.Tensor[] {
  const first = towards(m, gradient, 0.1);
  const second = towards(v, tf.square(gradient), 0.001);
  const correction = Math.sqrt(1 - wholePower(0.999, step));
  const size = (rate * correction) / (1 - wholePower(0.9, step));
  const scaled = tf.div(first, tf.add(tf.sqrt(second), EPSILON * correction));
  return [tf.sub(weights, tf.mul(scaled, size)), first, second];
}

function momentum(
  weights: tf.Tensor,
  gradient: tf.Tensor,
  [velocity]: readonly tf.Tensor[],
  rate: number,
): tf.Tensor[] {
  const next = tf.add(tf.mul(slot(velocity), 0.9), gradient);
  return [tf.sub(weights, tf.mul(next, rate)), next];
}

function rmsProp(weights: tf.Tensor, gradient: tf.Tensor, [squares]: readonly tf.Tensor[], rate: number): tf.Tensor[] {
  const next = towards(squares, tf.square(gradient), 0.1);
  return [tf.sub(weights, tf.mul(tf.div(gradient, tf.add(tf.sqrt(next), EPSILON)), rate)), next];
}

/** A moving average a step further: old + share · (new - old). */
function towards(old: tf.Tensor | undefined, value: tf.Tensor, share: number): tf.Tensor {
  const from = slot(old);
  return tf.add(from, tf.mul(tf.sub(value, from), share));
}

function slot(tensor: tf.Tensor | undefined): tf.Tensor {
  if (tensor === undefined) throw new Error('an optimizer slot is absent');
  return tensor;
}

/** The gradient, scaled so that its norm is at most `limit`. */
export function clipNorm(gradient: tf.Tensor, limit: number): tf.Tensor {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.mul(gradient, tf.div(limit, tf.maximum(norm, limit)));
}
