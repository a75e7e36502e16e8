import { describe, expect, it } from 'vitest';
import type { PartEvaluation } from '../stats/metrics/report';
import { mcnemarTest } from '../stats/tests/mcnemar';
import { PART } from '../table/table';
import { compareEvaluations, type Judged } from './compare-evaluations';

const figures: PartEvaluation = { rows: 0, metrics: {}, intervals: {}, undefinedBecause: {}, baseline: {} };

interface Rows {
  readonly truth: readonly number[];
  readonly predicted: readonly number[];
  readonly classes?: readonly string[];
  readonly source?: readonly number[];
  readonly part?: keyof typeof PART;
}

function judged({ truth, predicted, classes, source, part = 'test' }: Rows): Judged {
  return {
    report: {
      task: classes === undefined ? 'regression' : 'binary',
      target: 'y',
      ...(classes === undefined ? {} : { classes }),
      parts: { [part]: figures },
    },
    judged: {
      source: Uint32Array.from(source ?? truth.keys()),
      part: new Uint8Array(truth.length).fill(PART[part]),
      truth: Float64Array.from(truth),
      predicted: Float64Array.from(predicted),
    },
  };
}

const truth = Array.from({ length: 100 }, (_, i) => i % 2);
/** Wrong in the first so many rows. */
const wrongIn = (rows: number) => truth.map((label, i) => (i < rows ? 1 - label : label));
const said = (rows: number, change: Partial<Rows> = {}) =>
  judged({ truth, predicted: wrongIn(rows), classes: ['no', 'yes'], ...change });

describe('evaluations beside each other', () => {
  it('tells the best of those on the same rows, and by McNemar’s test whether it is clearly ahead', () => {
    const [worse, best] = compareEvaluations([said(20), said(5)]).evaluations;
    expect([worse?.isBest, best?.isBest, best?.besideBest]).toEqual([false, true, null]);
    expect(worse?.besideBest).toMatchObject({
      ...{ best: 1, measure: 'accuracy', test: 'mcnemar', isClear: true, first: 0.95, second: 0.8, rows: 100 },
      pValue: expect.closeTo(mcnemarTest(15, 0).pValue ?? Number.NaN, 9),
    });
    expect(compareEvaluations([said(6), said(5)]).evaluations[0]?.besideBest?.isClear).toBe(false);
  });

  it('does not rank models that were measured on other rows, or by another target', () => {
    const moved = said(5, { source: truth.map((_, i) => i + 1) });
    const { evaluations } = compareEvaluations([said(20), moved, said(5, { truth: truth.map((y) => 1 - y) })]);
    expect(evaluations.map(({ rows }) => rows)).toEqual([0, 1, 2]);
    expect(evaluations.every(({ isBest, besideBest }) => !isBest && besideBest === null)).toBe(true);
    const other = said(5);
    const byOther = compareEvaluations([said(5), { ...other, report: { ...other.report, target: 'z' } }]);
    expect(byOther.evaluations.map(({ rows }) => rows)).toEqual([0, 1]);
  });

  it('knows the same rows though the models list their classes in another order', () => {
    const flip = (labels: readonly number[]) => labels.map((label) => 1 - label);
    const turned = said(0, { truth: flip(truth), predicted: flip(wrongIn(5)), classes: ['yes', 'no'] });
    const [worse, best] = compareEvaluations([said(20), turned]).evaluations;
    expect([best?.isBest, worse?.besideBest?.first, worse?.besideBest?.second]).toEqual([true, 0.95, 0.8]);
  });

  it('asks more of each difference the more models are compared', () => {
    // Seven rows that the best alone gets right: p = 0.016, which is clear beside one other, not beside four.
    const two = compareEvaluations([said(7), said(0)]);
    expect(two.evaluations[0]?.besideBest).toMatchObject({ pValue: 0.015625, isClear: true });
    const five = compareEvaluations([said(7), said(7), said(7), said(7), said(0)]);
    expect(five.evaluations.slice(0, 4).map(({ besideBest }) => besideBest?.isClear)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('compares numbers by RMSE and the paired t-test, without rows whose target is missing', () => {
    const values = truth.map((_, i) => (i === 3 ? Number.NaN : i));
    const off = (by: (i: number) => number) => judged({ truth: values, predicted: values.map((_, i) => i + by(i)) });
    const [worse, best] = compareEvaluations([off((i) => 2 + (i % 3)), off((i) => (i % 5) / 4)]).evaluations;
    expect(best?.isBest).toBe(true);
    expect(worse?.besideBest).toMatchObject({ measure: 'rmse', test: 'paired-t', isClear: true, rows: 99 });
  });

  it('compares the part that models are judged by, and gives no figure of one that lacks it', () => {
    const { part, evaluations } = compareEvaluations([said(5, { part: 'validation' }), said(5)]);
    expect(part).toBe('test');
    expect(evaluations.map(({ figures: found }) => found !== undefined)).toEqual([false, true]);
    expect(compareEvaluations([said(5, { part: 'train' })]).part).toBe('train');
  });
});
