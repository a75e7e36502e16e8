import { square } from '../../lib/portable-math';
import { createYieldIfDue } from '../../lib/yielding';
import type { Table } from '../../table/table';
import { type Features, featureMatrix } from '../matrix';

/** Rows gathered at once. */
const BLOCK = 4_096;

export interface LabelledRows {
  readonly table: Table;
  readonly features: readonly string[];
  readonly rows: Uint32Array;
  /** Class indices of the rows. */
  readonly labels: Float64Array;
  readonly classes: number;
  /** How much each row counts; null where all count alike. */
  readonly weights: Float64Array | null;
}

/** How each class's features spread; arrays are classes × features, row-major. Nothing is smoothed. */
export interface ClassMoments {
  readonly counts: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
  /** The greatest variance of a feature over all rows, unweighted. */
  readonly widest: number;
}

/**
 * Means and variances (divided by n) of each class in two passes over the rows. Of a class without weight they are 0.
 * Fails naming the column and row where a feature is missing; throws Cancelled.
 */
export async function classMoments(given: LabelledRows, signal: AbortSignal): Promise<ClassMoments> {
  const width = given.features.length;
  const { rows, classes } = given;
  const counts = new Float64Array(classes);
  const means = new Float64Array(classes * width);
  const variances = new Float64Array(classes * width);
  const middle = new Float64Array(width);
  const spread = new Float64Array(width);

  await eachRow(given, signal, (values, at, k, weight) => {
    counts[k] = (counts[k] ?? 0) + weight;
    for (let f = 0; f < width; f++) {
      const value = values[at + f] ?? 0;
      means[k * width + f] = (means[k * width + f] ?? 0) + weight * value;
      middle[f] = (middle[f] ?? 0) + value;
    }
  });
  perClass(means, counts);
  for (let f = 0; f < width; f++) middle[f] = (middle[f] ?? 0) / rows.length;

  await eachRow(given, signal, (values, at, k, weight) => {
    for (let f = 0; f < width; f++) {
      const value = values[at + f] ?? 0;
      variances[k * width + f] = (variances[k * width + f] ?? 0) + weight * square(value - (means[k * width + f] ?? 0));
      spread[f] = (spread[f] ?? 0) + square(value - (middle[f] ?? 0));
    }
  });
  perClass(variances, counts);
  return { counts, means, variances, widest: spread.reduce((most, each) => Math.max(most, each), 0) / rows.length };
}

async function eachRow(
  { table, features, rows, labels, weights }: LabelledRows,
  signal: AbortSignal,
  see: (values: Features['values'], at: number, label: number, weight: number) => void,
): Promise<void> {
  const yieldIfDue = createYieldIfDue(signal, () => performance.now());
  for (let from = 0; from < rows.length; from += BLOCK) {
    await yieldIfDue();
    const block = rows.subarray(from, from + BLOCK);
    const { values } = featureMatrix(table, features, block, 'double');
    for (let i = 0; i < block.length; i++) {
      see(values, i * features.length, labels[from + i] ?? 0, weights === null ? 1 : (weights[from + i] ?? 0));
    }
  }
}

/** Weights that sum up to less are none, as in scikit-learn. */
export const NO_WEIGHT = 1e-8;

function perClass(sums: Float64Array, counts: Float64Array): void {
  const width = sums.length / counts.length;
  for (let at = 0; at < sums.length; at++) {
    const count = counts[Math.floor(at / width)] ?? 0;
    sums[at] = count <= NO_WEIGHT ? 0 : (sums[at] ?? 0) / count;
  }
}
