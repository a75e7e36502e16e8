import { ln } from '../lib/portable-math';
import { type Detected, requireFinite } from './detector';

/** The sum of a bucket's values, and the sum of their squared deviations from their mean. */
type Bucket = readonly [sum: number, squares: number];

/** A type, not an interface, so that it counts as JSON. */
export type AdwinState = {
  /** The chance of a false alarm at a cut. */
  readonly delta: number;
  /** Cuts are tried every so many values. */
  readonly clock: number;
  readonly maxBuckets: number;
  /** Fewest values on either side of a cut. */
  readonly minWindow: number;
  /** Fewest values before any cut. */
  readonly grace: number;
  readonly seen: number;
  /** Values in the window, with their sum and squared deviations. */
  readonly width: number;
  readonly sum: number;
  readonly squares: number;
  /** `levels[i]` holds buckets of 2^i values, oldest first; the oldest values are in the last level. */
  readonly levels: readonly (readonly Bucket[])[];
};

type Settings = Pick<AdwinState, 'delta' | 'clock' | 'maxBuckets' | 'minWindow' | 'grace'>;

export function createAdwin(settings: Partial<Settings> = {}): AdwinState {
  const { delta = 0.002, clock = 32, maxBuckets = 5, minWindow = 5, grace = 10 } = settings;
  if (maxBuckets < 2) throw new RangeError('a level needs room for two buckets');
  return { delta, clock, maxBuckets, minWindow, grace, seen: 0, width: 0, sum: 0, squares: 0, levels: [[]] };
}

/** The mean of the window that ADWIN holds for undrifted; null before the first value. */
export const adwinMean = ({ sum, width }: AdwinState): number | null => (width === 0 ? null : sum / width);

/**
 * ADWIN (Bifet and Gavaldà 2007): keeps the longest window whose older and newer parts agree in their mean, in
 * buckets whose number grows with the logarithm of the window. Drift is said when the window's old end is dropped,
 * whether the mean rose or fell.
 */
export function updateAdwin(state: AdwinState, value: number): Detected<AdwinState> {
  requireFinite(value);
  const grown = insert(state, value);
  if (grown.seen % grown.clock !== 0 || grown.width <= grown.grace) return { state: grown, verdict: 'stable' };
  let window = grown;
  while (hasCut(window)) window = dropOldest(window);
  return { state: window, verdict: window === grown ? 'stable' : 'drift' };
}

function insert(state: AdwinState, value: number): AdwinState {
  const { seen, width, sum, squares, levels } = state;
  const [ones = [], ...larger] = levels;
  return {
    ...state,
    seen: seen + 1,
    width: width + 1,
    sum: sum + value,
    squares: squares + between(width, sum, 1, value),
    levels: compressed([[...ones, [value, 0]], ...larger], state),
  };
}

/** Merges the two oldest buckets of each level that overflows into one of the next. */
function compressed(levels: (readonly Bucket[])[], { maxBuckets }: Settings): AdwinState['levels'] {
  for (let level = 0; level < levels.length; level++) {
    const [first, second, ...rest] = levels[level] ?? [];
    if (first === undefined || second === undefined || rest.length + 2 <= maxBuckets) break;
    const size = 2 ** level;
    const merged: Bucket = [first[0] + second[0], first[1] + second[1] + between(size, first[0], size, second[0])];
    levels[level] = rest;
    levels[level + 1] = [...(levels[level + 1] ?? []), merged];
  }
  return levels;
}

/** Whether the window falls into an older and a newer part whose means differ by more than chance, at any bucket's edge. */
function hasCut(window: AdwinState): boolean {
  const { width, sum, squares, minWindow, delta } = window;
  const variance = squares / width;
  const doubt = ln((2 * ln(width)) / delta);
  let [oldRows, oldSum] = [0, 0];
  for (let level = window.levels.length - 1; level >= 0; level--) {
    for (const [bucketSum] of window.levels[level] ?? []) {
      oldRows += 2 ** level;
      oldSum += bucketSum;
      const newRows = width - oldRows;
      if (oldRows < minWindow || newRows < minWindow) continue;
      const gap = Math.abs(oldSum / oldRows - (sum - oldSum) / newRows);
      const inverse = 1 / (oldRows - minWindow + 1) + 1 / (newRows - minWindow + 1);
      if (gap > Math.sqrt(2 * inverse * variance * doubt) + (2 / 3) * doubt * inverse) return true;
    }
  }
  return false;
}

function dropOldest(window: AdwinState): AdwinState {
  const last = window.levels.length - 1;
  const [oldest, ...rest] = window.levels[last] ?? [];
  if (oldest === undefined) return window;
  const size = 2 ** last;
  const width = window.width - size;
  const sum = window.sum - oldest[0];
  const squares = Math.max(0, window.squares - oldest[1] - between(size, oldest[0], width, sum));
  const levels = rest.length > 0 || last === 0 ? window.levels.with(last, rest) : window.levels.slice(0, last);
  return { ...window, width, sum, squares, levels };
}

/** The squared deviations that two groups have more together than apart. */
function between(n: number, sumN: number, m: number, sumM: number): number {
  return n === 0 || m === 0 ? 0 : ((n * m) / (n + m)) * (sumN / n - sumM / m) ** 2;
}
