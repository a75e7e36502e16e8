import { averagePrecisionOfRanking, precisionRecallCurveOf } from './average-precision';
import type { MajorityBaseline } from './baseline';
import {
  accuracy,
  balancedAccuracy,
  type Confusion,
  classCounts,
  cohenKappa,
  confusionMatrix,
  macroAverages,
  matthewsCorrelation,
} from './classification';
import { decideClasses } from './decide';
import { downsampleCurve } from './downsample-curve';
import { type Figure, REASONS, undefinedFigure } from './figure';
import { areaInterval, classIntervals, meanInterval, shareInterval } from './intervals';
import { classAgainstRest, meanOverClasses } from './one-versus-rest';
import { brierLosses, brierScore, calibrationError, logLoss, logLosses } from './probability';
import { type Ranking, rankByScore } from './ranking';
import type { PartEvaluation } from './report';
import { type Figures, intervalsOf, splitFigures } from './report-figures';
import { rocAucOf, rocCurveOf } from './roc';

const CURVE_POINTS = 200;

export interface ClassificationRows {
  /** The model's classes in its order, then labels of the data that it does not know. */
  readonly labels: readonly string[];
  /** How many of the labels the model knows. */
  readonly known: number;
  /** Label index of each row; -1 where it is missing. */
  readonly truth: ArrayLike<number>;
  /** Probabilities, rows × known, row-major. */
  readonly scores: Float64Array;
  /** Class index predicted of each row, by whatever rule. */
  readonly predicted: ArrayLike<number>;
  /** Of two classes, the one that curves, AUC and average precision speak of. */
  readonly positive: number;
  readonly baseline: MajorityBaseline | null;
}

/**
 * Every figure of one part of the data. Rows without a truth are left out and counted. Ranking many rows
 * takes seconds: `yieldIfDue` is awaited between figures, and what it throws ends the evaluation.
 */
export async function evaluateClassification(
  rows: ClassificationRows,
  yieldIfDue: () => Promise<void>,
): Promise<PartEvaluation> {
  const { labels, known, baseline } = rows;
  const { truth, scores, predicted } = rowsWithTruth(rows);
  const confusion = confusionMatrix(truth, predicted, labels.length);
  const { figures, ranking } = await figuresOf(confusion, truth, scores, rows, yieldIfDue);
  const { metrics, undefinedBecause } = splitFigures(figures);
  await yieldIfDue();
  const intervals = {
    accuracy: shareInterval(
      confusion.reduce((hits, row, k) => hits + (row[k] ?? 0), 0),
      truth.length,
    ),
    ...classIntervals(confusion),
    rocAuc: ranking === null || figures.rocAuc?.value == null ? null : areaInterval(figures.rocAuc.value, ranking),
    logLoss: meanInterval(logLosses(truth, scores, known)),
    brier: meanInterval(brierLosses(truth, scores, known, rows.positive)),
  };
  const baselines = baseline === null ? {} : await baselineFigures(baseline, truth, rows, yieldIfDue);
  await yieldIfDue();
  return {
    rows: truth.length,
    rowsWithoutTarget: rows.truth.length - truth.length,
    metrics,
    intervals: intervalsOf(metrics, intervals),
    undefinedBecause: baseline === null ? { ...undefinedBecause, baseline: REASONS.noTrainRows } : undefinedBecause,
    baseline: splitFigures(baselines).metrics,
    confusion,
    perClass: classCounts(confusion).map(({ support, precision, recall, f1 }, k) => ({
      label: labels[k] ?? '',
      support,
      precision,
      recall,
      f1,
    })),
    ...(known === 2 ? curves(ranking ?? rankPositive(truth, scores, rows.positive)) : {}),
  };
}

/** What is measured: rows without a truth are left out. */
function rowsWithTruth({ truth, scores, predicted, known }: ClassificationRows) {
  let count = 0;
  for (let row = 0; row < truth.length; row++) if ((truth[row] ?? -1) >= 0) count++;
  const kept = {
    truth: new Int32Array(count),
    scores: new Float64Array(count * known),
    predicted: new Int32Array(count),
  };
  let to = 0;
  for (let row = 0; row < truth.length; row++) {
    const label = truth[row] ?? -1;
    if (label < 0) continue;
    kept.truth[to] = label;
    kept.predicted[to] = predicted[row] ?? -1;
    for (let k = 0; k < known; k++) kept.scores[to * known + k] = scores[row * known + k] ?? Number.NaN;
    to++;
  }
  return kept;
}

function rankPositive(truth: Int32Array, scores: Float64Array, positive: number): Ranking | null {
  const { isClass, score } = classAgainstRest(truth, scores, 2, positive);
  return rankByScore(isClass, score);
}

async function figuresOf(
  confusion: Confusion,
  truth: Int32Array,
  scores: Float64Array,
  { known, positive }: ClassificationRows,
  yieldIfDue: () => Promise<void>,
): Promise<{ readonly figures: Figures; readonly ranking: Ranking | null }> {
  const macro = macroAverages(confusion);
  const { ranking, ...ranked } = await rankingFigures(truth, scores, known, positive, yieldIfDue);
  await yieldIfDue();
  const loss = logLoss(truth, scores, known);
  await yieldIfDue();
  const brier = truth.some((k) => k >= known)
    ? undefinedFigure(REASONS.unknownClass)
    : brierScore(truth, scores, known, positive);
  await yieldIfDue();
  const figures = {
    accuracy: accuracy(confusion),
    balancedAccuracy: balancedAccuracy(confusion),
    macroF1: macro.f1,
    macroPrecision: macro.precision,
    macroRecall: macro.recall,
    ...ranked,
    logLoss: loss,
    brier,
    ece: calibration(truth, scores, known, positive),
    kappa: cohenKappa(confusion),
    mcc: matthewsCorrelation(confusion),
  };
  return { figures, ranking };
}

async function rankingFigures(
  truth: Int32Array,
  scores: Float64Array,
  known: number,
  positive: number,
  yieldIfDue: () => Promise<void>,
): Promise<{ readonly rocAuc: Figure; readonly averagePrecision: Figure; readonly ranking: Ranking | null }> {
  if (truth.some((k) => k >= known)) {
    const unknown = undefinedFigure(REASONS.unknownClass);
    return { rocAuc: unknown, averagePrecision: unknown, ranking: null };
  }
  const asked = known === 2 ? [positive] : Array.from({ length: known }, (_, k) => k);
  let ranking: Ranking | null = null;
  const areas: Figure[] = [];
  const precisions: Figure[] = [];
  for (const k of asked) {
    const { isClass, score } = classAgainstRest(truth, scores, known, k);
    await yieldIfDue();
    ranking = rankByScore(isClass, score);
    await yieldIfDue();
    areas.push(truth.length === 0 ? undefinedFigure(REASONS.noRows) : rocAucOf(ranking));
    precisions.push(truth.length === 0 ? undefinedFigure(REASONS.noRows) : averagePrecisionOfRanking(ranking));
  }
  const [area, precision] = [areas[0], precisions[0]];
  if (known === 2 && area !== undefined && precision !== undefined)
    return { rocAuc: area, averagePrecision: precision, ranking };
  return { rocAuc: meanOverClasses(areas), averagePrecision: meanOverClasses(precisions), ranking: null };
}

/** Two classes: of the positive class's probability. More: of the highest probability against being right. */
function calibration(truth: Int32Array, scores: Float64Array, known: number, positive: number): Figure {
  if (known === 2) return calibrationError(...ofPositive(truth, scores, positive));
  const predicted = decideClasses(scores, known);
  return calibrationError(
    predicted.map((k, i) => (truth[i] === k ? 1 : 0)),
    Float64Array.from(predicted, (k, i) => scores[i * known + k] ?? Number.NaN),
  );
}

async function baselineFigures(
  { predicted, shares }: MajorityBaseline,
  truth: Int32Array,
  rows: ClassificationRows,
  yieldIfDue: () => Promise<void>,
): Promise<Figures> {
  const { known } = rows;
  const scores = new Float64Array(truth.length * known);
  for (let i = 0; i < scores.length; i++) scores[i] = shares[i % known] ?? Number.NaN;
  const always = new Int32Array(truth.length).fill(predicted);
  const confusion = confusionMatrix(truth, always, rows.labels.length);
  return (await figuresOf(confusion, truth, scores, rows, yieldIfDue)).figures;
}

function curves(ranking: Ranking | null): Pick<PartEvaluation, 'roc' | 'precisionRecall'> {
  const roc = rocCurveOf(ranking);
  const pr = ranking !== null && ranking.positives > 0 ? precisionRecallCurveOf(ranking) : null;
  return {
    ...(roc === null ? {} : { roc: downsampleCurve(roc.falsePositiveRate, roc.truePositiveRate, CURVE_POINTS) }),
    ...(pr === null
      ? {}
      : { precisionRecall: downsampleCurve(pr.recall.toReversed(), pr.precision.toReversed(), CURVE_POINTS) }),
  };
}

function ofPositive(truth: Int32Array, scores: Float64Array, positive: number): [Uint8Array, Float64Array] {
  const { isClass, score } = classAgainstRest(truth, scores, 2, positive);
  return [isClass, score];
}
