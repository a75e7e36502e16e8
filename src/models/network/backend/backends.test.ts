import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { withBackend } from './backends';

const { signal } = new AbortController();
const sum = async (): Promise<number> => tf.tidy(() => tf.sum(tf.tensor1d([1, 2, 3])).dataSync()[0] ?? Number.NaN);

describe('backends', () => {
  it('start once for everyone who asks for the same one at the same time', async () => {
    const sums = await Promise.all([withBackend('wasm', signal, sum), withBackend('wasm', signal, sum)]);
    expect(sums).toEqual([6, 6]);
  });

  it('take turns where different ones are asked for at the same time', async () => {
    const active = (name: 'cpu' | 'wasm') =>
      withBackend(name, signal, async () => {
        const before = tf.getBackend();
        await new Promise((resolve) => setTimeout(resolve, 5));
        return [before, tf.getBackend(), await sum()];
      });
    const seen = await Promise.all([active('cpu'), active('wasm'), active('cpu')]);
    expect(seen).toEqual([
      ['cpu', 'cpu', 6],
      ['wasm', 'wasm', 6],
      ['cpu', 'cpu', 6],
    ]);
  });
});
