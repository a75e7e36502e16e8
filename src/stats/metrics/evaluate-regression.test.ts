import { describe, expect, it } from 'vitest';
import { meanBaseline } from './baseline';
import { evaluateRegression } from './evaluate-regression';
import { REASONS } from './figure';
import { explainedVariance } from './regression';

describe('the evaluation of a regressor', () => {
  it('stands beside the mean of the training rows', () => {
    const part = evaluateRegression({
      truth: [1, 2, 3],
      predicted: [1, 2, 4],
      baseline: meanBaseline([1, 3, Number.NaN]),
    });
    expect(part.metrics.r2).toBeCloseTo(0.5, 12);
    expect(part.metrics.mae).toBeCloseTo(1 / 3, 12);
    expect(part.baseline.r2).toBe(0);
    expect(part.baseline.rmse).toBeCloseTo(Math.sqrt(2 / 3), 12);
  });

  it.each([0.1, 1 / 3, 1e-300, 3.3e15])(
    'gives 0 for R² of a truth that is %d in every row, whatever its mean rounds to',
    (y) => {
      const truth = new Float64Array(1000).fill(y);
      const predicted = truth.map((value, i) => value * (1 + (i % 7) / 8));
      const part = evaluateRegression({ truth, predicted, baseline: meanBaseline([y, 2 * y]) });
      expect([part.metrics.r2, part.baseline.r2]).toEqual([0, 0]);
      expect(explainedVariance(truth, predicted)).toEqual({ value: 0 });
      expect(evaluateRegression({ truth, predicted: truth, baseline: meanBaseline(truth) })).toMatchObject({
        metrics: { r2: 1, rmse: 0 },
        baseline: { r2: 1, rmse: 0 },
      });
    },
  );

  it('measures numbers whose squares vanish or overflow as it does any other', () => {
    const [truth, predicted] = [
      [1, 2, 3, 5],
      [1, 2, 4, 4],
    ];
    const plain = evaluateRegression({ truth, predicted, baseline: 2 });
    for (const unit of [2 ** -1000, 2 ** 1000]) {
      const times = (values: readonly number[]) => values.map((value) => value * unit);
      const part = evaluateRegression({ truth: times(truth), predicted: times(predicted), baseline: 2 * unit });
      expect(part.metrics.r2).toBeCloseTo(plain.metrics.r2 ?? Number.NaN, 12);
      expect((part.metrics.rmse ?? Number.NaN) / unit).toBeCloseTo(plain.metrics.rmse ?? Number.NaN, 12);
      expect(part.baseline.r2).toBeCloseTo(plain.baseline.r2 ?? Number.NaN, 12);
    }
  });

  it('gives intervals of what the rows can tell', () => {
    const [truth, predicted] = [
      [1, 2, 3, 5],
      [1, 2, 4, 4.5],
    ];
    const { intervals, metrics } = evaluateRegression({ truth, predicted, baseline: 2 });
    expect(Object.keys(intervals).sort()).toEqual(['mae', 'mape', 'r2', 'rmse']);
    for (const [name, [low, high]] of Object.entries(intervals)) {
      expect(low).toBeLessThan(metrics[name] ?? Number.NaN);
      expect(high).toBeGreaterThan(metrics[name] ?? Number.NaN);
    }
    expect(evaluateRegression({ truth, predicted: truth, baseline: 2 }).intervals).toEqual({});
    expect(evaluateRegression({ truth: [1], predicted: [2], baseline: 2 }).intervals).toEqual({});
  });

  it('leaves rows without a target out and counts them', () => {
    const part = evaluateRegression({ truth: [1, Number.NaN, 3], predicted: [1, 9, 3], baseline: 2 });
    expect(part).toMatchObject({ rows: 2, rowsWithoutTarget: 1, metrics: { rmse: 0 } });
    expect(part.scatter).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('gives no relative error where the target is 0, and no R² of one row', () => {
    const part = evaluateRegression({ truth: [0], predicted: [1], baseline: null });
    expect(part.metrics).toEqual({ rmse: 1, mae: 1, r2: null, mape: null });
    expect(part.undefinedBecause).toEqual({
      r2: REASONS.twoRows,
      mape: REASONS.zeroTarget,
      baseline: REASONS.noTrainRows,
    });
  });

  it('shows at most 500 rows, evenly taken', () => {
    const truth = Float64Array.from({ length: 1234 }, (_, i) => i + 1);
    const { scatter } = evaluateRegression({ truth, predicted: truth, baseline: 1 });
    expect(scatter).toHaveLength(500);
    expect(scatter?.at(-1)?.[0]).toBeGreaterThan(1230);
  });
});
