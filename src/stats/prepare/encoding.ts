import { compareByCodePoint } from '../../lib/code-points';

/** How often each code occurs among `rows`; a missing value (-1) is not counted. */
export function countCodes(codes: Int32Array, words: number, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(words);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** The words that occur, in code-point order, each with its count. */
export function categoriesOf(
  dictionary: readonly string[],
  counts: Uint32Array,
): readonly { readonly word: string; readonly count: number }[] {
  return dictionary
    .map((word, code) => ({ word, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => compareByCodePoint(a.word, b.word));
}

/** A category's mean target, drawn towards the mean of all by `m` rows' weight (Micci-Barreca 2001). */
export function shrunkenMean(sum: number, count: number, prior: number, m: number): number {
  return (sum + m * prior) / (count + m);
}
