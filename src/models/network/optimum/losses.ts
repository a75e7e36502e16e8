import type { Task } from '../../../graph/schema-types';
import { exp, ln, log1p } from '../../../lib/portable-math';

/** What is summed over rows. */
export interface Sums {
  loss: number;
  wrong: number;
  /** Its logarithm belongs to the loss: one logarithm for many rows, since they cost more than all else. */
  product: number;
}

/**
 * Of one row: its linear outputs become the slope of its loss by each of them. `add` counts the loss and whether the
 * class was missed; a row counts `weight` times.
 */
type RowLoss = (outputs: Float64Array, target: number, weight: number, sums: Sums) => void;

export const noSums = (): Sums => ({ loss: 0, wrong: 0, product: 1 });

/** Factors are from 1 to the number of classes, so far below what a product may hold. */
function multiply(sums: Sums, factor: number): void {
  sums.product *= factor;
  if (sums.product > 1e290) settle(sums);
}

/** Brings the product into the loss. */
export function settle(sums: Sums): void {
  sums.loss += ln(sums.product);
  sums.product = 1;
}

export const rowLosses: Readonly<Record<Task, RowLoss>> = {
  /** One output: the logit of class 1. */
  binary(outputs, target, weight, sums) {
    const sign = target === 1 ? 1 : -1;
    const margin = sign * (outputs[0] ?? 0);
    const small = exp(margin > 0 ? -margin : margin);
    if (margin < 0) {
      sums.wrong++;
      sums.loss -= weight * margin;
    }
    if (weight === 1) multiply(sums, 1 + small);
    else sums.loss += weight * log1p(small);
    outputs[0] = (-sign * weight * (margin > 0 ? small : 1)) / (1 + small);
  },
  multiclass(outputs, target, weight, sums) {
    let largest = Number.NEGATIVE_INFINITY;
    for (const z of outputs) if (z > largest) largest = z;
    const chosen = (outputs[target] ?? 0) - largest;
    let total = 0;
    for (let k = 0; k < outputs.length; k++) {
      const power = exp((outputs[k] ?? 0) - largest);
      outputs[k] = power;
      total += power;
    }
    sums.loss -= weight * chosen;
    if (chosen < 0) sums.wrong++;
    if (weight === 1) multiply(sums, total);
    else sums.loss += weight * ln(total);
    for (let k = 0; k < outputs.length; k++) {
      outputs[k] = weight * ((outputs[k] ?? 0) / total - (k === target ? 1 : 0));
    }
  },
  regression(outputs, target, weight, sums) {
    const error = (outputs[0] ?? 0) - target;
    sums.loss += weight * error * error;
    outputs[0] = 2 * weight * error;
  },
};

/** No loss curves more than this times the square of its output, whatever that is (Böhning 1992 for several classes). */
export const MOST_CURVATURE: Readonly<Record<Task, number>> = { binary: 0.25, multiclass: 0.5, regression: 2 };

/**
 * What the square of a weight costs at least, for a column of spread 1. Columns that say the same would else share
 * their weight at will, and what 32 bits round off them be learned from; no figure shows it.
 */
export const LEAST_PENALTY = 1e-12;
