import { exp, ln } from '../../lib/portable-math';

/** Below this the argument is raised by Γ(x + 1) = x Γ(x), so that Stirling's series gives every digit. */
const STIRLING_FROM = 15;

/** What ln Γ(x) has beyond (x - ½) ln x - x + ½ ln 2π, for x of at least 15: Stirling's series. */
export function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))) / x;
}

/** ln Γ(x) for x > 0, to about 15 digits. */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < STIRLING_FROM; at++) product *= at;
  return (at - 0.5) * ln(at) - at + ln(2 * Math.PI) / 2 + stirlingRest(at) - ln(product);
}

/**
 * The regularized upper incomplete gamma function Q(a, x), for a > 0 and x ≥ 0: its series below a + 1, its
 * continued fraction (Lentz 1976) above, so that a small tail keeps its digits.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = exp(a * ln(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let k = 1; term > total * 1e-17; k++) {
      term *= x / (a + k);
      total += term;
    }
    return 1 - total * scale;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 10_000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction * scale;
}

const nonZero = (value: number, tiny: number): number => (value === 0 ? tiny : value);
