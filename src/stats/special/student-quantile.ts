import { studentTwoSided } from './tails';

/** The quantile of Student's t, `p` above one half, by halving: to the last digit that its tail can tell. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  const beyond = 2 * (1 - p);
  let [low, high] = [0, 2];
  while (studentTwoSided(high, degreesOfFreedom) > beyond) [low, high] = [high, 2 * high];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (studentTwoSided(middle, degreesOfFreedom) > beyond) low = middle;
    else high = middle;
  }
}
