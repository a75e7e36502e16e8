import type { Random } from '../../lib/random';
import { permutation } from '../../lib/random';

/** Rows wanted in each part. */
export interface PartCounts {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** The number each part has in a split; the same as in a table's partition. */
export const PARTS = { train: 0, validation: 1, test: 2 } as const;

/**
 * Rows of each part for shares of `n` rows: test and validation are rounded up, as in
 * scikit-learn, and training gets the rest, which may turn out to be none or less.
 */
export function partCounts(n: number, validationShare: number, testShare: number): PartCounts {
  const test = Math.ceil(n * testShare);
  const validation = Math.ceil(n * validationShare);
  return { train: n - test - validation, validation, test };
}

/** Rows to parts at random. */
export function randomSplit(n: number, counts: PartCounts, random: Random): Uint8Array {
  return orderedSplit(permutation(n, random).reverse(), counts);
}

/** The first rows of `order` to training, the next to validation, the last to test. */
export function orderedSplit(order: Uint32Array, { train, validation }: PartCounts): Uint8Array {
  const parts = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) {
    parts[order[i] ?? 0] = i < train ? PARTS.train : i < train + validation ? PARTS.validation : PARTS.test;
  }
  return parts;
}

/**
 * Rows to parts at random within each class, so that every part has the classes in
 * nearly the same shares. Totals are exact unless classes are very rare: training
 * keeps at least one row of each. `classes[i]` is 0 … count-1.
 */
export function stratifiedSplit(
  classes: Int32Array,
  classCount: number,
  counts: PartCounts,
  random: Random,
): Uint8Array {
  const sizes = new Array<number>(classCount).fill(0);
  for (const c of classes) sizes[c] = (sizes[c] ?? 0) + 1;
  const test = allot(sizes, counts.test);
  const rest = sizes.map((size, c) => size - (test[c] ?? 0));
  const validation = allot(rest, counts.validation);
  const parts = new Uint8Array(classes.length);
  for (const row of permutation(classes.length, random)) {
    const c = classes[row] ?? 0;
    if ((test[c] ?? 0) > 0) {
      test[c] = (test[c] ?? 0) - 1;
      parts[row] = PARTS.test;
    } else if ((validation[c] ?? 0) > 0) {
      validation[c] = (validation[c] ?? 0) - 1;
      parts[row] = PARTS.validation;
    }
  }
  return parts;
}

/** Shares `wanted` rows out in proportion to `sizes` by largest remainder, leaving one of each class. */
function allot(sizes: readonly number[], wanted: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (total === 0 ? 0 : (size * wanted) / total));
  const spare = sizes.map((size) => Math.max(0, size - 1));
  const given = exact.map((share, c) => Math.min(Math.floor(share), spare[c] ?? 0));
  let left = wanted - given.reduce((sum, count) => sum + count, 0);
  const byRemainder = sizes
    .map((_, c) => c)
    .sort(
      (a, b) => (exact[b] ?? 0) - Math.floor(exact[b] ?? 0) - ((exact[a] ?? 0) - Math.floor(exact[a] ?? 0)) || a - b,
    );
  for (let progress = true; left > 0 && progress; ) {
    progress = false;
    for (const c of byRemainder) {
      if (left === 0 || (given[c] ?? 0) >= (spare[c] ?? 0)) continue;
      given[c] = (given[c] ?? 0) + 1;
      left--;
      progress = true;
    }
  }
  return given;
}

/**
 * Whole groups to parts: in random order, each to the part that still lacks most
 * rows; the last groups go to parts that have none yet. `groups[i]` is 0 … count-1.
 * Null where there are fewer groups than parts wanted.
 */
export function groupSplit(
  groups: Int32Array,
  groupCount: number,
  counts: PartCounts,
  random: Random,
): Uint8Array | null {
  const sizes = new Array<number>(groupCount).fill(0);
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  const wanted = [counts.train, counts.validation, counts.test];
  const open = wanted.flatMap((count, part) => (count > 0 ? [part] : []));
  if (groupCount < open.length) return null;
  const have = [0, 0, 0];
  const partOf = new Uint8Array(groupCount);
  permutation(groupCount, random).forEach((group, turn) => {
    const empty = open.filter((part) => have[part] === 0);
    const choices = groupCount - turn <= empty.length ? empty : open;
    const lack = (part: number): number => (wanted[part] ?? 0) - (have[part] ?? 0);
    const part = choices.reduce((best, candidate) => (lack(candidate) > lack(best) ? candidate : best));
    partOf[group] = part;
    have[part] = (have[part] ?? 0) + (sizes[group] ?? 0);
  });
  return Uint8Array.from(groups, (group) => partOf[group] ?? 0);
}
