import { exp, ln, log1p } from '../../lib/portable-math';
import { logGamma, stirlingRest } from './incomplete-gamma';

/**
 * The regularized incomplete beta function I_x(a, b), for a, b > 0, by its continued fraction (Lentz 1976).
 * `y` is 1 - x, given by callers that know it better than the difference would.
 */
export function regularizedBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularizedBeta(y, b, a, x);
  // The larger of x and y lies near 1, where the logarithm of its distance from 1 keeps more digits.
  const logX = x > 0.5 ? log1p(-y) : ln(x);
  const logY = y > 0.5 ? log1p(-x) : ln(y);
  return (exp(a * logX + b * logY - logBeta(a, b)) / a) * betaFraction(x, a, b);
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const nonZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let k = 1; k < 100_000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}

/** ln B(a, b). For a large argument the difference of two large logarithms is taken term by term. */
function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < 15) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const both = small + large;
  return (
    logGamma(small) +
    stirlingRest(large) -
    stirlingRest(both) -
    (large - 0.5) * log1p(small / large) -
    small * ln(both) +
    small
  );
}
