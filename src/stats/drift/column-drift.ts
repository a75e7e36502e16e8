import { chiSquareIndependence } from './chi-square';
import { jensenShannonDistance, wassersteinOfSorted } from './distribution-distance';
import {
  asWords,
  type BinCounts,
  countNumbers,
  countWords,
  type DriftReference,
  type DriftSample,
  type NumberReference,
  presentOf,
  sortedWithMissing,
} from './drift-reference';
import { kolmogorovSmirnovOfSorted } from './kolmogorov-smirnov';
import { populationStability } from './population-stability';

/*
 * Whether a column drifts. Up to 1,000 reference rows a test decides (Kolmogorov-Smirnov for numbers, chi-square for
 * words, which for two values is the z-test of two shares squared), beyond them a distance (Wasserstein over the
 * reference's standard deviation, Jensen-Shannon), as Evidently chooses. Neither suffices alone on a stream: a test
 * finds ever smaller differences in more rows, and a distance is large in few rows by chance. So a test also needs an
 * effect, and a distance also needs a test.
 */

export type DriftMethod = 'ks' | 'chi-square' | 'psi' | 'wasserstein' | 'jensen-shannon';
export type DriftVerdict = 'stable' | 'drift' | 'not-enough-rows';

export interface DriftRules {
  readonly method: 'auto' | DriftMethod;
  /** A test's p-value must be below this, divided by `comparisons` (Bonferroni). */
  readonly significance: number;
  /** The population stability index must exceed this by more than chance gives, of tests and of the index itself. */
  readonly effect: number;
  /** A distance must reach this. */
  readonly distance: number;
  /** Fewest rows on either side. */
  readonly minRows: number;
  /** How many columns are judged at once. */
  readonly comparisons: number;
}

export interface Drift {
  readonly type: 'number' | 'category';
  readonly method: DriftMethod;
  readonly statistic: number | null;
  readonly pValue: number | null;
  /** What the statistic, or of tests the p-value, is held against. */
  readonly threshold: number;
  /** Population stability index. */
  readonly effect: number | null;
  readonly verdict: DriftVerdict;
  readonly referenceRows: number;
  readonly currentRows: number;
}

/** More reference rows than this are judged by a distance. */
const MOST_TEST_ROWS = 1_000;
/** Up to this many pairs of rows the exact p-value is worth its time. */
const EXACT_PAIRS = 10_000;
/** A distance that its rows would show by chance more often than this (over `comparisons`) is none. */
const CHANCE = 0.001;

/** Compares a column's rows with its reference. Missing rows count as a value of their own. */
export function columnDrift(reference: DriftReference, sample: DriftSample, rules: DriftRules): Drift {
  const method = methodFor(reference, rules.method);
  const currentRows = sample.values.length;
  const head = { type: reference.type, method, referenceRows: reference.rows, currentRows };
  if (Math.min(reference.rows, currentRows) < Math.max(1, rules.minRows)) {
    const threshold = thresholdFor(method, rules, 0);
    return { ...head, statistic: null, pValue: null, threshold, effect: null, verdict: 'not-enough-rows' };
  }
  const sorted = reference.type === 'number' ? sortedWithMissing(numbersOf(sample)) : null;
  const bins =
    reference.type === 'number'
      ? countNumbers(sorted ?? new Float64Array(0), reference.edges)
      : countWords(asWords(sample), reference);
  const shares = alignedShares(reference.bins, bins);
  const effect = populationStability(shares).value ?? 0;
  const chance = expectedByChance(shares.bins, reference.rows, currentRows);
  const threshold = thresholdFor(method, rules, chance);
  const test = (): { readonly statistic: number; readonly pValue: number } =>
    reference.type === 'number' && sorted !== null && method !== 'chi-square' && method !== 'jensen-shannon'
      ? rankTest(reference.sorted, sorted)
      : countTest(reference.bins, bins);
  const said = (statistic: number, pValue: number | null, drifts: boolean): Drift => ({
    ...head,
    statistic,
    pValue,
    threshold,
    effect,
    verdict: drifts ? 'drift' : 'stable',
  });
  switch (method) {
    case 'ks':
    case 'chi-square': {
      const { statistic, pValue } = test();
      return said(statistic, pValue, pValue < threshold && effect > rules.effect + chance);
    }
    case 'psi':
      return said(effect, null, effect > threshold);
    case 'wasserstein':
    case 'jensen-shannon': {
      const distance =
        method === 'wasserstein' && reference.type === 'number' && sorted !== null
          ? distanceOfNumbers(reference, sorted)
          : (jensenShannonDistance(shares.reference, shares.current).value ?? 0);
      const drifts = distance >= threshold && test().pValue < CHANCE / rules.comparisons;
      return said(distance, null, drifts);
    }
  }
}

/** Of many columns: drift where at least `share` of those with enough rows drift. */
export function dataDrift(
  verdicts: readonly DriftVerdict[],
  share: number,
): { readonly share: number | null; readonly verdict: DriftVerdict } {
  const judged = verdicts.filter((verdict) => verdict !== 'not-enough-rows');
  if (judged.length === 0) return { share: null, verdict: 'not-enough-rows' };
  const drifting = judged.filter((verdict) => verdict === 'drift').length;
  const found = drifting / judged.length;
  return { share: found, verdict: drifting > 0 && found >= share ? 'drift' : 'stable' };
}

/** What decides for this reference. A method for numbers that is asked of words falls back on its like for words. */
function methodFor({ type, rows }: DriftReference, asked: DriftRules['method']): DriftMethod {
  const isNumber = type === 'number';
  if (asked === 'auto') {
    if (rows > MOST_TEST_ROWS) return isNumber ? 'wasserstein' : 'jensen-shannon';
    return isNumber ? 'ks' : 'chi-square';
  }
  if (isNumber) return asked;
  return asked === 'ks' ? 'chi-square' : asked === 'wasserstein' ? 'jensen-shannon' : asked;
}

function thresholdFor(method: DriftMethod, rules: DriftRules, chance: number): number {
  if (method === 'ks' || method === 'chi-square') return rules.significance / rules.comparisons;
  return method === 'psi' ? rules.effect + chance : rules.distance;
}

/** What the stability index is on average where nothing drifts: it is nearly a chi-square variable over the rows. */
const expectedByChance = (bins: number, reference: number, current: number): number =>
  Math.max(0, bins - 1) * (1 / reference + 1 / current);

function rankTest(reference: Float64Array, current: Float64Array): { statistic: number; pValue: number } {
  const method = reference.length * current.length <= EXACT_PAIRS ? 'exact' : 'asymptotic';
  const { statistic, pValue } = kolmogorovSmirnovOfSorted(reference, current, method) ?? { statistic: 0, pValue: 1 };
  return { statistic, pValue: Math.min(1, Math.max(0, pValue)) };
}

function countTest(reference: BinCounts, current: BinCounts): { statistic: number; pValue: number } {
  const used = current.map((_, bin) => bin).filter((bin) => (reference[bin] ?? 0) + (current[bin] ?? 0) > 0);
  const test = chiSquareIndependence([reference, current].map((counts) => used.map((bin) => counts[bin] ?? 0)));
  return { statistic: test?.statistic ?? 0, pValue: test?.pValue ?? 1 };
}

/** The distance in standard deviations of the reference, and to it the gap between the shares of missing rows. */
function distanceOfNumbers(reference: NumberReference, current: Float64Array): number {
  const [before, now] = [presentOf(reference.sorted), presentOf(current)];
  const missing = Math.abs(before.length / reference.rows - now.length / current.length);
  return (wassersteinOfSorted(before, now).value ?? 0) / reference.sd + missing;
}

function alignedShares(
  reference: BinCounts,
  current: BinCounts,
): { readonly reference: readonly number[]; readonly current: readonly number[]; readonly bins: number } {
  const [before, now] = [sum(reference), sum(current)];
  return {
    reference: current.map((_, bin) => (reference[bin] ?? 0) / before),
    current: current.map((count) => count / now),
    bins: current.filter((count, bin) => count + (reference[bin] ?? 0) > 0).length,
  };
}

const numbersOf = (sample: DriftSample): Float64Array =>
  sample.type === 'number'
    ? sample.values
    : Float64Array.from(sample.values, (word) => (word === null ? Number.NaN : Number(word)));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
