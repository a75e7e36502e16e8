import { ln } from '../../lib/portable-math';
import { selectSmallest } from '../select';

/** How many times as far from the middle as the furthest of the others. */
const FAR = 3;
/** At most this share of the rows is far from the others, and three anyway. */
const FEW_SHARE = 0.02;
/** The share of rows that shows how heavy the tail is, and at least so many of them. */
const TAIL_SHARE = 0.05;
const TAIL_ROWS = 10;
/**
 * How improbable the gap is in such a tail: 1 in 1,000 (less where more than three may be far, for each is tried), or 1 in
 * 20 where something else speaks against the value too.
 */
const SURE = ln(1_000);
const LIKELY = ln(20);

/** From which distance on values are apart from all nearer ones; infinite where none is. */
export interface Cuts {
  readonly sure: number;
  readonly likely: number;
}

/**
 * Looks for a gap that the tail itself does not explain, however heavy it is. In a tail that falls off as a power the
 * spacings between the logarithms of the largest values, each times its rank, are independent and exponential (I.
 * Weissman, “Estimation of parameters and large quantiles based on the k largest observations”, Journal of the American
 * Statistical Association 73, 1978), with the mean that B. M. Hill estimates (“A simple general approach to inference
 * about the tail of a distribution”, The Annals of Statistics 3, 1975); in a lighter tail they shrink outwards. So the
 * spacing below the furthest m, over the mean of the k below it, has the F distribution of 2 and 2k degrees of freedom.
 */
export function furthest(values: Float64Array, distance: (value: number) => number, unit: number): Cuts {
  const away = values.map(distance).filter((far) => far > 0);
  const k = Math.min(Math.max(TAIL_ROWS, Math.floor(values.length * TAIL_SHARE)), away.length >> 1);
  let sure = Number.POSITIVE_INFINITY;
  let likely = Number.POSITIVE_INFINITY;
  if (k < TAIL_ROWS / 2) return { sure, likely };
  const few = Math.min(Math.max(3, Math.floor(values.length * FEW_SHARE)), away.length - k - 1);
  selectSmallest(away, away.length - few - k - 1);
  const tail = away
    .slice(away.length - few - k - 1)
    .sort()
    .reverse();
  const last = tail[tail.length - 1];
  const spread = spreadTies(tail, unit, away.filter((far) => far === last).length);
  const logs = spread.map(ln);
  for (let m = 1; m <= few; m++) {
    if ((spread[m - 1] ?? 0) < FAR * (spread[m] ?? 0)) continue;
    const base = logs[m + k] ?? 0;
    let heaviness = 0;
    for (let i = m; i < m + k; i++) heaviness += (logs[i] ?? 0) - base;
    const improbable = k * ln(1 + (m * ((logs[m - 1] ?? 0) - (logs[m] ?? 0))) / heaviness);
    if (improbable > SURE + ln(few / 3)) sure = tail[m - 1] ?? sure;
    if (improbable > LIKELY) likely = tail[m - 1] ?? likely;
  }
  return { sure, likely };
}

/**
 * Falling distances, with equal ones spread over what was rounded to them, so that whole numbers have a tail as
 * fractions do. Of the last there are `lasts`, not all of which need be among them.
 */
function spreadTies(falling: Float64Array, unit: number, lasts: number): Float64Array {
  const spread = falling.slice();
  for (let from = 0, to = 0; from < falling.length; from = to) {
    while (to < falling.length && falling[to] === falling[from]) to++;
    const equal = to === falling.length ? lasts : to - from;
    for (let i = from; i < to; i++) spread[i] = (falling[i] ?? 0) + unit * (0.5 - (i - from + 0.5) / equal);
  }
  return spread;
}
