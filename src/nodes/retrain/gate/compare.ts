import type { Text } from '../../../lib/text';
import { confusionMatrix } from '../../../stats/metrics/classification';
import {
  addError,
  classificationMeasures,
  type ErrorSums,
  NO_ERRORS,
  regressionMeasures,
} from '../../../stats/metrics/prequential';
import { bootstrapDifference } from '../../../stats/tests/bootstrap';
import { mcnemarTest } from '../../../stats/tests/mcnemar';
import { wilcoxon } from '../../../stats/tests/rank-tests';
import type { Significance } from '../../../stats/tests/significance';
import { pairedTest } from '../../../stats/tests/t-test';
import { steady } from '../../wording/event-figures';
import { CLASS_MEASURES, lessIsBetter, NUMBER_MEASURES } from '../../wording/measure-words';
import type { PairedAnswers } from './pairs';
import type { GateParams } from './params';

/** What a comparison of two models came to; `first` is the champion. */
export interface Comparison {
  readonly measure: string;
  readonly first: number | null;
  readonly second: number | null;
  /** How much better the second is in the measure; below 0: worse. */
  readonly gain: number | null;
  readonly test: TestName;
  readonly statistic: number | null;
  readonly pValue: number | null;
  /** Mean loss of the first less that of the second, a row; of the bootstrap its interval too. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the test says of the second. */
  readonly verdict: 'better' | 'worse' | 'same';
  /** Whether both answer every row alike: then there is nothing to compare. */
  readonly alike: boolean;
  /** Why the test can say nothing. */
  readonly because: Text | null;
  readonly rows: number;
}

export type TestName = 'mcnemar' | 'paired-t' | 'wilcoxon' | 'bootstrap' | 'none';

export interface Question {
  readonly measure: GateParams['measure'];
  readonly test: GateParams['test'];
  readonly level: number;
  readonly seed: number;
}

/** Compares two models on the rows that both answered: by the measure, and by a paired test of their losses row by row. */
export function compare(pairs: PairedAnswers, { measure, test, level, seed }: Question): Comparison {
  const name = measureFor(pairs, measure);
  const [first, second] = [measureOf(pairs, 'first', name), measureOf(pairs, 'second', name)];
  const gain = first === null || second === null ? null : lessIsBetter(name) ? first - second : second - first;
  const [a, b] = [lossesOf(pairs, 'first', name), lossesOf(pairs, 'second', name)];
  const difference = a.length === 0 ? null : mean(a) - mean(b);
  const chosen: TestName = test !== 'auto' ? test : pairs.classes === null ? 'paired-t' : 'mcnemar';
  const about = {
    measure: name,
    first: steady(first),
    second: steady(second),
    gain: steady(gain),
    alike: a.length > 0 && pairs.first.every((answer, i) => answer === pairs.second[i]),
    rows: a.length,
  };
  if (chosen === 'bootstrap') {
    const { low, high, because } = bootstrapDifference(a, b, { seed, level: 1 - level });
    return {
      ...about,
      test: chosen,
      statistic: null,
      pValue: null,
      difference: steady(difference),
      low: steady(low),
      high: steady(high),
      verdict: low === null || high === null ? 'same' : low > 0 ? 'better' : high < 0 ? 'worse' : 'same',
      because: because ?? null,
    };
  }
  const result = chosen === 'none' ? null : testOf(chosen, a, b);
  const isClear = result === null || (result.pValue !== null && result.pValue < level);
  const ahead = result === null ? gain : difference;
  return {
    ...about,
    test: chosen,
    statistic: steady(result?.statistic),
    pValue: steady(result?.pValue),
    difference: steady(difference),
    low: null,
    high: null,
    verdict: !isClear || ahead === null || ahead === 0 ? 'same' : ahead > 0 ? 'better' : 'worse',
    because: result?.because ?? null,
  };
}

function measureFor({ classes }: PairedAnswers, measure: GateParams['measure']): string {
  const fitting: readonly string[] = classes === null ? NUMBER_MEASURES : CLASS_MEASURES;
  return fitting.includes(measure) ? measure : (fitting[0] ?? measure);
}

/** A measure of one side; null where it is undefined. */
export function measureOf(pairs: PairedAnswers, side: 'first' | 'second', name: string): number | null {
  const predicted = pairs[side];
  const found: Readonly<Record<string, { readonly value: number | null } | undefined>> =
    pairs.classes === null
      ? regressionMeasures(errors(pairs.truth, predicted))
      : classificationMeasures(confusionMatrix(pairs.truth, predicted, pairs.classes.length));
  return found[name]?.value ?? null;
}

function errors(truth: Float64Array, predicted: Float64Array): ErrorSums {
  let sums = NO_ERRORS;
  for (let i = 0; i < truth.length; i++) sums = addError(sums, truth[i] ?? 0, predicted[i] ?? 0);
  return sums;
}

/** 1 where a class is wrong; the absolute error where MAE is asked for, else the squared one. */
function lossesOf(
  { classes, truth, ...predicted }: PairedAnswers,
  side: 'first' | 'second',
  name: string,
): Float64Array {
  return truth.map((value, i) => {
    const error = value - (predicted[side][i] ?? Number.NaN);
    if (classes !== null) return error === 0 ? 0 : 1;
    return name === 'mae' ? Math.abs(error) : error * error;
  });
}

function testOf(name: Exclude<TestName, 'bootstrap' | 'none'>, a: Float64Array, b: Float64Array): Significance {
  switch (name) {
    case 'mcnemar': {
      const only = (right: Float64Array, wrong: Float64Array) =>
        right.filter((loss, i) => loss === 0 && wrong[i] !== 0).length;
      return mcnemarTest(only(a, b), only(b, a));
    }
    case 'paired-t':
      return pairedTest(a, b);
    case 'wilcoxon':
      return wilcoxon(a, b);
  }
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
