import { requireSameLength } from './figure';

/** Positives and negatives at or above each distinct score, from the highest score down. */
export interface Ranking {
  readonly thresholds: Float64Array;
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Ranks rows by score; rows of equal score stand together, so ties count half in
 * an area. `truth[i]` is 1 for the positive class, else 0; weights default to 1.
 * Null where a score is not finite.
 */
export function rankByScore(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Ranking | null {
  requireSameLength(truth, scores);
  const n = truth.length;
  const keys = Float64Array.from(scores);
  if (!keys.every(Number.isFinite)) return null;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0));
  const thresholds: number[] = [];
  const truePositives: number[] = [];
  const falsePositives: number[] = [];
  let tp = 0;
  let fp = 0;
  for (let at = 0; at < n; at++) {
    const row = order[at] ?? 0;
    const weight = weights?.[row] ?? 1;
    if (truth[row] === 1) tp += weight;
    else fp += weight;
    const next = order[at + 1];
    if (next === undefined || keys[next] !== keys[row]) {
      thresholds.push(keys[row] ?? 0);
      truePositives.push(tp);
      falsePositives.push(fp);
    }
  }
  return {
    thresholds: Float64Array.from(thresholds),
    truePositives: Float64Array.from(truePositives),
    falsePositives: Float64Array.from(falsePositives),
    positives: tp,
    negatives: fp,
  };
}
