import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../lib/random';
import { withBackend } from '../backends';

const signal = new AbortController().signal;

function noise(seed: number, shape: readonly number[], shift = 0): tf.Tensor {
  const random = createRandom(seed);
  const size = shape.reduce((product, n) => product * n, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => random.normal() + shift),
    [...shape],
  );
}

function rank4(tensor: tf.Tensor): tf.Tensor4D {
  const [a = 1, b = 1, c = 1, d = 1] = tensor.shape;
  return tf.reshape(tensor, [a, b, c, d]);
}

/** The same computation on both backends. */
async function onBoth(compute: () => tf.Tensor): Promise<[Float32Array, Float32Array]> {
  const on = (name: 'cpu' | 'wasm'): Promise<Float32Array> =>
    withBackend(name, signal, async () => tf.tidy(() => Float32Array.from(compute().dataSync())));
  return [await on('cpu'), await on('wasm')];
}

function expectAlike([cpu, wasm]: [Float32Array, Float32Array]): void {
  expect(wasm.length).toBe(cpu.length);
  cpu.forEach((value, i) => {
    expect(wasm[i]).toBeCloseTo(value, 3);
  });
}

describe('kernels of our own on wasm', () => {
  it.each([
    ['same', 1, [2, 7, 6, 3], [3, 3, 3, 4]],
    ['valid', 1, [2, 7, 6, 3], [3, 2, 3, 4]],
    ['same', 2, [3, 8, 9, 2], [5, 3, 2, 3]],
    ['same', 1, [1, 4, 4, 1], [1, 1, 1, 2]],
  ] as const)('the filter gradient (%s, stride %i) equals the reference', async (pad, stride, input, filter) => {
    const gradient = (): tf.Tensor =>
      tf.grad((w) => tf.square(tf.conv2d(rank4(noise(1, input)), rank4(w), stride, pad)))(noise(2, filter));
    expectAlike(await onBoth(gradient));
  });

  it.each([
    ['same', 1, [2, 7, 6, 3], [3, 3, 3, 4]],
    ['same', 1, [2, 7, 6, 3], [2, 4, 3, 4]],
    ['valid', 1, [2, 7, 6, 3], [3, 2, 3, 4]],
    ['same', 2, [3, 8, 9, 2], [5, 3, 2, 3]],
    ['same', 1, [1, 4, 4, 1], [1, 1, 1, 2]],
    ['same', 1, [1, 3, 3, 2], [5, 5, 2, 3]],
  ] as const)(
    'the input gradient of a convolution (%s, stride %i) equals the reference',
    async (pad, stride, input, filter) => {
      const gradient = (): tf.Tensor =>
        tf.grad((x) => tf.square(tf.conv2d(rank4(x), rank4(noise(2, filter)), stride, pad)))(noise(1, input));
      expectAlike(await onBoth(gradient));
    },
  );

  it.each([
    ['windows side by side', 2, 2, 'valid'],
    ['overlapping windows with padding', 3, 2, 'same'],
  ] as const)('max pooling passes on the gradient of negative maxima: %s', async (_, size, stride, pad) => {
    const gradient = (): tf.Tensor =>
      tf.grad((x) => tf.square(tf.maxPool(rank4(x), size, stride, pad)))(noise(3, [2, 7, 6, 3], -5));
    const both = await onBoth(gradient);
    expectAlike(both);
    expect(both[1].some((value) => value !== 0)).toBe(true);
  });

  it.each([
    ['a run of a vector', [20], [3], [9]],
    ['whole rows of a matrix', [6, 4], [2, 0], [3, 4]],
    ['a corner of a matrix', [6, 4], [2, 1], [3, 2]],
    ['everything to the end', [6, 4], [2, 0], [-1, -1]],
    ['a block of four dimensions', [3, 4, 5, 2], [1, 0, 1, 0], [2, 3, 2, 2]],
  ] as const)('slices %s', async (_, shape, begin, size) => {
    expectAlike(await onBoth(() => tf.slice(noise(4, shape), [...begin], [...size])));
  });
});
