import { medianOf } from '../select';
import { type Distance, type Extremes, furthest } from './far-values';
import type { Findings } from './findings';

/** Nothing but nines is what people write for “not known”: 999, -9999, 99.9. */
const CODE = /^-?9+(?:\.9+)?$/;
/** What stands for “not known” among positive fractions, where a sign alone may be a measured value. */
const NEGATIVE_CODE = /^-(?:1|9+)$/;
/** Rows from which on the distances from the middle show slips by themselves. */
const SHORT = 200;

/** Tells of few numbers that are far from all others or alone in being negative: probably codes, or slips. */
export function noteUnusual(values: Float64Array, lines: Uint32Array, found: Findings): void {
  const sample = spreadSample(values).sort();
  if (sample.length < 20) return;
  const middle = medianOf(sample.slice());
  const extremes = extremesOf(values);
  const { least, most } = extremes;
  const negatives = least < 0 && middle > 0 ? loneNegatives(values) : [];
  for (const row of negatives) {
    found.add('unusual-values', lines[row], String(values[row]));
    found.add('lone-negatives', lines[row]);
  }
  // Of most columns this is all that is asked: whether anything may be three times as far off as nearly all others.
  const unit = smallestStep(sample);
  const few = Math.max(4, Math.ceil(sample.length * 0.025));
  const up = (sample[sample.length - 1 - few] ?? middle) - middle;
  const down = middle - (sample[few] ?? middle);
  const above = most - middle > 3 * up - 2 * unit;
  const below = middle - least > 3 * down - 2 * unit;
  if (!above && !below) return;
  const told = new Set(negatives);
  // Either way too: what is far below a skewed column need not be far beside its long tail above.
  const ways: readonly Distance[] = [
    (value) => Math.abs(value - middle),
    ...(above ? [(value: number) => value - middle] : []),
    ...(below ? [(value: number) => middle - value] : []),
  ];
  const cuts = ways.map((distance) => ({ distance, ...furthest(values, sample, distance, { unit, ...extremes }) }));
  if (cuts.every(({ likely }) => likely === Number.POSITIVE_INFINITY)) return;
  const isSlip =
    above && least > 0 && values.length < SHORT ? slipsOf(values, sample, { unit, ...extremes }) : () => false;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const far = cuts.some(({ distance, sure, likely }) => {
      const away = distance(value);
      return away >= sure || (away >= likely && (CODE.test(String(value)) || isSlip(value)));
    });
    if (far && !told.has(row)) found.add('unusual-values', lines[row], String(value));
  }
}

/**
 * Tells slips of a decimal mark or a unit among positive numbers: what has no place by its ratio to the others, and would
 * stand among them if it were ten, a hundred or a thousand times less. Ratios tell more of few numbers that are far from
 * zero, such as heights, than distances from their middle do.
 */
function slipsOf(
  values: Float64Array,
  sample: Float64Array,
  measured: Extremes & { readonly unit: number },
): (value: number) => boolean {
  const { sure } = furthest(values, sample, (value) => value, measured);
  if (sure === Number.POSITIVE_INFINITY) return () => false;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const value of values) {
    if (value < least) least = value;
    if (value < sure && value > most) most = value;
  }
  // One that stood at the end of the others does so still.
  const beside = (most - least) / 4;
  const isAmid = (value: number): boolean => value >= least - beside && value <= most + beside;
  return (value) => value >= sure && [10, 100, 1_000].some((times) => isAmid(value / times));
}

/** Rows of the few negative numbers where all others are positive: whole ones, or one code among fractions. */
function loneNegatives(values: Float64Array): readonly number[] {
  const negative: number[] = [];
  const few = Math.max(3, values.length * 0.01);
  let fraction = false;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (value === 0 || negative.length > few) return [];
    if (value < 0) negative.push(row);
    if (value !== Math.trunc(value) && !Number.isNaN(value)) fraction = true;
  }
  const words = [...new Set(negative.map((row) => String(values[row])))];
  const code = words.length === 1 && words.every((word) => NEGATIVE_CODE.test(word));
  return negative.length > few || (fraction && !code) ? [] : negative;
}

/** The least and the most value. On its own, so that it is compiled after the first columns. */
function extremesOf(values: Float64Array): Extremes {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** The least by which two values differ: to what they were rounded, or less. */
function smallestStep(sorted: Float64Array): number {
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const between = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
    if (between > 0 && between < step) step = between;
  }
  return step;
}

/** The present values of some 10,000 rows, evenly spread: enough for quartiles. */
function spreadSample(values: Float64Array): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / 10_000));
  const sample = new Float64Array(Math.ceil(values.length / stride));
  let found = 0;
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) sample[found++] = value;
  }
  return sample.subarray(0, found);
}
