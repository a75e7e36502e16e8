import { describe, expect, it } from 'vitest';
import { meanBaseline } from './baseline';
import { evaluateRegression } from './evaluate-regression';
import { REASONS } from './figure';

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
