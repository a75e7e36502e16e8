import { correlationRatio, correlationsOf } from '../describe/correlation';
import { createAdwin, updateAdwin } from '../detectors/adwin';
import { createDdm, updateDdm } from '../detectors/ddm';
import { watch } from '../detectors/detector';
import { createPageHinkley, updatePageHinkley } from '../detectors/page-hinkley';
import { mcnemarTest } from '../tests/mcnemar';
import { mannWhitney, wilcoxon } from '../tests/rank-tests';
import { pairedTest, studentTest, welchTest } from '../tests/t-test';
import { type Answer, type GoldenInput, numbers } from './answers';

export function significanceAnswer(input: GoldenInput): Answer {
  if (input.kind === 'mcnemar') {
    const [b, c] = [Number(input.only_a_right), Number(input.only_b_right)];
    const limit = mcnemarTest(b, c, 'asymptotic');
    if (limit.pValue === null) return null;
    return { chi2: limit.statistic, p: limit.pValue, exact_p: mcnemarTest(b, c, 'exact').pValue };
  }
  const a = numbers(input.a);
  const b = numbers(input.b);
  if (input.kind === 'paired') {
    const t = pairedTest(a, b);
    const rank = wilcoxon(a, b);
    if (t.pValue === null && rank.pValue === null) return null;
    return { paired_t: t.statistic, paired_p: t.pValue, wilcoxon: rank.statistic, wilcoxon_p: rank.pValue };
  }
  const u = mannWhitney(a, b);
  if (u.pValue === null) return null;
  const [student, welch] = [studentTest(a, b), welchTest(a, b)];
  return {
    student_t: student.statistic,
    student_p: student.pValue,
    welch_t: welch.statistic,
    welch_p: welch.pValue,
    u: u.statistic,
    u_p: u.pValue,
  };
}

export function correlationAnswer(input: GoldenInput): Answer {
  if (input.kind === 'eta') {
    const words = Array.isArray(input.group) ? input.group.map(String) : [];
    const known = [...new Set(words)];
    return {
      eta: correlationRatio(
        numbers(input.x),
        words.map((word) => known.indexOf(word)),
      ).value,
    };
  }
  const { rows, pearson, spearman, kendall } = correlationsOf(numbers(input.a), numbers(input.b));
  if (rows < 2) return null;
  return {
    n: rows,
    pearson: pearson.statistic,
    pearson_p: pearson.pValue,
    spearman: spearman.statistic,
    // The reference has no p-value at two rows; 1 is exact there.
    spearman_p: rows === 2 ? null : spearman.pValue,
    kendall: kendall.statistic,
    kendall_p: kendall.pValue,
  };
}

export function detectorAnswer(input: GoldenInput): Answer {
  if (input.kind === 'ddm') {
    const { warnings, drifts } = watch(createDdm(), digits(input.errors), updateDdm);
    return { first_warning: firstOf(warnings, drifts), drifts };
  }
  if (input.kind === 'adwin') return { drifts: watch(createAdwin(), adwinValues(input), updateAdwin).drifts };
  const start = createPageHinkley({ delta: Number(input.delta), lambda: Number(input.lam), alpha: 1 });
  return { drifts: watch(start, digits(input.x), updatePageHinkley).drifts };
}

/** The reference counts drift as a warning too. */
function firstOf(warnings: readonly number[], drifts: readonly number[]): number | null {
  const first = Math.min(...warnings, ...drifts);
  return Number.isFinite(first) ? first : null;
}

const digits = (word: unknown): number[] => Array.from(String(word), Number);
const adwinValues = (input: GoldenInput): number[] =>
  typeof input.x === 'string' ? digits(input.x) : [...numbers(input.x)];
