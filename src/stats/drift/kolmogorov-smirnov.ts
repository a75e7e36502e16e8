import { exp, square } from '../../lib/portable-math';

/** Up to this many pairs of rows the exact p-value is computed. */
const EXACT_PAIRS = 4_000_000;

export interface KolmogorovSmirnov {
  /** The greatest gap between the two distribution functions. */
  readonly statistic: number;
  readonly pValue: number;
  readonly method: 'exact' | 'asymptotic';
}

/**
 * The two-sided two-sample Kolmogorov-Smirnov test. The p-value is exact up to four million pairs of rows, and
 * Kolmogorov's limit beyond. Null where a sample is empty or holds a value that is not finite.
 */
export function kolmogorovSmirnov(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  method: KolmogorovSmirnov['method'] = a.length * b.length <= EXACT_PAIRS ? 'exact' : 'asymptotic',
): KolmogorovSmirnov | null {
  const one = Float64Array.from(a).sort();
  const two = Float64Array.from(b).sort();
  if (!one.every(Number.isFinite) || !two.every(Number.isFinite)) return null;
  return kolmogorovSmirnovOfSorted(one, two, method);
}

/** The same of rising samples, which may hold ±Infinity (a rank beyond every number) but no NaN. Null where one is empty. */
export function kolmogorovSmirnovOfSorted(
  one: Float64Array,
  two: Float64Array,
  method: KolmogorovSmirnov['method'],
): KolmogorovSmirnov | null {
  const [n, m] = [one.length, two.length];
  if (n === 0 || m === 0) return null;
  const gap = greatestGap(one, two);
  const pValue = method === 'exact' ? exactTail(n, m, gap) : limitTail(Math.sqrt((n * m) / (n + m)) * (gap / (n * m)));
  return { statistic: gap / (n * m), pValue, method };
}

/** The greatest |i·m - j·n|, where i and j rows of the samples stand at or below a value: whole, so exact. */
function greatestGap(a: Float64Array, b: Float64Array): number {
  const [n, m] = [a.length, b.length];
  let i = 0;
  let j = 0;
  let gap = 0;
  while (i < n && j < m) {
    const at = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < n && a[i] === at) i++;
    while (j < m && b[j] === at) j++;
    gap = Math.max(gap, Math.abs(i * m - j * n));
  }
  return gap;
}

/**
 * The chance that a random path of n steps right and m steps up leaves the band |i·m - j·n| < gap. The chance of
 * leaving is summed as it happens, which keeps tiny p-values exact where 1 - (staying) would round them to 0.
 */
function exactTail(n: number, m: number, gap: number): number {
  if (gap === 0) return 1;
  let left = 0;
  let column = new Float64Array(m + 1);
  column[0] = 1;
  for (let i = 0; i <= n; i++) {
    const next = new Float64Array(m + 1);
    for (let j = 0; j <= m; j++) {
      const here = column[j] ?? 0;
      if (here === 0) continue;
      if (Math.abs(i * m - j * n) >= gap) {
        left += here;
        continue;
      }
      const steps = n - i + (m - j);
      if (steps === 0) continue;
      next[j] = (here * (n - i)) / steps;
      column[j + 1] = (column[j + 1] ?? 0) + (here * (m - j)) / steps;
    }
    column = next;
  }
  return Math.min(1, left);
}

/** Kolmogorov's limiting tail 2 Σ (-1)^(k-1) exp(-2 k² λ²); below 1.18 by Jacobi's other series, which converges there. */
function limitTail(lambda: number): number {
  if (lambda === 0) return 1;
  let sum = 0;
  if (lambda < 1.18) {
    for (let k = 1; k <= 20; k++) sum += exp(-square((2 * k - 1) * Math.PI) / (8 * lambda * lambda));
    return 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum;
  }
  for (let k = 1; k <= 20; k++) sum += (k % 2 === 1 ? 1 : -1) * exp(-2 * square(k * lambda));
  return 2 * sum;
}
