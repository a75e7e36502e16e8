import { ln, powerOfTwo, square } from '../../lib/portable-math';
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
  const fed = feedAdwin(state, [value]);
  return { state: fed.state, verdict: fed.cuts.length === 0 ? 'stable' : 'drift' };
}

/** The means of the older and the newer part whose difference had the window's old end dropped, at the value of this index. */
export interface AdwinCut {
  readonly index: number;
  readonly before: number;
  readonly after: number;
}

/** {@link updateAdwin} of many values, which is faster than one by one. */
export function feedAdwin(
  state: AdwinState,
  values: readonly number[],
): { readonly state: AdwinState; readonly cuts: readonly AdwinCut[] } {
  values.forEach(requireFinite);
  const cuts: AdwinCut[] = [];
  let window = state;
  let levels = state.levels.map((level) => [...level]);
  let { seen, width, sum, squares } = state;
  values.forEach((value, index) => {
    squares += between(width, sum, 1, value);
    sum += value;
    width++;
    seen++;
    insert(levels, value, state);
    if (seen % state.clock !== 0 || width <= state.grace) return;
    window = { ...state, seen, width, sum, squares, levels };
    if (!hasCut(window)) return;
    cuts.push({ index, ...clearestCut(window) });
    do window = dropOldest(window);
    while (hasCut(window));
    ({ width, sum, squares } = window);
    levels = window.levels.map((level) => [...level]);
  });
  return { state: { ...state, seen, width, sum, squares, levels }, cuts };
}

/** Adds a bucket of one value, and merges the two oldest buckets of each level that overflows into one of the next. */
function insert(levels: Bucket[][], value: number, { maxBuckets }: Settings): void {
  levels[0]?.push([value, 0]);
  for (let level = 0; level < levels.length; level++) {
    const buckets = levels[level] ?? [];
    if (buckets.length <= maxBuckets) return;
    const [first, second] = buckets.splice(0, 2);
    if (first === undefined || second === undefined) return;
    const size = powerOfTwo(level);
    const merged: Bucket = [first[0] + second[0], first[1] + second[1] + between(size, first[0], size, second[0])];
    const next = levels[level + 1];
    if (next === undefined) levels.push([merged]);
    else next.push(merged);
  }
}

/** Whether the window falls into an older and a newer part whose means differ by more than chance, at any bucket's edge. */
const hasCut = (window: AdwinState): boolean => atEdges(window, (gap, chance) => gap > chance);

/** The means of the parts at the edge where their difference is largest beside that of chance. */
function clearestCut(window: AdwinState): { readonly before: number; readonly after: number } {
  let clearest = -1;
  let parts = { before: 0, after: 0 };
  atEdges(window, (gap, chance, before, after) => {
    if (gap > clearest * chance) [clearest, parts] = [gap / chance, { before, after }];
    return false;
  });
  return parts;
}

/** Asks at each bucket's edge, the oldest first, until one answers yes; says whether one did. */
function atEdges(
  window: AdwinState,
  ask: (gap: number, chance: number, before: number, after: number) => boolean,
): boolean {
  const { width, sum, squares, minWindow, delta } = window;
  const variance = squares / width;
  const doubt = ln((2 * ln(width)) / delta);
  let [oldRows, oldSum] = [0, 0];
  for (let level = window.levels.length - 1; level >= 0; level--) {
    for (const [bucketSum] of window.levels[level] ?? []) {
      oldRows += powerOfTwo(level);
      oldSum += bucketSum;
      const newRows = width - oldRows;
      if (oldRows < minWindow || newRows < minWindow) continue;
      const [before, after] = [oldSum / oldRows, (sum - oldSum) / newRows];
      const inverse = 1 / (oldRows - minWindow + 1) + 1 / (newRows - minWindow + 1);
      const chance = Math.sqrt(2 * inverse * variance * doubt) + (2 / 3) * doubt * inverse;
      if (ask(Math.abs(before - after), chance, before, after)) return true;
    }
  }
  return false;
}

function dropOldest(window: AdwinState): AdwinState {
  const last = window.levels.length - 1;
  const [oldest, ...rest] = window.levels[last] ?? [];
  if (oldest === undefined) return window;
  const size = powerOfTwo(last);
  const width = window.width - size;
  const sum = window.sum - oldest[0];
  const squares = Math.max(0, window.squares - oldest[1] - between(size, oldest[0], width, sum));
  const levels = rest.length > 0 || last === 0 ? window.levels.with(last, rest) : window.levels.slice(0, last);
  return { ...window, width, sum, squares, levels };
}

/** The squared deviations that two groups have more together than apart. */
function between(n: number, sumN: number, m: number, sumM: number): number {
  return n === 0 || m === 0 ? 0 : ((n * m) / (n + m)) * square(sumN / n - sumM / m);
}
