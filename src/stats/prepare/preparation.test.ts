import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { present } from '../describe/quantile';
import encoding from '../golden/encoding.json';
import imputation from '../golden/imputation.json';
import scalers from '../golden/scalers.json';
import splits from '../golden/splits.json';
import { categoriesOf, countCodes, shrunkenMean } from './encoding';
import { foldSizes, stratifiedFoldCounts, timeSeriesFolds } from './folds';
import { fillValue } from './imputing';
import { fitScaling, type ScalingMethod, scaleValues } from './scaling';
import { PARTS, partCounts, stratifiedSplit } from './splitting';

const METHODS: Readonly<Record<string, ScalingMethod>> = {
  standard: { method: 'standard' },
  minmax: { method: 'minmax', low: 0, high: 1 },
  'minmax_-1_1': { method: 'minmax', low: -1, high: 1 },
  maxabs: { method: 'maxabs' },
  robust: { method: 'robust' },
  quantile_uniform: { method: 'quantile', output: 'uniform', quantiles: 1_000 },
  quantile_normal: { method: 'quantile', output: 'normal', quantiles: 1_000 },
  quantile_uniform_10: { method: 'quantile', output: 'uniform', quantiles: 10 },
  'yeo-johnson': { method: 'power', family: 'yeo-johnson' },
  'box-cox': { method: 'power', family: 'box-cox' },
};

const numbers = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (v) => v ?? Number.NaN);

/** The greatest difference, relative above 1; infinite where one is missing and the other is not. */
function distance(actual: Float64Array, expected: readonly (number | null)[]): number {
  return expected.reduce<number>((worst, value, i) => {
    const got = actual[i] ?? Number.NaN;
    if (value === null || Number.isNaN(got)) return value === null && Number.isNaN(got) ? worst : Infinity;
    return Math.max(worst, Math.abs(got - value) / Math.max(1, Math.abs(value)));
  }, 0);
}

describe('scalings equal scikit-learn', () => {
  it.each(scalers.cases.map((c) => [c.id, c] as const))('%s', (_, { method, fit, apply, fitted, applied }) => {
    const options = METHODS[method];
    if (options === undefined) throw new Error(`unknown method ${method}`);
    const scaling = fitScaling(numbers(fit), options);
    const tolerance = options.method === 'power' ? 1e-3 : 1e-9;
    expect(distance(scaleValues(numbers(fit), scaling), fitted)).toBeLessThan(tolerance);
    expect(distance(scaleValues(numbers(apply), scaling), applied)).toBeLessThan(tolerance);
  });
});

describe('fill values equal scikit-learn', () => {
  it.each(imputation.cases.map((c) => [c.id, c] as const))('%s', (_, { strategy, values, fill }) => {
    const known = (['mean', 'median', 'most_frequent'] as const).find((each) => each === strategy) ?? 'mean';
    expect(known).toBe(strategy);
    expect(distance(Float64Array.of(fillValue(present(numbers(values)), known)), [fill])).toBeLessThan(1e-9);
  });
});

describe('encodings equal scikit-learn', () => {
  it.each(encoding.cases.flatMap((c) => (c.target === undefined ? [] : [[c.id, c] as const])))('%s', (_, c) => {
    const dictionary = [...new Set(c.fit)];
    const codes = Int32Array.from(c.fit, (word) => dictionary.indexOf(word));
    const counts = countCodes(codes, dictionary.length, Uint32Array.from(codes.keys()));
    const categories = categoriesOf(dictionary, counts);
    expect(categories.map(({ word }) => word)).toEqual(c.categories);
    const mean = c.target.reduce((sum, y) => sum + y, 0) / c.target.length;
    const means = c.apply.map((word) => {
      const count = categories.find((category) => category.word === word)?.count ?? 0;
      const sum = c.target.reduce((total, y, i) => (c.fit[i] === word ? total + y : total), 0);
      return shrunkenMean(sum, count, mean, 10);
    });
    expect(distance(Float64Array.from(means), c.targetMean)).toBeLessThan(1e-12);
  });
});

describe('splits equal scikit-learn', () => {
  it.each(splits.cases.map((c) => [c.id, c] as const))('%s', (_, c) => {
    if (c.kind === 'holdout')
      expect(partCounts(c.n ?? 0, 0, c.share ?? 0)).toMatchObject({ train: c.train, test: c.test });
    else if (c.kind === 'folds') expect(foldSizes(c.n ?? 0, c.k ?? 0)).toEqual(c.sizes);
    else if (c.kind === 'windows') expect(timeSeriesFolds(c.n ?? 0, c.k ?? 0)).toEqual(c.windows);
    else if (c.kind === 'stratifiedFolds') {
      const sorted = (counts: readonly (readonly number[])[]) => counts.map((row) => [...row].sort());
      expect(sorted(stratifiedFoldCounts(c.sizes ?? [], c.k ?? 0))).toEqual(sorted(c.counts ?? []));
    } else {
      const sizes = c.sizes ?? [];
      const classes = Int32Array.from(sizes.flatMap((size, k) => new Array<number>(size).fill(k)));
      const parts = stratifiedSplit(
        classes,
        sizes.length,
        partCounts(classes.length, 0, c.share ?? 0),
        createRandom(1),
      );
      const byClass = sizes.map(
        (_size, k) => parts.filter((part, row) => part === PARTS.test && classes[row] === k).length,
      );
      // Where remainders are equal, scikit-learn draws lots.
      if (c.lot === false) expect(byClass).toEqual(c.byClass);
      expect(byClass.reduce((sum, count) => sum + count)).toBe(c.test);
      byClass.forEach((count, k) => {
        expect(count).toBeGreaterThanOrEqual(c.least?.[k] ?? Infinity);
        expect(count).toBeLessThanOrEqual(c.most?.[k] ?? -1);
      });
    }
  });
});
