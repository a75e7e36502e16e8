import { describe, expect, it } from 'vitest';
import { bestEpochOf, curvesOf, pointsOfHistory, roundOf } from './curves';

const points = [
  { epoch: 0.5, epochs: 3, values: { loss: 0.9 } },
  {
    epoch: 1,
    epochs: 3,
    values: { loss: 0.7, validationLoss: 0.8, accuracy: 0.5, validationAccuracy: 0.4, learningRate: 0.01 },
  },
  { epoch: 2, epochs: 3, values: { loss: 0.5, validationLoss: 0.6, learningRate: 0.01 } },
  { epoch: 3, epochs: 3, values: { loss: 0.3, validationLoss: 0.9, learningRate: 0.01 } },
];

describe('training curves', () => {
  it('put a measure and its validation on one chart, loss first', () => {
    const [loss, accuracy] = curvesOf(points);
    expect(loss?.measure).toBe('loss');
    expect(loss?.train).toEqual([
      [0.5, 0.9],
      [1, 0.7],
      [2, 0.5],
      [3, 0.3],
    ]);
    expect(loss?.validation).toEqual([
      [1, 0.8],
      [2, 0.6],
      [3, 0.9],
    ]);
    expect(accuracy?.validation).toEqual([[1, 0.4]]);
  });
  it('leave out a learning rate that never changed', () => {
    expect(curvesOf(points).map((curve) => curve.measure)).toEqual(['loss', 'accuracy']);
  });
  it('mark the epoch of the smallest validation loss', () => expect(bestEpochOf(curvesOf(points))).toBe(2));
  it('mark nothing where nothing was validated', () => {
    expect(bestEpochOf(curvesOf([{ epoch: 1, epochs: 1, values: { loss: 1 } }]))).toBeNull();
  });
  it('skip figures that are not finite', () => {
    expect(curvesOf([{ epoch: 1, epochs: 1, values: { loss: Number.NaN } }])).toEqual([]);
  });
  it('come out of a saved history as they went in', () => {
    const [loss] = curvesOf(
      pointsOfHistory({ trainer: 'tfjs', rounds: { history: { loss: [3, 2], validationLoss: [4, 5] } } }),
    );
    expect(loss?.train).toEqual([
      [1, 3],
      [2, 2],
    ]);
    expect(loss?.validation).toEqual([
      [1, 4],
      [2, 5],
    ]);
  });
  it('go by epochs, by iterations, or by both where models of both stand together', () => {
    const [batches, optimum] = ['tfjs', 'lbfgs'].map((trainer) =>
      pointsOfHistory({ trainer, rounds: { history: { loss: [3, 2] } } }),
    );
    if (batches === undefined || optimum === undefined) throw new Error('two models');
    expect(roundOf([batches])).toBe('panels.epoch');
    expect(roundOf([optimum, optimum])).toBe('panels.iteration');
    expect(roundOf([batches, optimum])).toBe('panels.round');
  });
});
