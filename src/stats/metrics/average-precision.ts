import { type Figure, figure, REASONS, undefinedFigure } from './figure';
import { classAgainstRest, meanOverClasses } from './one-versus-rest';
import { type Ranking, rankByScore } from './ranking';

export interface PrecisionRecallCurve {
  /** By rising threshold; a last point of precision 1 and recall 0 closes the curve. */
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  /** One fewer than the points. */
  readonly thresholds: Float64Array;
}

/**
 * Every point of the precision-recall curve, or null without rows or with a score
 * that is not finite. Without a positive row recall is 1 throughout, as in scikit-learn.
 */
export function precisionRecallCurve(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): PrecisionRecallCurve | null {
  return precisionRecallCurveOf(rankByScore(truth, scores, weights));
}

/** {@link precisionRecallCurve} of rows that are ranked already. */
export function precisionRecallCurveOf(ranking: Ranking | null): PrecisionRecallCurve | null {
  const points = ranking?.thresholds.length ?? 0;
  if (ranking === null || points === 0) return null;
  const precision = new Float64Array(points + 1);
  const recall = new Float64Array(points + 1);
  const thresholds = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    const from = points - 1 - i;
    const tp = ranking.truePositives[from] ?? 0;
    const fp = ranking.falsePositives[from] ?? 0;
    precision[i] = tp + fp === 0 ? 0 : tp / (tp + fp);
    recall[i] = ranking.positives === 0 ? 1 : tp / ranking.positives;
    thresholds[i] = ranking.thresholds[from] ?? 0;
  }
  precision[points] = 1;
  return { precision, recall, thresholds };
}

/** Average precision: the sum of (R_n - R_{n-1}) P_n, stepwise and without interpolation. 0 without a positive row. */
export function averagePrecision(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Figure {
  if (truth.length === 0) return undefinedFigure(REASONS.noRows);
  return underCurve(precisionRecallCurve(truth, scores, weights));
}

function underCurve(curve: PrecisionRecallCurve | null): Figure {
  if (curve === null) return undefinedFigure(REASONS.notFinite);
  let sum = 0;
  for (let i = 0; i + 1 < curve.recall.length; i++)
    sum += ((curve.recall[i] ?? 0) - (curve.recall[i + 1] ?? 0)) * (curve.precision[i] ?? 0);
  return figure(sum);
}

/** The mean over classes of one class against the rest; undefined where a class has no row. `probabilities`: rows × classes. */
export function averagePrecisionOneVersusRest(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): Figure {
  const figures: Figure[] = [];
  for (let k = 0; k < classes; k++) {
    const { isClass, score } = classAgainstRest(truth, probabilities, classes, k);
    figures.push(
      truth.length === 0 ? undefinedFigure(REASONS.noRows) : averagePrecisionOfRanking(rankByScore(isClass, score)),
    );
  }
  return meanOverClasses(figures);
}

/** Average precision of ranked rows, undefined (rather than scikit-learn's 0) where none of them is positive. */
export function averagePrecisionOfRanking(ranking: Ranking | null): Figure {
  return ranking?.positives === 0 ? undefinedFigure(REASONS.noPositive) : underCurve(precisionRecallCurveOf(ranking));
}
