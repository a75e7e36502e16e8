import { isConstant, momentsOf } from '../describe/moments';
import { present, quantileOfSorted } from '../describe/quantile';
import { normalQuantile } from '../special/normal-quantile';
import type { PowerFamily } from './power-transform';
import { fitLambda, powerTransform } from './power-transform';

/** What to fit. Definitions are scikit-learn's. */
export type ScalingMethod =
  /** Mean 0, population standard deviation 1. */
  | { readonly method: 'standard' }
  /** Least and greatest value to `low` and `high`. */
  | { readonly method: 'minmax'; readonly low: number; readonly high: number }
  | { readonly method: 'maxabs' }
  /** Median 0, interquartile range 1. */
  | { readonly method: 'robust' }
  /** Ranks, spread evenly over 0 … 1 or as a normal distribution, at `quantiles` support points at most. */
  | { readonly method: 'quantile'; readonly output: 'uniform' | 'normal'; readonly quantiles: number }
  /** A power that makes the values most nearly normal, then standard. */
  | { readonly method: 'power'; readonly family: PowerFamily };

/** A fitted scaling, as JSON. */
export type Scaling =
  | { readonly form: 'shift'; readonly center: number; readonly scale: number }
  | { readonly form: 'line'; readonly factor: number; readonly offset: number }
  | { readonly form: 'quantile'; readonly output: 'uniform' | 'normal'; readonly quantiles: readonly number[] }
  | {
      readonly form: 'power';
      readonly family: PowerFamily;
      readonly lambda: number;
      readonly center: number;
      readonly scale: number;
    };

/**
 * Fits on the values that are present, at least one; NaN is missing. A constant column divides by 1, as in
 * scikit-learn. Box-Cox: the caller sees to it that all values are positive and not all equal.
 * Quantiles use every value, where scikit-learn draws 10,000 from a longer column.
 */
export function fitScaling(raw: Float64Array, options: ScalingMethod): Scaling {
  const values = present(raw);
  if (values.length === 0) throw new RangeError('nothing to fit a scaling on');
  switch (options.method) {
    case 'standard':
      return { form: 'shift', ...standard(values) };
    case 'minmax': {
      const [least, greatest] = extent(values);
      // Of halves, because the span of numbers near the ends of the range is none.
      const span = greatest - least;
      const factor = Number.isFinite(span)
        ? (options.high - options.low) / nonZero(span)
        : (options.high - options.low) / 2 / (greatest / 2 - least / 2);
      return { form: 'line', factor, offset: options.low - least * factor };
    }
    case 'maxabs': {
      const [least, greatest] = extent(values);
      return { form: 'shift', center: 0, scale: nonZero(Math.max(Math.abs(least), Math.abs(greatest))) };
    }
    case 'robust': {
      const sorted = values.slice().sort();
      const range = quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25);
      return { form: 'shift', center: quantileOfSorted(sorted, 0.5), scale: nonZero(range) };
    }
    case 'quantile':
      return {
        form: 'quantile',
        output: options.output,
        quantiles: supportPoints(values, Math.min(raw.length, options.quantiles)),
      };
    case 'power': {
      const lambda = fitLambda(options.family, values);
      const transformed = values.map(powerTransform(options.family, lambda));
      return { form: 'power', family: options.family, lambda, ...standard(transformed) };
    }
  }
}

/** The scaled values; NaN stays NaN. A power may overflow to ±Infinity: the caller looks. */
export function scaleValues(values: Float64Array, scaling: Scaling): Float64Array {
  const scaled = new Float64Array(values.length);
  switch (scaling.form) {
    case 'shift': {
      const { center, scale } = scaling;
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0;
        const off = value - center;
        scaled[i] = off === Infinity || off === -Infinity ? value / scale - center / scale : off / scale;
      }
      return scaled;
    }
    case 'line': {
      const { factor, offset } = scaling;
      for (let i = 0; i < values.length; i++) scaled[i] = (values[i] ?? 0) * factor + offset;
      return scaled;
    }
    case 'power': {
      const { center, scale } = scaling;
      const transform = powerTransform(scaling.family, scaling.lambda);
      for (let i = 0; i < values.length; i++) scaled[i] = (transform(values[i] ?? 0) - center) / scale;
      return scaled;
    }
    case 'quantile': {
      const rank = ranker(scaling.quantiles, scaling.output);
      for (let i = 0; i < values.length; i++) scaled[i] = rank(values[i] ?? 0);
      return scaled;
    }
  }
}

function standard(values: Float64Array): { center: number; scale: number } {
  const moments = momentsOf(values);
  const greatest = Math.max(...extent(values).map(Math.abs));
  if (!Number.isFinite(moments.variance) && Number.isFinite(greatest)) {
    const { center, scale } = standard(values.map((value) => value / greatest));
    return { center: center * greatest, scale: scale * greatest };
  }
  return { center: moments.mean, scale: isConstant(moments) ? 1 : Math.sqrt(moments.variance) };
}

/** A spread too small to divide by counts as 1. */
const nonZero = (spread: number): number => (spread < 10 * Number.EPSILON ? 1 : spread);

function extent(values: Float64Array): readonly [number, number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

function supportPoints(values: Float64Array, count: number): readonly number[] {
  const sorted = values.slice().sort();
  const points: number[] = [];
  let highest = -Infinity;
  for (const share of shares(count)) {
    // There and back through percent, as scikit-learn goes: it decides the last bit.
    highest = Math.max(highest, quantileOfSorted(sorted, (share * 100) / 100));
    points.push(highest);
  }
  return points;
}

/** `count` evenly spaced shares from 0 to 1. */
function shares(count: number): Float64Array {
  const step = 1 / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i > 0 && i === count - 1 ? 1 : i === 0 ? 0 : i * step));
}

/** Within this share of the ends a normal output is clipped. */
const EDGE = 1e-7;
const LOWEST = normalQuantile(EDGE - Number.EPSILON);
const HIGHEST = normalQuantile(1 - (EDGE - Number.EPSILON));

function ranker(quantiles: readonly number[], output: 'uniform' | 'normal'): (x: number) => number {
  const rising = Float64Array.from(quantiles);
  const falling = rising.map((value) => -value).reverse();
  const share = shares(rising.length);
  const shareFalling = share.map((value) => -value).reverse();
  const first = rising[0] ?? 0;
  const last = rising[rising.length - 1] ?? 0;
  // A tied value covers several shares: the mean of the first and the last stands for it.
  const middle = (x: number): number => 0.5 * (interpolate(x, rising, share) - interpolate(-x, falling, shareFalling));
  if (output === 'uniform') {
    return (x) => (Number.isNaN(x) ? x : x === first ? 0 : x === last ? 1 : middle(x));
  }
  return (x) => {
    if (Number.isNaN(x)) return x;
    const p = x - EDGE < first ? 0 : x + EDGE > last ? 1 : middle(x);
    return Math.min(HIGHEST, Math.max(LOWEST, normalQuantile(p)));
  };
}

/** Piecewise linear through (xs, ys), xs rising; flat outside. At a run of equal xs the last y. */
function interpolate(x: number, xs: Float64Array, ys: Float64Array): number {
  let low = -1;
  let high = xs.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((xs[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  if (low === -1) return ys[0] ?? Number.NaN;
  const x0 = xs[low] ?? 0;
  const y0 = ys[low] ?? 0;
  if (low === xs.length - 1 || x === x0) return y0;
  const x1 = xs[low + 1] ?? 0;
  const y1 = ys[low + 1] ?? 0;
  // A ratio, because a slope overflows between values that nearly meet, and halves because a span can too.
  const ratio = Number.isFinite(x1 - x0) ? (x - x0) / (x1 - x0) : (x / 2 - x0 / 2) / (x1 / 2 - x0 / 2);
  return y0 + ratio * (y1 - y0);
}
