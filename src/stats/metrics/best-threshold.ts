/** What a threshold can be chosen by. */
export type ThresholdMeasure = 'f1' | 'balancedAccuracy' | 'accuracy';

export interface BestThreshold {
  /** Say positive from here on: half-way between the score that decides and the next lower one, where there is one. */
  readonly threshold: number;
  /** The measure at that threshold. */
  readonly value: number;
}

/** Rows that another rule decides already, but that the measure counts as well. */
export interface Settled {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly positives: number;
  readonly negatives: number;
}

const NONE: Settled = { truePositive: 0, falsePositive: 0, positives: 0, negatives: 0 };

/**
 * The threshold whose decisions (positive where score ≥ threshold) do best by a measure on rows whose truth is known:
 * every distinct score is tried, as scikit-learn's `precision_recall_curve` and `roc_curve` do. Of equals the one
 * closest to one half, then the lower. Scores are probabilities. The measure is that of these rows and the settled ones
 * together. Null where all rows to decide are of one class, for then every measure would choose the threshold that says
 * nothing else.
 */
export function bestThreshold(
  isPositive: ArrayLike<number>,
  scores: ArrayLike<number>,
  measure: ThresholdMeasure,
  settled: Settled = NONE,
): BestThreshold | null {
  const order = Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const positives = order.reduce((sum, i) => sum + (isPositive[i] === 1 ? 1 : 0), 0);
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let best: BestThreshold | null = null;
  let truePositive = 0;
  let falsePositive = 0;
  for (const [at, i] of order.entries()) {
    if (isPositive[i] === 1) truePositive++;
    else falsePositive++;
    const score = scores[i] ?? 0;
    const next = order[at + 1];
    const lower = next === undefined ? score : (scores[next] ?? 0);
    if (next !== undefined && lower === score) continue;
    const value = MEASURE[measure](
      truePositive + settled.truePositive,
      falsePositive + settled.falsePositive,
      positives + settled.positives,
      negatives + settled.negatives,
    );
    const threshold = score / 2 + lower / 2;
    if (best === null || value > best.value || (value === best.value && isCloser(threshold, best.threshold))) {
      best = { threshold, value };
    }
  }
  return best;
}

const isCloser = (threshold: number, than: number): boolean => {
  const [own, other] = [Math.abs(threshold - 0.5), Math.abs(than - 0.5)];
  return own < other || (own === other && threshold < than);
};

type Measure = (truePositive: number, falsePositive: number, positives: number, negatives: number) => number;

const MEASURE: Readonly<Record<ThresholdMeasure, Measure>> = {
  f1: (hit, wrong, positives) => (2 * hit) / (hit + wrong + positives),
  balancedAccuracy: (hit, wrong, positives, negatives) => (hit / positives + (negatives - wrong) / negatives) / 2,
  accuracy: (hit, wrong, positives, negatives) => (hit + negatives - wrong) / (positives + negatives),
};
