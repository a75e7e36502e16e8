import { regularizedBeta } from './incomplete-beta';
import { upperGamma } from './incomplete-gamma';

/** The chance that a standard normal variable is at least `z`; a far tail keeps its digits. */
export function normalTail(z: number): number {
  const beyond = upperGamma(0.5, (z * z) / 2) / 2;
  return z >= 0 ? beyond : 1 - beyond;
}

/** The chance that Student's t of so many degrees of freedom (whole or not) is at least |t| away from 0. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  if (!Number.isFinite(t)) return 0;
  const whole = degreesOfFreedom + t * t;
  return regularizedBeta(degreesOfFreedom / whole, degreesOfFreedom / 2, 0.5, (t * t) / whole);
}

/** The chance of at most `k` heads in `n` throws of a fair coin. */
export function fairCoinCdf(k: number, n: number): number {
  return k >= n ? 1 : regularizedBeta(0.5, n - k, k + 1);
}
