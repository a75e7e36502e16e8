import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { differences } from '../golden/differences';
import areas from '../golden/interval_areas.json';
import classes from '../golden/interval_classes.json';
import numbers from '../golden/interval_numbers.json';
import shares from '../golden/interval_shares.json';
import quantiles from '../golden/student_quantile.json';
import { studentQuantile } from '../special/student-quantile';
import { balancedAccuracy, confusionMatrix, macroAverages } from './classification';
import {
  areaInterval,
  classIntervals,
  type Interval,
  meanInterval,
  rootMeanSquareInterval,
  rSquaredInterval,
  shareInterval,
} from './intervals';
import { rankByScore } from './ranking';
import { rocAuc } from './roc';

const areaOf = (truth: readonly number[], score: readonly number[]): Interval | null => {
  const ranking = rankByScore(truth, score);
  const { value } = rocAuc(truth, score);
  return ranking === null || value === null ? null : areaInterval(value, ranking);
};
const matrixOf = (truth: readonly number[], predicted: readonly number[]) =>
  confusionMatrix(truth, predicted, Math.max(...truth, ...predicted) + 1);

describe('the interval of a figure equals the reference', () => {
  it.each(shares.cases)('of a share: $id', ({ input: { hits, rows }, expected }) => {
    expect(differences({ interval: shareInterval(hits, rows) }, expected, 1e-12)).toEqual([]);
  });

  it.each(areas.cases)('of an area: $id', ({ input: { truth, score }, expected }) => {
    expect(differences({ interval: areaOf(truth, score) }, expected, 1e-12)).toEqual([]);
  });

  // The reference takes differences, which are right to some eight digits.
  it.each(classes.cases)('of means over classes: $id', ({ input: { truth, predicted }, expected }) => {
    expect(differences(classIntervals(matrixOf(truth, predicted)), expected, 1e-7)).toEqual([]);
  });

  it.each(numbers.cases)('of numbers: $id', ({ input, expected }) => {
    const [truth, predicted] = [Float64Array.from(input.truth), Float64Array.from(input.predicted)];
    const errors = truth.map((y, i) => y - (predicted[i] ?? 0));
    const { r2, ...means } = expected;
    const found = { mae: meanInterval(errors.map(Math.abs)), rmse: rootMeanSquareInterval(errors) };
    // scipy's quantile of Student's t is right to nine digits.
    expect(differences(found, means, 1e-8)).toEqual([]);
    expect(differences({ r2: rSquaredInterval(truth, predicted) }, { r2 }, 1e-6)).toEqual([]);
  });

  it.each(quantiles.cases)('by the quantile of Student’s t: $id', ({ input: { df }, expected: { quantile } }) => {
    expect(studentQuantile(0.975, df) / quantile).toBeCloseTo(1, 9);
  });
});

describe('of 600 samples the interval of 95 % holds the truth', () => {
  const random = createRandom(7);
  const normal = (): number => random.normal();
  /** How many of the samples' intervals hold the figure of a sample so large that it stands for the truth. */
  const covered = <S>(
    draw: (rows: number) => S,
    value: (sample: S) => number,
    interval: (sample: S) => Interval | null,
  ) => {
    const truth = value(draw(200_000));
    let held = 0;
    for (let k = 0; k < 600; k++) {
      const [low, high] = interval(draw(120)) ?? [0, 0];
      if (low <= truth && truth <= high) held++;
    }
    return held / 600;
  };
  const scored = (rows: number) => {
    const truth = Array.from({ length: rows }, () => (random.next() < 0.3 ? 1 : 0));
    return { truth, score: truth.map((y) => y * 1.5 + normal()) };
  };
  const said = (rows: number) => {
    const truth = Array.from({ length: rows }, () => random.integer(4));
    return confusionMatrix(
      truth,
      truth.map((k) => (random.next() < 0.8 ? k : random.integer(4))),
      4,
    );
  };
  const measured = (rows: number) => {
    const truth = Float64Array.from({ length: rows }, normal);
    return { truth, predicted: truth.map((y) => y + 0.5 * normal()) };
  };

  it.each([
    [
      'the area',
      () =>
        covered(
          scored,
          ({ truth, score }) => rocAuc(truth, score).value ?? 0,
          ({ truth, score }) => areaOf(truth, score),
        ),
    ],
    [
      'balanced accuracy',
      () =>
        covered(
          said,
          (m) => balancedAccuracy(m).value ?? 0,
          (m) => classIntervals(m).balancedAccuracy,
        ),
    ],
    [
      'macro F1',
      () =>
        covered(
          said,
          (m) => macroAverages(m).f1.value ?? 0,
          (m) => classIntervals(m).macroF1,
        ),
    ],
    [
      'R²',
      () =>
        covered(
          measured,
          () => 0.75,
          ({ truth, predicted }) => rSquaredInterval(truth, predicted),
        ),
    ],
  ])('%s', (_, share) => {
    expect(share()).toBeGreaterThan(0.92);
    expect(share()).toBeLessThan(0.98);
  });
});
