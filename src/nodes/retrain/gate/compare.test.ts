import { describe, expect, it } from 'vitest';
import { REASONS } from '../../../stats/metrics/figure';
import { makeTable } from '../../../testing/table/make-table';
import { compare, type Question } from './compare';
import type { Pairs } from './pairs';

const numbers = (truth: readonly number[], first: readonly number[], second: readonly number[]): Pairs => ({
  classes: null,
  truth: Float64Array.from(truth),
  first: Float64Array.from(first),
  second: Float64Array.from(second),
  rows: Uint32Array.from(truth.keys()),
  raw: makeTable({}),
  at: Uint32Array.from(truth.keys()),
});

const truth = Array.from({ length: 60 }, (_, i) => i);
const noisy = truth.map((value, i) => value + (i % 2 === 0 ? 4 : -3) + (i % 5) / 10);
const close = truth.map((value, i) => value + (i % 3 === 0 ? 1 : -0.5));
const ask = (question: Partial<Question>): Question => ({
  measure: 'headline',
  test: 'auto',
  level: 0.05,
  seed: 7,
  ...question,
});

describe('comparing two models of numbers', () => {
  it('measures RMSE and tests the squared errors in pairs', () => {
    const found = compare(numbers(truth, noisy, close), ask({}));
    expect(found).toMatchObject({ measure: 'rmse', test: 'paired-t', verdict: 'better', rows: 60 });
    expect(found.second).toBeCloseTo(Math.SQRT1_2, 8);
    expect(found.gain).toBeGreaterThan(2);
    expect(compare(numbers(truth, close, noisy), ask({})).verdict).toBe('worse');
  });

  it('gives the bootstrap’s interval, the same for the same seed', () => {
    const pairs = numbers(truth, noisy, close);
    const found = compare(pairs, ask({ measure: 'mae', test: 'bootstrap' }));
    expect(found).toMatchObject({ measure: 'mae', pValue: null, verdict: 'better' });
    expect(found.low).toBeGreaterThan(0);
    expect(found.high).toBeGreaterThan(found.difference ?? Number.NaN);
    expect(compare(pairs, ask({ measure: 'mae', test: 'bootstrap' }))).toEqual(found);
  });

  it('goes by ranks, or by the gain alone, where that is asked for', () => {
    expect(compare(numbers(truth, noisy, close), ask({ test: 'wilcoxon' }))).toMatchObject({
      test: 'wilcoxon',
      verdict: 'better',
    });
    const [first] = truth;
    const barely = truth.map((value) => value + (value === first ? 0.1 : 0.2));
    const same = truth.map((value) => value + 0.2);
    expect(compare(numbers(truth, same, barely), ask({ test: 'none' })).verdict).toBe('better');
    expect(compare(numbers(truth, same, barely), ask({})).verdict).toBe('same');
  });

  it('passes a measure over that does not fit the task', () => {
    expect(compare(numbers(truth, noisy, close), ask({ measure: 'macroF1' })).measure).toBe('rmse');
  });

  it('says nothing of equal answers', () => {
    const found = compare(numbers(truth, close, close), ask({}));
    expect(found).toMatchObject({ verdict: 'same', gain: 0, pValue: null, alike: true, because: REASONS.equalPairs });
  });
});

describe('comparing two models of classes', () => {
  const classes = (first: readonly number[], second: readonly number[]): Pairs => ({
    ...numbers([0, 1, 2, 0, 1, 2], first, second),
    classes: ['a', 'b', 'c'],
  });

  it('says so where both answer every row alike', () => {
    const said = [0, 1, 2, 0, 0, 0];
    expect(compare(classes(said, said), ask({}))).toMatchObject({ alike: true, verdict: 'same', rows: 6 });
  });

  it('says so where their answers differ, but they are right on the same rows', () => {
    const found = compare(classes([0, 1, 2, 0, 0, 0], [0, 1, 2, 0, 2, 1]), ask({}));
    expect(found).toMatchObject({ alike: false, verdict: 'same', rows: 6, because: REASONS.sameRowsRight });
  });

  it('has no rows to measure only where there are none', () => {
    const none = {
      ...classes([], []),
      truth: new Float64Array(0),
      first: new Float64Array(0),
      second: new Float64Array(0),
    };
    expect(compare(none, ask({ test: 'paired-t' }))).toMatchObject({ alike: false, because: REASONS.noRows });
  });
});
