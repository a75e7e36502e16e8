import { ln, log2 } from '../../lib/portable-math';
import { quantileOfSorted } from '../describe/quantile';
import { type Figure, figure, REASONS, undefinedFigure } from '../metrics/figure';

/** Shares of a reference and a current sample over the same bins. */
export interface BinnedShares {
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** A share below this is raised to it, so that an empty bin costs much but not everything. */
const LEAST_SHARE = 1e-4;
/** A numeric reference of more distinct values than this is cut into bins of equal width by {@link equalWidthShares}. */
const MOST_VALUES = 20;

/** Sum over bins of (current - reference) · ln(current / reference); every share below 0.0001 is raised to that. */
export function populationStability({ reference, current }: BinnedShares): Figure {
  return stability(reference.map(raised), current.map(raised));
}

/**
 * The same with Evidently's care for empty bins: only shares of exactly 0 are replaced, by 0.0001, or by a
 * millionth of the smallest other share where that is no more than 0.0001.
 */
export function populationStabilityOfZeros({ reference, current }: BinnedShares): Figure {
  return stability(withoutZeros(reference), withoutZeros(current));
}

/** Bins between the distinct inner deciles of the reference, the outer two open; a bin holds its lower edge. */
export function decileShares(reference: ArrayLike<number>, current: ArrayLike<number>): BinnedShares | null {
  if (reference.length === 0 || current.length === 0) return null;
  const sorted = Float64Array.from(reference).sort();
  const deciles = Array.from({ length: 9 }, (_, k) => quantileOfSorted(sorted, (k + 1) / 10));
  const edges = [...new Set(deciles)];
  const binOf = (x: number): number => edges.filter((edge) => edge <= x).length;
  return {
    reference: sharesOf(Array.from(reference, binOf), edges.length + 1),
    current: sharesOf(Array.from(current, binOf), edges.length + 1),
  };
}

/** A bin for each value (or word) that occurs in either sample, in rising order. */
export function valueShares(
  reference: readonly (string | number)[],
  current: readonly (string | number)[],
): BinnedShares | null {
  if (reference.length === 0 || current.length === 0) return null;
  const keys = [...new Set([...reference, ...current])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const index = new Map(keys.map((key, k) => [key, k]));
  const binOf = (key: string | number): number => index.get(key) ?? 0;
  return {
    reference: sharesOf(reference.map(binOf), keys.length),
    current: sharesOf(current.map(binOf), keys.length),
  };
}

/** Evidently's bins of numbers: by value up to 20 distinct ones in the reference, else Sturges' equal widths over both samples. */
export function equalWidthShares(reference: readonly number[], current: readonly number[]): BinnedShares | null {
  if (new Set(reference).size <= MOST_VALUES) return valueShares(reference, current);
  if (current.length === 0) return null;
  const all = [...reference, ...current];
  const low = all.reduce((a, b) => Math.min(a, b));
  const high = all.reduce((a, b) => Math.max(a, b));
  // Written as numpy writes it, so that it rounds alike.
  const bins = Math.ceil((high - low) / ((high - low) / (log2(all.length) + 1)));
  const step = (high - low) / bins;
  const edges = Array.from({ length: bins + 1 }, (_, k) => (k === bins ? high : k * step + low));
  const binOf = (x: number): number => Math.min(bins - 1, edges.filter((edge) => edge <= x).length - 1);
  return { reference: sharesOf(reference.map(binOf), bins), current: sharesOf(current.map(binOf), bins) };
}

function stability(reference: readonly number[], current: readonly number[]): Figure {
  if (reference.length !== current.length) throw new RangeError('shares over different bins');
  if (reference.length === 0) return undefinedFigure(REASONS.noRows);
  return figure(
    reference.reduce((sum, share, k) => {
      const now = current[k] ?? 0;
      return sum + (now - share) * ln(now / share);
    }, 0),
  );
}

const raised = (share: number): number => Math.max(share, LEAST_SHARE);

function withoutZeros(shares: readonly number[]): readonly number[] {
  const least = shares.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), 1);
  const filler = least <= LEAST_SHARE ? least / 1e6 : LEAST_SHARE;
  return shares.map((share) => (share === 0 ? filler : share));
}

function sharesOf(bins: readonly number[], count: number): readonly number[] {
  const counts = new Array<number>(count).fill(0);
  for (const bin of bins) counts[bin] = (counts[bin] ?? 0) + 1;
  return counts.map((rows) => rows / bins.length);
}
