import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { makeTable } from '../table/make-table';
import { fakeLinearModel } from './fake-model';
import { memory, withBackend } from './network/backend/backends';
import { openPredictor, predictTable } from './predict';

const signal = new AbortController().signal;
const model = fakeLinearModel(
  ['x', 'z'],
  [
    [0.1, -2, 3.3],
    [1.7, 0.2, -0.9],
  ],
  { name: 'y', classes: ['a', 'b', 'c'] },
);
const table = makeTable({
  x: Array.from({ length: 300 }, (_, i) => i / 7 - 20),
  z: Array.from({ length: 300 }, (_, i) => (i % 13) / 3),
});
const rows = (from: number, to: number) => Uint32Array.from({ length: to - from }, (_, i) => from + i);

describe('a network kept open', () => {
  it.each(['cpu', 'wasm'] as const)('answers on %s as one that is opened each time, to the bit', async (backend) => {
    const predictor = openPredictor(model, { backend, signal });
    for (const [from, to] of [
      [0, 100],
      [100, 101],
      [50, 300],
    ] as const) {
      const kept = await predictor.predict(table, rows(from, to));
      const anew = await predictTable(model, table, rows(from, to), { backend, signal });
      expect(kept.outputs).toBe(3);
      expect(new Uint8Array(kept.scores.buffer)).toEqual(new Uint8Array(anew.scores.buffer));
    }
    predictor.dispose();
  });

  it('holds the same tensors however often it answers, and none once it is disposed of', async () => {
    await withBackend('cpu', signal, async () => {});
    const before = memory().tensors;
    const predictor = openPredictor(model, { backend: 'cpu', signal });
    await predictor.predict(table, rows(0, 10));
    const open = memory().tensors;
    expect(open).toBeGreaterThan(before);
    for (let i = 0; i < 20; i++) await predictor.predict(table, rows(0, 10 + i));
    expect(memory().tensors).toBe(open);
    predictor.dispose();
    expect(memory().tensors).toBe(before);
    await predictor.predict(table, rows(0, 3));
    predictor.dispose();
    predictor.dispose();
    expect(memory().tensors).toBe(before);
  });

  it('is not disturbed by work on another backend in between, nor by failing', async () => {
    const predictor = openPredictor(model, { backend: 'wasm', signal });
    const first = await predictor.predict(table, rows(0, 50));
    await withBackend('cpu', signal, async () => tf.tidy(() => tf.add(1, 2)).dispose());
    const holed = makeTable({ x: [1, null], z: [1, 2] });
    await expect(predictor.predict(holed, rows(0, 2))).rejects.toMatchObject({
      detail: { code: 'missing-value', row: 2 },
    });
    const open = memory().tensors;
    expect((await predictor.predict(table, rows(0, 50))).scores).toEqual(first.scores);
    expect(memory().tensors).toBe(open);
    predictor.dispose();
  });
});
