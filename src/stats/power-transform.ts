import { minimize } from './minimize';
import { momentsOf } from './moments';

export type PowerFamily = 'yeo-johnson' | 'box-cox';

/** One value, transformed (Yeo and Johnson 2000; Box and Cox 1964: positive values only). NaN stays NaN. */
export function powerTransform(family: PowerFamily, lambda: number): (x: number) => number {
  return family === 'box-cox' ? boxCox(lambda) : yeoJohnson(lambda);
}

/**
 * The lambda of the greatest likelihood, for values without NaN. Box-Cox needs
 * positive values that are not all equal; a flat likelihood ends where scipy's does.
 */
export function fitLambda(family: PowerFamily, values: Float64Array): number {
  const scratch = new Float64Array(values.length);
  const half = values.length / 2;
  const negativeLogLikelihood = (shape: (lambda: number) => (x: number) => number, logSum: number) => {
    return (lambda: number): number => {
      const transform = shape(lambda);
      for (let i = 0; i < values.length; i++) scratch[i] = transform(values[i] ?? 0);
      const { variance } = momentsOf(scratch);
      if (variance < Number.MIN_VALUE * 2 ** 52) return family === 'box-cox' ? -(lambda - 1) * logSum - Infinity : Infinity;
      return half * Math.log(variance) - (lambda - 1) * logSum;
    };
  };
  let logSum = 0;
  if (family === 'box-cox') {
    for (const x of values) logSum += Math.log(x);
    return minimize(negativeLogLikelihood(boxCoxUnshifted, logSum), -2, 2);
  }
  for (const x of values) logSum += Math.sign(x) * Math.log1p(Math.abs(x));
  return minimize(negativeLogLikelihood(yeoJohnson, logSum), -2, 2);
}

function yeoJohnson(lambda: number): (x: number) => number {
  const other = 2 - lambda;
  const positive =
    Math.abs(lambda) < Number.EPSILON ? Math.log1p : (x: number): number => ((x + 1) ** lambda - 1) / lambda;
  const negative =
    Math.abs(other) > Number.EPSILON
      ? (x: number): number => -((1 - x) ** other - 1) / other
      : (x: number): number => -Math.log1p(-x);
  return (x) => (x >= 0 ? positive(x) : negative(x));
}

function boxCox(lambda: number): (x: number) => number {
  // The small-lambda form keeps its digits where x ** lambda is nearly 1.
  return lambda === 0 ? Math.log : (x) => Math.expm1(lambda * Math.log(x)) / lambda;
}

/** Box-Cox without its constant offset, which only costs digits where nothing but the variance counts. */
function boxCoxUnshifted(lambda: number): (x: number) => number {
  return lambda === 0 ? Math.log : (x) => x ** lambda / lambda;
}
