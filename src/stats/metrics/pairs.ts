import { requireSameLength } from './figure';

/** The rows of two columns in which neither is missing. */
export interface Pairs {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Keeps the rows in which both values are finite. */
export function completePairs(a: ArrayLike<number>, b: ArrayLike<number>): Pairs {
  requireSameLength(a, b);
  const both = Uint32Array.from(a, (_, row) => row).filter((row) => Number.isFinite(a[row]) && Number.isFinite(b[row]));
  return {
    a: Float64Array.from(both, (row) => a[row] ?? 0),
    b: Float64Array.from(both, (row) => b[row] ?? 0),
  };
}
