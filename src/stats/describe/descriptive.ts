import { exp, ln, square, wholePower } from '../../lib/portable-math';
import { type Figure, figure, REASONS, undefinedFigure } from '../metrics/figure';
import { quantileOfSorted } from './quantile';

/** What is said of a numeric column; every figure that does not exist for these values is null. */
export interface Description {
  readonly count: number;
  readonly missing: number;
  readonly mean: number | null;
  /** Over n - 1. */
  readonly sampleSd: number | null;
  /** Over n. */
  readonly sd: number | null;
  /** m3 / m2^1.5 and m4 / m2² - 3 over n (scipy's default); null where values are nearly identical. */
  readonly skew: number | null;
  readonly kurtosis: number | null;
  /** Adjusted for the sample size (pandas): 0 for a constant column. */
  readonly unbiasedSkew: number | null;
  readonly unbiasedKurtosis: number | null;
  /** At {@link QUANTILES}. */
  readonly quantiles: readonly number[];
  /** The smallest of the most frequent values. */
  readonly mode: number | null;
  /** Median of |x - median|, unscaled. */
  readonly mad: number | null;
  readonly unique: number;
  readonly iqr: number | null;
  /** Tukey's fences: 1.5 interquartile ranges outside the quartiles, and the values beyond them. */
  readonly fences: readonly [low: number, high: number] | null;
  readonly beyondFences: number;
  /** |x - mean| > 3 sd. */
  readonly beyondThreeSd: number;
  /** 0.6745 |x - median| / mad > 3.5 (Iglewicz and Hoaglin 1993); null where the mad is 0. */
  readonly beyondModifiedZ: number | null;
  /** Null unless every value is above 0. */
  readonly geometricMean: number | null;
  /** Shannon entropy in nats of the distinct values. */
  readonly entropy: number | null;
}

const QUANTILES = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1] as const;

/** Describes the finite values; missing (NaN) ones are left out and counted. */
export function describeValues(values: ArrayLike<number>): Description {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  const n = sorted.length;
  const missing = values.length - n;
  if (n === 0) return { ...NOTHING, missing };
  const mean = sum(sorted) / n;
  const m2 = moment(sorted, mean, 2);
  const sd = Math.sqrt(m2);
  const quantiles = QUANTILES.map((q) => quantileOfSorted(sorted, q));
  const [, , , lower = 0, median = 0, upper = 0] = quantiles;
  const iqr = upper - lower;
  const fences = [lower - 1.5 * iqr, upper + 1.5 * iqr] as const;
  const deviations = sorted.map((x) => Math.abs(x - median)).sort();
  const mad = quantileOfSorted(deviations, 0.5);
  const runs = distinctRuns(sorted);
  const positive = (sorted[0] ?? 0) > 0;
  return {
    count: n,
    missing,
    mean,
    sampleSd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : null,
    sd,
    ...shape(sorted, mean, m2),
    quantiles,
    mode: runs.mode,
    mad,
    unique: runs.unique,
    iqr,
    fences,
    beyondFences: count(sorted, (x) => x < fences[0] || x > fences[1]),
    beyondThreeSd: count(sorted, (x) => Math.abs(x - mean) > 3 * sd),
    beyondModifiedZ: mad === 0 ? null : count(sorted, (x) => (0.6745 * Math.abs(x - median)) / mad > 3.5),
    geometricMean: positive ? exp(sum(sorted.map(ln)) / n) : null,
    entropy: runs.entropy,
  };
}

/** The middle value, or the mean of the middle two. */
export function median(values: ArrayLike<number>): Figure {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? undefinedFigure(REASONS.noRows) : figure(quantileOfSorted(sorted, 0.5));
}

function shape(
  values: Float64Array,
  mean: number,
  m2: number,
): Pick<Description, 'skew' | 'kurtosis' | 'unbiasedSkew' | 'unbiasedKurtosis'> {
  const n = values.length;
  const m3 = moment(values, mean, 3);
  const m4 = moment(values, mean, 4);
  // scipy's rule: below this the moments are nothing but cancellation.
  const identical = m2 <= square(1e-15 * mean);
  const constant = m2 * n < 1e-14;
  return {
    skew: identical ? null : m3 / (m2 * Math.sqrt(m2)),
    kurtosis: identical ? null : m4 / square(m2) - 3,
    unbiasedSkew: n < 3 ? null : constant ? 0 : ((m3 / (m2 * Math.sqrt(m2))) * Math.sqrt(n * (n - 1))) / (n - 2),
    unbiasedKurtosis:
      n < 4 ? null : constant ? 0 : ((n - 1) * ((n + 1) * (m4 / square(m2)) - 3 * (n - 1))) / ((n - 2) * (n - 3)),
  };
}

function distinctRuns(sorted: Float64Array): { unique: number; mode: number; entropy: number } {
  const n = sorted.length;
  let unique = 0;
  let mode = Number.NaN;
  let longest = 0;
  let entropy = 0;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && sorted[to] === sorted[from]) to++;
    const length = to - from;
    unique++;
    entropy -= (length / n) * ln(length / n);
    if (length > longest) {
      longest = length;
      mode = sorted[from] ?? Number.NaN;
    }
    from = to;
  }
  return { unique, mode, entropy: Math.max(0, entropy) };
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const count = (values: Float64Array, holds: (x: number) => boolean): number =>
  values.reduce((total, x) => total + (holds(x) ? 1 : 0), 0);
const moment = (values: Float64Array, mean: number, power: number): number =>
  values.reduce((total, x) => total + wholePower(x - mean, power), 0) / values.length;

const NOTHING: Description = {
  count: 0,
  missing: 0,
  mean: null,
  sampleSd: null,
  sd: null,
  skew: null,
  kurtosis: null,
  unbiasedSkew: null,
  unbiasedKurtosis: null,
  quantiles: [],
  mode: null,
  mad: null,
  unique: 0,
  iqr: null,
  fences: null,
  beyondFences: 0,
  beyondThreeSd: 0,
  beyondModifiedZ: null,
  geometricMean: null,
  entropy: null,
};
