import { medianOf, selectSmallest } from '../select';
import type { Findings } from './findings';

/** How many times as far from the median as the furthest of the others. */
const FAR = 3;

/**
 * Numbers that are probably codes or slips: ten interquartile ranges outside the quartiles and far from the next of
 * the others, which a heavy tail is not; or whole and negative where all others are positive. Told of only while few.
 */
export function noteUnusual(values: Float64Array, lines: Uint32Array, found: Findings): void {
  const present = spreadSample(values);
  if (present.length < 20) return;
  const q1 = selectSmallest(present, Math.floor(present.length / 4));
  const q3 = selectSmallest(present, Math.floor((present.length * 3) / 4));
  if (q3 <= q1) return;
  const low = q1 - 10 * (q3 - q1);
  const high = q3 + 10 * (q3 - q1);
  const middle = medianOf(present);
  const few = Math.max(3, values.length * 0.01);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Of most columns this is all that is asked.
  if (least >= low && most <= high && (least >= 0 || middle <= 0)) return;
  let outside = 0;
  let negative = 0;
  let zero = 0;
  let fraction = false;
  let reach = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const distance = Math.abs(value - middle);
    if (value < low || value > high) {
      outside++;
      if (distance < nearest) nearest = distance;
    } else if (distance > reach) reach = distance;
    if (value !== Math.trunc(value) && !Number.isNaN(value)) fraction = true;
    if (value < 0) negative++;
    if (value === 0) zero++;
  }
  const strangeNegative = !fraction && middle > 0 && zero === 0 && negative > 0 && negative <= few;
  const strangeOutside = outside > 0 && outside <= few && nearest > reach * FAR;
  if (!strangeNegative && !strangeOutside) return;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const strange = (strangeOutside && (value < low || value > high)) || (strangeNegative && value < 0);
    if (strange) found.add('unusual-values', lines[row], String(value));
  }
}

/** The present values of some 10,000 rows, evenly spread: enough for quartiles. */
function spreadSample(values: Float64Array): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / 10_000));
  const sample: number[] = [];
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) sample.push(value);
  }
  return Float64Array.from(sample);
}
