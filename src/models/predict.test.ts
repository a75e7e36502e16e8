import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../lib/random';
import type { Table } from '../table/table';
import { fakeLinearModel } from '../testing/models/fake-model';
import { makeTable } from '../testing/table/make-table';
import type { ModelValue } from './model';
import { toArtifact } from './network/artifact';
import { memory, withBackend } from './network/backend/backends';
import { convolutionalNetwork } from './network/network';
import { layOut, startingValues } from './network/parameters';
import { openPredictor, predictTable } from './predict';

const signal = new AbortController().signal;
const ROWS = 300;
const rows = (from: number, to: number) => Uint32Array.from({ length: to - from }, (_, i) => from + i);

const numbers = fakeLinearModel(
  ['x', 'z'],
  [
    [0.1, -2, 3.3],
    [1.7, 0.2, -0.9],
  ],
  { name: 'y', classes: ['a', 'b', 'c'] },
);
const table = makeTable({
  x: Array.from({ length: ROWS }, (_, i) => i / 7 - 20),
  z: Array.from({ length: ROWS }, (_, i) => (i % 13) / 3),
});

const head = { hidden: [4], activation: 'relu', dropout: 0, l2: 0, batchNorm: false } as const;
const plan = convolutionalNetwork([4, 4, 1], 3, { filters: [2], kernel: 3, pool: 2, head });
const images = async (): Promise<ModelValue> => {
  const layout = layOut(plan);
  const values = {
    weights: startingValues(layout.trainable, layout.trainableSize, 3),
    statistics: startingValues(layout.statistics, layout.statisticsSize, 3),
  };
  const artifact = await withBackend('cpu', signal, async () => toArtifact(plan, values));
  return { ...numbers, features: ['i'], body: { type: 'network', ...artifact } };
};
const pixels = createRandom(4);
const album: Table = {
  ...table,
  columns: [
    {
      name: 'i',
      type: 'image',
      role: null,
      shape: [4, 4, 1],
      values: Float32Array.from({ length: ROWS * 16 }, () => pixels.next()),
    },
  ],
};

describe('a model kept open', () => {
  it.each([
    ['numbers', 'cpu'],
    ['numbers', 'wasm'],
    ['images', 'cpu'],
    ['images', 'wasm'],
  ] as const)('answers rows of %s on %s as one that is opened each time, to the bit', async (of, backend) => {
    const model = of === 'numbers' ? numbers : await images();
    const given = of === 'numbers' ? table : album;
    const predictor = openPredictor(model, { backend, signal });
    for (const [from, to] of [
      [0, 100],
      [100, 101],
      [50, 300],
    ] as const) {
      const kept = await predictor.predict(given, rows(from, to));
      const anew = await predictTable(model, given, rows(from, to), { backend, signal });
      expect(kept.outputs).toBe(3);
      expect(new Uint8Array(kept.scores.buffer)).toEqual(new Uint8Array(anew.scores.buffer));
    }
    predictor.dispose();
  });

  it('holds the same tensors however often it answers, and none once it is disposed of', async () => {
    const model = await images();
    const before = memory().tensors;
    const predictor = openPredictor(model, { backend: 'cpu', signal });
    await predictor.predict(album, rows(0, 10));
    const open = memory().tensors;
    expect(open).toBeGreaterThan(before);
    for (let i = 0; i < 20; i++) await predictor.predict(album, rows(0, 10 + i));
    expect(memory().tensors).toBe(open);
    predictor.dispose();
    expect(memory().tensors).toBe(before);
    await predictor.predict(album, rows(0, 3));
    predictor.dispose();
    predictor.dispose();
    expect(memory().tensors).toBe(before);
  });

  it('is not disturbed by work on another backend in between, nor by failing', async () => {
    const model = await images();
    const predictor = openPredictor(model, { backend: 'wasm', signal });
    const first = await predictor.predict(album, rows(0, 50));
    await withBackend('cpu', signal, async () => tf.tidy(() => tf.add(1, 2)).dispose());
    const open = memory().tensors;
    await expect(predictor.predict(table, rows(0, 2))).rejects.toThrow();
    expect((await predictor.predict(album, rows(0, 50))).scores).toEqual(first.scores);
    expect(memory().tensors).toBe(open);
    predictor.dispose();
  });
});

describe('scores of tables', () => {
  it('are the same to the bit whatever backend was asked for, and hold no tensor', async () => {
    const before = memory().tensors;
    const [cpu, wasm] = await Promise.all(
      (['cpu', 'wasm'] as const).map((backend) => predictTable(numbers, table, rows(0, ROWS), { backend, signal })),
    );
    expect(cpu?.scores).toEqual(wasm?.scores);
    expect(memory().tensors).toBe(before);
  });

  it('name the row that misses a value', async () => {
    const holed = makeTable({ x: [1, null], z: [1, 2] });
    await expect(predictTable(numbers, holed, rows(0, 2), { backend: 'cpu', signal })).rejects.toMatchObject({
      detail: { code: 'missing-value', row: 2 },
    });
  });
});
