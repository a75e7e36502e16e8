import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { toArtifact, toModel } from './artifact';
import { memory, withBackend } from './backend/backends';
import { forward } from './forward';
import { ACTIVATIONS, convolutionalNetwork, denseNetwork, type NetworkPlan } from './network';
import type { NetworkArtifact } from './network-value';
import { layOut } from './parameters';
import type { NetworkValues } from './trainer';

const stack = { hidden: [5, 3], dropout: 0.3, l2: 1e-3, batchNorm: true } as const;
const plans: readonly (readonly [string, NetworkPlan])[] = [
  ...ACTIVATIONS.map((activation) => [activation, denseNetwork(4, 3, { ...stack, activation })] as const),
  [
    'convolutional',
    convolutionalNetwork([7, 6, 2], 3, { filters: [3, 4], kernel: 3, pool: 2, head: { ...stack, activation: 'relu' } }),
  ],
];

function randomValues(plan: NetworkPlan): NetworkValues {
  const layout = layOut(plan);
  const random = createRandom(5);
  const fill = (n: number): Float32Array => Float32Array.from({ length: n }, () => 0.1 + random.next());
  return { weights: fill(layout.trainableSize), statistics: fill(layout.statisticsSize) };
}

it.each(plans)('a saved %s network comes back to the bit and predicts as it did in training', async (_, plan) => {
  await withBackend('cpu', new AbortController().signal, async () => {
    const before = memory().tensors;
    const values = randomValues(plan);
    const artifact = toArtifact(plan, values);
    const restored: NetworkArtifact = { ...artifact, topology: JSON.parse(JSON.stringify(artifact.topology)) };
    const model = await toModel(restored);
    for (const [i, weight] of model.weights.entries()) {
      expect(Float32Array.from(weight.read().dataSync())).toEqual(artifact.weights[i]?.values);
    }
    const layout = layOut(plan);
    tf.tidy(() => {
      const x = tf.randomNormal([8, ...plan.inputShape], 0, 1, 'float32', 3);
      const tensors = (list: typeof layout.trainable, from: Float32Array): tf.Tensor[] =>
        list.map((p) => tf.tensor(from.slice(p.offset, p.offset + p.size), [...p.shape]));
      const ours = forward(
        plan,
        layout,
        tensors(layout.trainable, values.weights),
        tensors(layout.statistics, values.statistics),
        x,
      );
      const theirs = model.predict(x);
      if (!(theirs instanceof tf.Tensor)) throw new Error('one output was expected');
      const difference = tf.max(tf.abs(tf.sub(ours, theirs))).dataSync()[0];
      const size = tf.max(tf.abs(ours)).dataSync()[0] ?? 1;
      expect((difference ?? 1) / size).toBeLessThan(1e-4);
    });
    model.dispose();
    expect(memory().tensors).toBe(before);
  });
});

it('an artifact says its shape and counts its numbers', () => {
  const plan = denseNetwork(4, 3, { hidden: [5], activation: 'relu', dropout: 0, l2: 0, batchNorm: true });
  const artifact = toArtifact(plan, randomValues(plan));
  expect(artifact).toMatchObject({ inputShape: [4], outputs: 3, parameters: 4 * 5 + 5 + 4 * 5 + 5 * 3 + 3 });
});
