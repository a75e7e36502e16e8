import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { toArtifact, toModel } from './artifact';
import { withBackend } from './backend/backends';
import { ACTIVATIONS, convolutionalNetwork, denseNetwork, linearNetwork, type NetworkPlan } from './network';
import { layOut, startingValues } from './parameters';
import { plainNetwork } from './plain-network';

const ROWS = 64;
const stack = { hidden: [24, 16], dropout: 0.3, l2: 1e-3, batchNorm: true } as const;
const plans: readonly (readonly [string, NetworkPlan])[] = [
  ['linear', linearNetwork(12, 3, 0)],
  ['deep', denseNetwork(12, 3, { ...stack, hidden: [64, 64, 64, 64], activation: 'relu', batchNorm: false })],
  ...ACTIVATIONS.map((activation) => [activation, denseNetwork(12, 3, { ...stack, activation })] as const),
];
const signal = new AbortController().signal;

function artifactOf(plan: NetworkPlan) {
  const layout = layOut(plan);
  const random = createRandom(5);
  const weights = startingValues(layout.trainable, layout.trainableSize, 7).map((w) => w + 0.1 * random.normal());
  const statistics = Float32Array.from({ length: layout.statisticsSize }, () => 0.2 + random.next());
  return toArtifact(plan, { weights, statistics });
}

it.each(plans)(
  'the plain forward pass of a %s network is TensorFlow.js’s to 1e-5 of its largest output',
  async (_, plan) => {
    await withBackend('cpu', signal, async () => {
      const artifact = artifactOf(plan);
      const random = createRandom(9);
      const features = Float32Array.from({ length: ROWS * 12 }, () => (random.next() < 0.3 ? 0 : 2 * random.normal()));
      const ours = plainNetwork(plan, artifact)?.forward(features, ROWS) ?? new Float64Array(0);
      const model = await toModel(artifact);
      const theirs = tf.tidy(() => {
        const z = model.predict(tf.tensor(features, [ROWS, 12]));
        if (!(z instanceof tf.Tensor)) throw new Error('one output was expected');
        return z.dataSync();
      });
      model.dispose();
      expect(ours.length).toBe(theirs.length);
      const largest = ours.reduce((most, z) => Math.max(most, Math.abs(z)), 0);
      const off = ours.reduce((most, z, i) => Math.max(most, Math.abs(z - (theirs[i] ?? Number.NaN))), 0);
      expect(off / largest).toBeLessThan(1e-5);
    });
  },
);

it('a row is answered the same alone and among others', async () => {
  await withBackend('cpu', signal, async () => {
    const plan = denseNetwork(12, 2, { ...stack, activation: 'gelu' });
    const network = plainNetwork(plan, artifactOf(plan));
    const random = createRandom(2);
    const features = Float32Array.from({ length: 5 * 12 }, () => random.normal());
    const all = network?.forward(features, 5).subarray(6, 8);
    expect(network?.forward(features.subarray(3 * 12, 4 * 12), 1)).toEqual(all);
  });
});

it('images have none: they need convolutions', async () => {
  await withBackend('cpu', signal, async () => {
    const head = { hidden: [], activation: 'relu', dropout: 0, l2: 0, batchNorm: false } as const;
    const plan = convolutionalNetwork([4, 4, 1], 2, { filters: [2], kernel: 3, pool: 2, head });
    expect(plainNetwork(plan, artifactOf(plan))).toBeNull();
  });
});
