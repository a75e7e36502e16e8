import { compareByCodePoint } from '../lib/code-points';

/** The order of a category's words: numbers by size, then words. */
export function byNumberOrCodePoint(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  if (x !== y && !Number.isNaN(x)) return x < y ? -1 : 1;
  return compareByCodePoint(a, b);
}
