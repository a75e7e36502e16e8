import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../lib/random';
import { type Activation, BATCH_NORM, type NetworkPlan } from './network';
import { convolve, dense } from './operations';
import type { ParameterLayout } from './parameters';

/** What a training step needs beyond the weights; absent when predicting. */
export interface TrainingMode {
  readonly random: Random;
  /** Takes the batch's means and variances of each batch normalisation, kept past any tidy. */
  observe(moments: readonly tf.Tensor[]): void;
}

/**
 * The network's outputs for a batch: [rows, outputs], linear. `weights` and
 * `statistics` follow the layout. The same arithmetic as the saved LayersModel,
 * in training mode with dropout and batch statistics.
 */
export function forward(
  plan: NetworkPlan,
  layout: ParameterLayout,
  weights: readonly tf.Tensor[],
  statistics: readonly tf.Tensor[],
  x: tf.Tensor,
  training?: TrainingMode,
): tf.Tensor {
  let value = x;
  const moments: tf.Tensor[] = [];
  for (let index = 0; index < plan.layers.length; index++) {
    const layer = plan.layers[index];
    if (layer === undefined) continue;
    switch (layer.type) {
      case 'dense':
      case 'conv': {
        const [w, b] = pair(ofLayer(layout.trainable, weights, index));
        const next = plan.layers[index + 1];
        const relu = next?.type === 'activation' && next.activation === 'relu';
        value = (layer.type === 'dense' ? dense : convolve)(value, w, b, relu, index > firstLearned(layout));
        if (relu) index++;
        break;
      }
      case 'batchNorm': {
        const [gamma, beta] = pair(ofLayer(layout.trainable, weights, index));
        let [mean, variance] = pair(ofLayer(layout.statistics, statistics, index));
        if (training !== undefined) {
          const axes = value.shape.slice(0, -1).map((_, axis) => axis);
          mean = tf.mean(value, axes);
          variance = tf.mean(tf.square(tf.sub(value, mean)), axes);
          moments.push(tf.keep(mean), tf.keep(variance));
        }
        const scale = tf.mul(gamma, tf.rsqrt(tf.add(variance, BATCH_NORM.epsilon)));
        value = tf.add(tf.mul(tf.sub(value, mean), scale), beta);
        break;
      }
      case 'activation':
        value = activate(value, layer.activation);
        break;
      case 'dropout':
        if (training !== undefined) value = tf.mul(value, dropoutMask(value.shape, layer.rate, training.random));
        break;
      case 'maxPool':
        value = tf.maxPool(rank4(value), layer.size, layer.size, 'valid');
        break;
      case 'flatten':
        value = tf.reshape(value, [value.shape[0] ?? 0, -1]);
        break;
    }
  }
  training?.observe(moments);
  return value;
}

/** Zero with probability `rate`, else 1 / (1 - rate): a fresh mask each step, from our own seed. */
function dropoutMask(shape: number[], rate: number, random: Random): tf.Tensor {
  const mask = new Float32Array(shape.reduce((product, n) => product * n, 1));
  const kept = 1 / (1 - rate);
  for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : kept;
  return tf.tensor(mask, shape);
}

function activate(x: tf.Tensor, activation: Activation): tf.Tensor {
  switch (activation) {
    case 'relu':
      return tf.relu(x);
    case 'tanh':
      return tf.tanh(x);
    case 'elu':
      return tf.elu(x);
    case 'selu':
      return tf.selu(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'gelu':
      return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
  }
}

function firstLearned(layout: ParameterLayout): number {
  return layout.trainable[0]?.layer ?? 0;
}

function ofLayer(
  parameters: ParameterLayout['trainable'],
  tensors: readonly tf.Tensor[],
  layer: number,
): readonly tf.Tensor[] {
  return tensors.filter((_, i) => parameters[i]?.layer === layer);
}

function pair(tensors: readonly tf.Tensor[]): [tf.Tensor, tf.Tensor] {
  const [a, b] = tensors;
  if (a === undefined || b === undefined) throw new Error('a layer lacks its weights');
  return [a, b];
}

function rank4(x: tf.Tensor): tf.Tensor4D {
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
  return tf.reshape(x, [batch, height, width, channels]);
}
