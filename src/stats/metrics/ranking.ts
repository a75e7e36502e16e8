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
  const positives = side(truth, scores, weights, true);
  const negatives = side(truth, scores, weights, false);
  if (positives === null || negatives === null) return null;
  const most = positives.scores.length + negatives.scores.length;
  const thresholds = new Float64Array(most);
  const truePositives = new Float64Array(most);
  const falsePositives = new Float64Array(most);
  let [i, tp] = [positives.scores.length - 1, 0];
  let [j, fp] = [negatives.scores.length - 1, 0];
  let points = 0;
  while (i >= 0 || j >= 0) {
    const at = Math.max(positives.scores[i] ?? -Infinity, negatives.scores[j] ?? -Infinity);
    for (; i >= 0 && positives.scores[i] === at; i--) tp += positives.weights?.[i] ?? 1;
    for (; j >= 0 && negatives.scores[j] === at; j--) fp += negatives.weights?.[j] ?? 1;
    thresholds[points] = at;
    truePositives[points] = tp;
    falsePositives[points] = fp;
    points++;
  }
  return {
    thresholds: thresholds.subarray(0, points),
    truePositives: truePositives.subarray(0, points),
    falsePositives: falsePositives.subarray(0, points),
    positives: tp,
    negatives: fp,
  };
}

interface Side {
  /** Rising. */
  readonly scores: Float64Array;
  readonly weights: Float64Array | null;
}

/** The rows of one side. Sorting plain numbers is some ten times faster than sorting rows by a comparison. */
function side(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  isPositive: boolean,
): Side | null {
  const found = new Uint32Array(truth.length);
  let count = 0;
  for (let row = 0; row < truth.length; row++) {
    if ((truth[row] === 1) !== isPositive) continue;
    if (!Number.isFinite(scores[row])) return null;
    found[count++] = row;
  }
  const rows = found.subarray(0, count);
  if (weights !== undefined) rows.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const own = new Float64Array(count);
  for (let i = 0; i < count; i++) own[i] = scores[rows[i] ?? 0] ?? 0;
  if (weights === undefined) return { scores: own.sort(), weights: null };
  return { scores: own, weights: Float64Array.from(rows, (row) => weights[row] ?? 1) };
}
