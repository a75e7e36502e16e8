export interface Ranks {
  /** 1 for the smallest value; equal values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** How many values share a rank, one entry a group of two or more. */
  readonly ties: readonly number[];
}

/** Ranks values without NaN, ties by their average. */
export function averageRanks(values: ArrayLike<number>): Ranks {
  const order = Uint32Array.from(values, (_, row) => row).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    const value = values[order[start] ?? 0];
    while (end < order.length && values[order[end] ?? 0] === value) end++;
    for (let k = start; k < end; k++) ranks[order[k] ?? 0] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
  }
  return { ranks, ties };
}

/** Σ t³ - t over groups of tied values, by which ties lessen the variance of a rank sum. */
export const tieTerm = (ties: readonly number[]): number => ties.reduce((sum, t) => sum + (t * t * t - t), 0);
