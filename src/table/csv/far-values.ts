import { ln } from '../../lib/portable-math';
import { selectSmallest } from '../select';

/** How many times as far from the middle as the furthest of the others. */
const FAR = 3;
/** At most this share of the rows is far from the others, and three anyway. */
const FEW_SHARE = 0.02;
/** The share of rows that shows how heavy the tail is, and at least so many of them. */
const TAIL_SHARE = 0.05;
const TAIL_ROWS = 10;
/** How improbable the gap is in such a tail: 1 in 1,000, or 1 in 20 where something else speaks against the value too. */
const SURE = ln(1_000);
const LIKELY = ln(20);

/** The least and the most of a column's values. */
export interface Extremes {
  readonly least: number;
  readonly most: number;
}

/** How far a value lies off the middle, one way or either; not above 0 where it lies the other way. */
export type Distance = (value: number) => number;

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
export function furthest(
  values: Float64Array,
  sample: Float64Array,
  distance: Distance,
  { unit, least, most: largest }: Extremes & { readonly unit: number },
): Cuts {
  const few = Math.max(3, Math.floor(values.length * FEW_SHARE));
  // Of most columns too many values are a third as far off as the furthest for any to be apart.
  const top = Math.max(distance(least), distance(largest));
  if (areMoreThan(few, values, distance, (top + unit / 2) / FAR + unit / 2)) return NONE;
  const most = few + Math.max(TAIL_ROWS, Math.floor(values.length * TAIL_SHARE)) + 1;
  const near = sample.map(distance).sort()[Math.floor(sample.length * 0.88)] ?? 0;
  // Of a long column the furthest eighth is enough, unless the sample misjudged it.
  let { away, positive } = beyond(values, distance, values.length > 20_000 ? Math.max(0, near) : 0);
  if (away.length < most && away.length < positive) ({ away, positive } = beyond(values, distance, 0));
  return cutsOf(away, { few, k: Math.min(most - few - 1, positive >> 1) }, unit);
}

const NONE: Cuts = { sure: Number.POSITIVE_INFINITY, likely: Number.POSITIVE_INFINITY };

function areMoreThan(few: number, values: Float64Array, distance: Distance, floor: number): boolean {
  let found = 0;
  for (let row = 0; row < values.length; row++) {
    if (distance(values[row] ?? Number.NaN) > floor && ++found > few) return true;
  }
  return false;
}

/** The distances of more than `floor`, and how many are positive. */
function beyond(values: Float64Array, distance: Distance, floor: number) {
  let away = new Float64Array(floor > 0 ? Math.ceil(values.length / 6) : values.length);
  let found = 0;
  let positive = 0;
  for (let row = 0; row < values.length; row++) {
    const far = distance(values[row] ?? 0);
    if (far > 0) positive++;
    if (!(far > floor)) continue;
    if (found === away.length) away = withRoom(away, values.length);
    away[found++] = far;
  }
  return { away: away.subarray(0, found), positive };
}

function withRoom(values: Float64Array, room: number): Float64Array<ArrayBuffer> {
  const roomy = new Float64Array(room);
  roomy.set(values);
  return roomy;
}

function countOf(values: Float64Array, wanted: number | undefined): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === wanted) count++;
  return count;
}

/** Of the furthest distances, in any order; `few` may be apart, and the `k` below them show the tail. */
function cutsOf(away: Float64Array, { few, k }: { readonly few: number; readonly k: number }, unit: number): Cuts {
  let sure = Number.POSITIVE_INFINITY;
  let likely = Number.POSITIVE_INFINITY;
  const apart = Math.min(few, away.length - k - 1);
  if (k < TAIL_ROWS / 2 || apart < 1) return { sure, likely };
  selectSmallest(away, away.length - apart - k - 1);
  const tail = away
    .slice(away.length - apart - k - 1)
    .sort()
    .reverse();
  const last = tail[tail.length - 1];
  const spread = spreadTies(tail, unit, countOf(away, last));
  const logs = spread.map(ln);
  for (let m = 1; m <= apart; m++) {
    if ((spread[m - 1] ?? 0) < FAR * (spread[m] ?? 0)) continue;
    const base = logs[m + k] ?? 0;
    let heaviness = 0;
    for (let i = m; i < m + k; i++) heaviness += (logs[i] ?? 0) - base;
    // Each further group that is tried must be as much less probable: all together stay below twice the level.
    const improbable = k * ln(1 + (m * ((logs[m - 1] ?? 0) - (logs[m] ?? 0))) / heaviness) - 2 * ln(m);
    if (improbable > SURE) sure = tail[m - 1] ?? sure;
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
