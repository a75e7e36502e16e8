import { type Figure, figure, REASONS, undefinedFigure } from './figure';
import { classAgainstRest, meanOverClasses } from './one-versus-rest';
import { type Ranking, rankByScore } from './ranking';

export interface RocCurve {
  readonly falsePositiveRate: Float64Array;
  readonly truePositiveRate: Float64Array;
  /** Falling; the first is the highest score + 1, where nothing is called positive. */
  readonly thresholds: Float64Array;
}

/** Every corner of the ROC curve, or null where one class only (or a score that is not finite) makes it undefined. */
export function rocCurve(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): RocCurve | null {
  return rocCurveOf(rankByScore(truth, scores, weights));
}

/** {@link rocCurve} of rows that are ranked already. */
export function rocCurveOf(ranking: Ranking | null): RocCurve | null {
  if (ranking === null || ranking.positives === 0 || ranking.negatives === 0) return null;
  const points = ranking.thresholds.length + 1;
  const falsePositiveRate = new Float64Array(points);
  const truePositiveRate = new Float64Array(points);
  const thresholds = new Float64Array(points);
  thresholds[0] = (ranking.thresholds[0] ?? 0) + 1;
  for (let i = 1; i < points; i++) {
    falsePositiveRate[i] = (ranking.falsePositives[i - 1] ?? 0) / ranking.negatives;
    truePositiveRate[i] = (ranking.truePositives[i - 1] ?? 0) / ranking.positives;
    thresholds[i] = ranking.thresholds[i - 1] ?? 0;
  }
  return { falsePositiveRate, truePositiveRate, thresholds };
}

/** Area under the ROC curve by trapezoids: the chance that a positive outranks a negative, ties counting half. */
export function rocAuc(truth: ArrayLike<number>, scores: ArrayLike<number>, weights?: ArrayLike<number>): Figure {
  if (truth.length === 0) return undefinedFigure(REASONS.noRows);
  return rocAucOf(rankByScore(truth, scores, weights));
}

/** {@link rocAuc} of rows, at least one, that are ranked already. */
export function rocAucOf(ranking: Ranking | null): Figure {
  if (ranking === null) return undefinedFigure(REASONS.notFinite);
  if (ranking.positives === 0 || ranking.negatives === 0) return undefinedFigure(REASONS.oneClass);
  return figure(area(ranking));
}

/**
 * One class against the rest, averaged over classes: plainly (`macro`) or by each
 * class's share of the rows (`weighted`). `probabilities` is rows × classes,
 * row-major. Undefined where a class has no row, or has all of them.
 */
export function rocAucOneVersusRest(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
  average: 'macro' | 'weighted' = 'macro',
): Figure {
  const n = truth.length;
  if (n === 0) return undefinedFigure(REASONS.noRows);
  const figures: Figure[] = [];
  const shares: number[] = [];
  for (let k = 0; k < classes; k++) {
    const { isClass, score } = classAgainstRest(truth, probabilities, classes, k);
    figures.push(rocAuc(isClass, score));
    shares.push(average === 'macro' ? 1 / classes : isClass.reduce((a, b) => a + b, 0) / n);
  }
  return meanOverClasses(figures, shares);
}

/** The mean over pairs of classes of the AUC within each pair, both ways round (Hand and Till 2001). */
export function rocAucOneVersusOne(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): Figure {
  if (truth.length === 0) return undefinedFigure(REASONS.noRows);
  let total = 0;
  for (let a = 0; a < classes; a++) {
    for (let b = 0; b < classes; b++) {
      if (a === b) continue;
      const isA: number[] = [];
      const score: number[] = [];
      for (let i = 0; i < truth.length; i++) {
        if (truth[i] !== a && truth[i] !== b) continue;
        isA.push(truth[i] === a ? 1 : 0);
        score.push(probabilities[i * classes + a] ?? Number.NaN);
      }
      const pair = rocAuc(isA, score);
      if (pair.value === null)
        return undefinedFigure(pair.because === REASONS.notFinite ? pair.because : REASONS.absentClass);
      total += pair.value;
    }
  }
  return figure(total / (classes * (classes - 1)));
}

function area(ranking: Ranking): number {
  let twice = 0;
  let tp = 0;
  let fp = 0;
  for (let i = 0; i < ranking.thresholds.length; i++) {
    const nextTp = ranking.truePositives[i] ?? 0;
    const nextFp = ranking.falsePositives[i] ?? 0;
    twice += (nextFp - fp) * (nextTp + tp);
    tp = nextTp;
    fp = nextFp;
  }
  return twice / (2 * ranking.positives * ranking.negatives);
}
