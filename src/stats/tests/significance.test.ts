import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { correlationRatio, correlationsOf } from '../describe/correlation';
import { REASONS } from '../metrics/figure';
import { bootstrapDifference } from './bootstrap';
import { mcnemarTest } from './mcnemar';
import { mannWhitney, wilcoxon } from './rank-tests';
import { pairedTest, studentTest, welchTest } from './t-test';

const normals = (seed: number, n: number, mean: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: n }, () => mean + random.normal());
};

describe('tests of significance', () => {
  it.each([
    ['Welch', welchTest],
    ['Student', studentTest],
    ['Mann-Whitney', mannWhitney],
    ['paired', pairedTest],
    ['Wilcoxon', wilcoxon],
  ] as const)(
    'the %s test takes about one in twenty equal samples for different at 0.05, and finds most that differ',
    (_, test) => {
      let alarms = 0;
      let found = 0;
      for (let k = 0; k < 1_000; k++) {
        const a = normals(2 * k, 30, 0);
        if ((test(a, normals(2 * k + 1, 30, 0)).pValue ?? 0) < 0.05) alarms++;
        if ((test(a, normals(2 * k + 1, 30, 1)).pValue ?? 1) < 0.05) found++;
      }
      expect(alarms).toBeGreaterThan(30);
      expect(alarms).toBeLessThan(70);
      expect(found).toBeGreaterThan(900);
    },
  );

  it('has one p-value whichever sample comes first', () => {
    const a = [1, 2, 3, 4, 5, 6, 7, 8];
    const b = [2, 1, 5, 6, 4, 7, 9, 12];
    for (const test of [welchTest, studentTest, mannWhitney, pairedTest, wilcoxon]) {
      expect(test(a, b).pValue).toBe(test(b, a).pValue);
    }
  });

  it('says in words why it cannot tell', () => {
    expect(welchTest([1], [2, 3]).because?.en).toBe('At least two rows are needed.');
    expect(mannWhitney([], [1]).because?.en).toBe('There are no rows to measure.');
    expect(pairedTest([1, Number.NaN], [1, 2]).because?.en).toBe('A value is missing or not finite.');
    expect(wilcoxon([1, 2], [1, 2]).because?.ko).toBe('모든 쌍에서 두 값이 같아요.');
    expect(pairedTest([1, 2], [1, 2]).because).toBe(REASONS.equalPairs);
    expect(mcnemarTest(0, 0).because).toBe(REASONS.sameRowsRight);
    expect(correlationsOf([1, 2], [Number.NaN, 2]).pearson.because?.en).toBe('At least two rows are needed.');
  });

  it('gives a difference without spread a p-value of 0 and no endless statistic', () => {
    expect(welchTest([3, 3, 3], [4, 4])).toEqual({ statistic: null, pValue: 0 });
  });

  it('counts exactly where few rows tell two classifiers apart', () => {
    expect(mcnemarTest(0, 5)).toMatchObject({ statistic: 0, pValue: expect.closeTo(2 / 2 ** 5, 12), method: 'exact' });
    expect(mcnemarTest(60, 90)).toMatchObject({ method: 'asymptotic' });
  });
});

describe('the bootstrap interval of a paired difference', () => {
  it('holds the true difference in about 95 of 100 samples', () => {
    let held = 0;
    for (let k = 0; k < 300; k++) {
      const { low, high } = bootstrapDifference(normals(3 * k, 60, 0.3), normals(3 * k + 1, 60, 0), {
        seed: k,
        resamples: 400,
      });
      if ((low ?? 1) <= 0.3 && 0.3 <= (high ?? 0)) held++;
    }
    expect(held).toBeGreaterThan(270);
    expect(held).toBeLessThan(297);
  });

  it('follows from its seed, and another seed moves it a little', () => {
    const [a, b] = [normals(1, 80, 0), normals(2, 80, 0.2)];
    const interval = bootstrapDifference(a, b, { seed: 7 });
    expect(bootstrapDifference(a, b, { seed: 7 })).toEqual(interval);
    const other = bootstrapDifference(a, b, { seed: 8 });
    expect(other.low).not.toBe(interval.low);
    expect(Math.abs((other.low ?? 9) - (interval.low ?? 0))).toBeLessThan(0.03);
    expect(other.difference).toBe(interval.difference);
  });

  it('has no interval of fewer than two rows', () => {
    expect(bootstrapDifference([1], [2], { seed: 1 })).toMatchObject({ low: null, high: null });
  });
});

describe('correlations', () => {
  it('are exactly ±1 where one column is a multiple of the other, however large', () => {
    const a = Float64Array.of(1e200, 3e200, -2e200, 7e200);
    const same = correlationsOf(a, a);
    const turned = correlationsOf(
      a,
      a.map((x) => -x / 1e300),
    );
    expect(same.pearson).toMatchObject({ statistic: 1, pValue: 0 });
    expect(turned.pearson.statistic).toBeCloseTo(-1, 14);
    expect(turned.spearman.statistic).toBe(-1);
    expect(turned.kendall.statistic).toBe(-1);
  });

  it('count the pairs of 3,000 rows as counting them one by one does', () => {
    const random = createRandom(9);
    const a = Array.from({ length: 3_000 }, () => random.integer(50));
    const b = a.map((x) => x + random.integer(80));
    let [excess, freeA, freeB] = [0, 0, 0];
    for (let i = 0; i < a.length; i++) {
      for (let j = 0; j < i; j++) {
        const x = Math.sign((a[i] ?? 0) - (a[j] ?? 0));
        const y = Math.sign((b[i] ?? 0) - (b[j] ?? 0));
        excess += x * y;
        freeA += x * x;
        freeB += y * y;
      }
    }
    expect(correlationsOf(a, b).kendall.statistic).toBeCloseTo(excess / Math.sqrt(freeA * freeB), 12);
  });

  it('leave rows without a group out of η', () => {
    expect(correlationRatio([1, 2, 9, Number.NaN, 50], [0, 0, 1, 1, -1]).value).toBe(
      correlationRatio([1, 2, 9], [0, 0, 1]).value,
    );
  });
});
