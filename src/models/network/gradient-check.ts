import * as tf from '@tensorflow/tfjs-core';
import type { Task } from '../../graph/schema-types';
import { createRandom, deriveSeed } from '../../lib/random';
import { forward } from './forward';
import { encodeTargets, summedLoss } from './loss';
import { ACTIVATIONS, type Activation, type LayerPlan, type NetworkPlan, outputsOf } from './network';
import { layOut, startingValues } from './parameters';

/** How far the tape's gradient lies from finite differences. */
export interface GradientCheck {
  readonly name: string;
  /** Largest |tape - difference| over all weights, divided by the largest |difference|. */
  readonly error: number;
}

/**
 * Holds the gradient of every layer type and loss against central differences on
 * the active backend: what catches kernels that are silently wrong. In 32-bit
 * floats an error below 0.005 is agreement; a wrong kernel gives far more.
 */
export function checkGradients(): readonly GradientCheck[] {
  return cases().map(({ name, task, plan }) => ({ name, error: gradientError(plan, task) }));
}

function cases(): readonly { readonly name: string; readonly task: Task; readonly plan: NetworkPlan }[] {
  const head = (units: number): LayerPlan => ({ type: 'dense', units, l2: 0 });
  const dense = (activation: Activation): LayerPlan[] => [head(4), { type: 'activation', activation }];
  const row = (...layers: readonly LayerPlan[]): NetworkPlan => ({ inputShape: [5], layers });
  const image = (...layers: readonly LayerPlan[]): NetworkPlan => ({
    inputShape: [5, 4, 2],
    layers: [...layers, { type: 'flatten' }, head(3)],
  });
  const conv: LayerPlan = { type: 'conv', filters: 2, kernel: 3, l2: 0 };
  return [
    ...ACTIVATIONS.map((activation) => ({
      name: `dense ${activation}`,
      task: 'binary' as const,
      plan: row(...dense(activation), ...dense(activation), head(1)),
    })),
    { name: 'logistic loss', task: 'binary', plan: row(head(1)) },
    { name: 'softmax loss', task: 'multiclass', plan: row(head(3)) },
    { name: 'squared loss', task: 'regression', plan: row(head(1)) },
    { name: 'batch normalisation', task: 'binary', plan: row(head(4), { type: 'batchNorm' }, head(1)) },
    { name: 'dropout', task: 'binary', plan: row(head(8), { type: 'dropout', rate: 0.4 }, head(1)) },
    { name: 'convolution', task: 'multiclass', plan: image(conv) },
    {
      name: 'convolution stack',
      task: 'multiclass',
      plan: image(conv, { type: 'activation', activation: 'relu' }, conv),
    },
    // No ReLU before the pooling: windows with a negative maximum must pass their gradient too.
    { name: 'max pooling', task: 'multiclass', plan: image(conv, { type: 'maxPool', size: 2 }) },
  ];
}

const ROWS = 4;
/** Wide stands above rounding, narrow straddles few kinks of ReLU and pooling: a wrong kernel fails both. */
const STEPS = [2e-3, 2e-4];

function gradientError(plan: NetworkPlan, task: Task): number {
  const layout = layOut(plan);
  const random = createRandom(7);
  const size = plan.inputShape.reduce((product, n) => product * n, 1);
  const x = Float32Array.from({ length: ROWS * size }, () => random.normal());
  const outputs = outputsOf(plan);
  const labels = Float32Array.from({ length: ROWS }, (_, i) =>
    task === 'regression' ? random.normal() : i % Math.max(outputs, 2),
  );
  const y = encodeTargets(task, outputs, labels);
  const weights = startingValues(layout.trainable, layout.trainableSize, 11);
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) + 0.1 * random.normal();
  const start = (values: Float32Array): tf.Tensor[] =>
    layout.trainable.map((p) => tf.tensor(values.slice(p.offset, p.offset + p.size), [...p.shape]));
  const statistics = (): tf.Tensor[] => layout.statistics.map((p) => tf.zeros([...p.shape]));
  const strays: tf.Tensor[] = [];
  const lossOf = (tensors: readonly tf.Tensor[]): tf.Scalar => {
    const mode = {
      random: createRandom(deriveSeed(3, 'mask')),
      observe: (m: readonly tf.Tensor[]) => strays.push(...m),
    };
    const z = forward(plan, layout, tensors, statistics(), tf.tensor(x, [ROWS, ...plan.inputShape]), mode);
    const targets = { y: tf.tensor(y, [ROWS, y.length / ROWS]), weights: null };
    return tf.reshape(summedLoss(task, z, targets), []);
  };
  const lossAt = (values: Float32Array): number => tf.tidy(() => lossOf(start(values)).dataSync()[0] ?? Number.NaN);
  try {
    const tape = tf.tidy(() => {
      const { grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => lossOf(tensors))(start(weights));
      return Float32Array.from(tf.concat(grads.map((g) => tf.reshape(g, [-1]))).dataSync());
    });
    let worst = 0;
    let largest = 0;
    for (let i = 0; i < weights.length; i++) {
      const at = weights[i] ?? 0;
      const shifted = (by: number): number => lossAt(Float32Array.from(weights, (w, j) => (j === i ? at + by : w)));
      const differences = STEPS.map((step) => (shifted(step) - shifted(-step)) / (2 * step));
      const gaps = differences.map((difference) => Math.abs(difference - (tape[i] ?? Number.NaN)));
      worst = Math.max(worst, Math.min(...gaps));
      largest = Math.max(largest, Math.abs(differences[0] ?? 0));
    }
    return worst / largest;
  } finally {
    tf.dispose(strays);
  }
}
