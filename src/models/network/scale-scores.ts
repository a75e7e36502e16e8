import { exp } from '../../lib/portable-math';
import type { Scores } from '../estimator';
import type { ModelValue } from '../model';

/** From linear outputs to probabilities or target units, in double precision and alike on every backend. */
export function scaleScores({ task, target }: ModelValue, raw: Float64Array, outputs: number): Scores {
  if (task === 'regression') {
    const { mean, sd } = target.scale ?? { mean: 0, sd: 1 };
    return { scores: raw.map((value) => value * sd + mean), outputs };
  }
  if (task === 'binary') {
    const scores = new Float64Array(raw.length * 2);
    for (let row = 0; row < raw.length; row++) {
      const z = raw[row] ?? 0;
      scores[2 * row] = 1 / (1 + exp(z));
      scores[2 * row + 1] = 1 / (1 + exp(-z));
    }
    return { scores, outputs: 2 };
  }
  for (let start = 0; start < raw.length; start += outputs) softmaxInPlace(raw.subarray(start, start + outputs));
  return { scores: raw, outputs };
}

function softmaxInPlace(row: Float64Array): void {
  const largest = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let i = 0; i < row.length; i++) {
    row[i] = exp((row[i] ?? 0) - largest);
    total += row[i] ?? 0;
  }
  for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / total;
}
