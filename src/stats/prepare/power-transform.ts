import { exp, expm1, ln, log1p, powerOfTwo } from '../../lib/portable-math';
import { isConstant, momentsOf } from '../describe/moments';
import { minimize } from '../special/minimize';

export type PowerFamily = 'yeo-johnson' | 'box-cox';

const SMALLEST_NORMAL = powerOfTwo(-1022);

/** One value, transformed (Yeo and Johnson 2000; Box and Cox 1964: positive values only). NaN stays NaN. */
export function powerTransform(family: PowerFamily, lambda: number): (x: number) => number {
  return family === 'box-cox' ? boxCox(lambda) : yeoJohnson(lambda);
}

/**
 * The lambda of the greatest likelihood, for values without NaN. Box-Cox needs
 * positive values. Where values differ by no more than rounding, or the best power
 * leaves nothing of them but rounding, lambda is 1.
 * Of a column longer than {@link MOST_FITTED} every k-th value is looked at, which moves
 * lambda by less than other rows of the same source would.
 */
export function fitLambda(family: PowerFamily, all: Float64Array): number {
  const values = sample(all);
  // Every power fits equal values alike; the power 1 alone leaves what comes later where it is.
  const moments = momentsOf(values);
  if (Number.isFinite(moments.variance) && isConstant(moments)) return 1;
  const yeoJohnson = family === 'yeo-johnson';
  // Powers are taken as exp(lambda * log), and logs once: ten times as fast as a power for each lambda.
  const logs = values.map(yeoJohnson ? (x) => log1p(Math.abs(x)) : ln);
  const scratch = new Float64Array(values.length);
  let logSum = 0;
  for (let i = 0; i < logs.length; i++) logSum += (logs[i] ?? 0) * (yeoJohnson ? Math.sign(values[i] ?? 0) : 1);

  const negativeLogLikelihood = (lambda: number): number => {
    const other = 2 - lambda;
    for (let i = 0; i < logs.length; i++) {
      const log = logs[i] ?? 0;
      // Without Box-Cox's -1 / lambda, which moves all values alike and far from 0 would leave nothing of how they differ.
      if (!yeoJohnson) scratch[i] = lambda === 0 ? log : exp(lambda * log) / lambda;
      else scratch[i] = (values[i] ?? 0) < 0 ? -powerOfLog(log, other) : powerOfLog(log, lambda);
    }
    const { variance } = momentsOf(scratch);
    if (!Number.isFinite(variance) || (yeoJohnson && variance < SMALLEST_NORMAL)) return Infinity;
    return (values.length / 2) * ln(variance) - (lambda - 1) * logSum;
  };
  const lambda = minimize(negativeLogLikelihood, -2, 2);
  const drowned = !hasSpread(values.map(powerTransform(family, lambda))) && hasSpread(values);
  return drowned ? 1 : lambda;
}

const MOST_FITTED = 100_000;

/** Every k-th value, unless that leaves nothing to tell apart. */
function sample(values: Float64Array): Float64Array {
  const stride = Math.ceil(values.length / MOST_FITTED);
  if (stride <= 1) return values;
  const taken = Float64Array.from({ length: Math.ceil(values.length / stride) }, (_, i) => values[i * stride] ?? 0);
  return hasSpread(taken) ? taken : values;
}

/** False where values differ by no more than rounding. */
function hasSpread(values: Float64Array): boolean {
  const moments = momentsOf(values);
  return Number.isFinite(moments.variance) && !isConstant(moments);
}

/** (exp(log) ** power - 1) / power, continued to power 0. */
function powerOfLog(log: number, power: number): number {
  return Math.abs(power) < Number.EPSILON ? log : expm1(power * log) / power;
}

function yeoJohnson(lambda: number): (x: number) => number {
  const other = 2 - lambda;
  const positive = (x: number): number => powerOfLog(log1p(x), lambda);
  const negative = (x: number): number => -powerOfLog(log1p(-x), other);
  return (x) => (x >= 0 ? positive(x) : negative(x));
}

function boxCox(lambda: number): (x: number) => number {
  // The small-lambda form keeps its digits where x ** lambda is nearly 1.
  if (lambda === 1) return (x) => x - 1;
  return lambda === 0 ? ln : (x) => expm1(lambda * ln(x)) / lambda;
}
