import { square } from '../../lib/portable-math';
import { quantileOfSorted } from '../describe/quantile';

/** Rows of one column: missing is NaN in numbers and null in words. */
export type DriftSample =
  | { readonly type: 'number'; readonly values: Float64Array }
  | { readonly type: 'category'; readonly values: readonly (string | null)[] };

/** Counts over bins; bin 0 holds the missing rows. */
export type BinCounts = readonly number[];

/** What later rows of a column are compared with, prepared once. */
export type DriftReference = NumberReference | CategoryReference;

export interface NumberReference {
  readonly type: 'number';
  readonly rows: number;
  /** Rising; missing rows stand at the end as Infinity, a rank of their own. */
  readonly sorted: Float64Array;
  /** Distinct inner deciles: a bin holds its lower edge. */
  readonly edges: readonly number[];
  readonly bins: BinCounts;
  /** Over n, of the rows that are not missing. */
  readonly sd: number;
}

export interface CategoryReference {
  readonly type: 'category';
  readonly rows: number;
  /** Bin of each word. */
  readonly index: ReadonlyMap<string, number>;
  readonly bins: BinCounts;
}

/** Numbers of no more distinct values than this are compared as categories. */
const FEW_VALUES = 5;

/** Prepares a column's reference rows: numbers of at most 5 distinct values become categories. */
export function driftReference(sample: DriftSample): DriftReference {
  if (sample.type === 'category') return categoryReference(sample.values);
  const { values } = sample;
  const distinct = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) distinct.add(value);
    if (distinct.size > FEW_VALUES) return numberReference(values);
  }
  return categoryReference(asWords(sample));
}

/** Rising, with the missing rows at the end as Infinity. */
export function sortedWithMissing(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value)).sort();
}

/** The part of {@link sortedWithMissing} that is not missing. */
export function presentOf(sorted: Float64Array): Float64Array {
  return sorted.subarray(0, countBelow(sorted, Number.POSITIVE_INFINITY));
}

/** Counts of a rising sample over the bins between `edges`. */
export function countNumbers(sorted: Float64Array, edges: readonly number[]): number[] {
  const present = countBelow(sorted, Number.POSITIVE_INFINITY);
  const counts = [sorted.length - present];
  let passed = 0;
  for (const edge of edges) {
    const below = countBelow(sorted, edge);
    counts.push(below - passed);
    passed = below;
  }
  counts.push(present - passed);
  return counts;
}

/** Counts of words over a reference's bins, and one more for each word that it did not have. */
export function countWords(words: readonly (string | null)[], { index, bins }: CategoryReference): number[] {
  const counts = new Array<number>(bins.length).fill(0);
  let further: Map<string, number> | undefined;
  for (const word of words) {
    let bin = word === null ? 0 : index.get(word);
    if (bin === undefined && word !== null) {
      further ??= new Map();
      bin = further.get(word) ?? bins.length + further.size;
      further.set(word, bin);
    }
    counts[bin ?? 0] = (counts[bin ?? 0] ?? 0) + 1;
  }
  return counts;
}

/** The cells as words. */
export function asWords(sample: DriftSample): readonly (string | null)[] {
  if (sample.type === 'category') return sample.values;
  return Array.from(sample.values, (value) => (Number.isNaN(value) ? null : String(value)));
}

function numberReference(values: Float64Array): NumberReference {
  const sorted = sortedWithMissing(values);
  const present = presentOf(sorted);
  const deciles = Array.from({ length: 9 }, (_, k) => quantileOfSorted(present, (k + 1) / 10));
  const edges = [...new Set(deciles)];
  return {
    type: 'number',
    rows: values.length,
    sorted,
    edges,
    bins: countNumbers(sorted, edges),
    sd: standardDeviation(present),
  };
}

function categoryReference(words: readonly (string | null)[]): CategoryReference {
  const index = new Map<string, number>();
  const counts = [0];
  for (const word of words) {
    const bin = word === null ? 0 : (index.get(word) ?? counts.length);
    if (word !== null) index.set(word, bin);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { type: 'category', rows: words.length, index, bins: counts };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return Math.sqrt(values.reduce((sum, value) => sum + square(value - mean), 0) / values.length);
}

/** How many of the rising values are below `edge`. */
function countBelow(sorted: Float64Array, edge: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
