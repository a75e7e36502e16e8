import { averagePrecisionOf, precisionRecallCurve } from './average-precision';
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
import { type CurvePoint, downsampleCurve } from './downsample-curve';
import { type Figure, REASONS, undefinedFigure } from './figure';
import { classAgainstRest, meanOverClasses } from './one-versus-rest';
import { brierScore, calibrationError, logLoss } from './probability';
import type { PartEvaluation } from './report';
import { type Figures, splitFigures } from './report-figures';
import { rocAuc, rocCurve } from './roc';

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
  /** Class index said of each row, by whatever rule. */
  readonly said: ArrayLike<number>;
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
  const { labels, known, positive, baseline } = rows;
  const withTruth = Array.from(rows.truth, (_, i) => i).filter((i) => (rows.truth[i] ?? -1) >= 0);
  const truth = Int32Array.from(withTruth, (i) => rows.truth[i] ?? 0);
  const scores = new Float64Array(truth.length * known);
  withTruth.forEach((from, to) => {
    scores.set(rows.scores.subarray(from * known, (from + 1) * known), to * known);
  });
  const confusion = confusionMatrix(
    truth,
    Int32Array.from(withTruth, (i) => rows.said[i] ?? -1),
    labels.length,
  );
  const { metrics, undefinedBecause } = splitFigures(await figuresOf(confusion, truth, scores, rows, yieldIfDue));
  const baselines = baseline === null ? {} : await baselineFigures(baseline, truth, rows, yieldIfDue);
  await yieldIfDue();
  return {
    rows: truth.length,
    rowsWithoutTarget: rows.truth.length - truth.length,
    metrics,
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
    ...(known === 2 ? curves(truth, scores, positive) : {}),
  };
}

async function figuresOf(
  confusion: Confusion,
  truth: Int32Array,
  scores: Float64Array,
  { known, positive }: ClassificationRows,
  yieldIfDue: () => Promise<void>,
): Promise<Figures> {
  const macro = macroAverages(confusion);
  const ranking = await rankingFigures(truth, scores, known, positive, yieldIfDue);
  await yieldIfDue();
  const loss = logLoss(truth, scores, known);
  await yieldIfDue();
  const brier = truth.some((k) => k >= known)
    ? undefinedFigure(REASONS.unknownClass)
    : brierScore(truth, scores, known, positive);
  await yieldIfDue();
  return {
    accuracy: accuracy(confusion),
    balancedAccuracy: balancedAccuracy(confusion),
    macroF1: macro.f1,
    macroPrecision: macro.precision,
    macroRecall: macro.recall,
    ...ranking,
    logLoss: loss,
    brier,
    ece: calibration(truth, scores, known, positive),
    kappa: cohenKappa(confusion),
    mcc: matthewsCorrelation(confusion),
  };
}

async function rankingFigures(
  truth: Int32Array,
  scores: Float64Array,
  known: number,
  positive: number,
  yieldIfDue: () => Promise<void>,
): Promise<{ rocAuc: Figure; averagePrecision: Figure }> {
  if (truth.some((k) => k >= known)) {
    const unknown = undefinedFigure(REASONS.unknownClass);
    return { rocAuc: unknown, averagePrecision: unknown };
  }
  const asked = known === 2 ? [positive] : Array.from({ length: known }, (_, k) => k);
  const areas: Figure[] = [];
  const precisions: Figure[] = [];
  for (const k of asked) {
    const { isClass, score } = classAgainstRest(truth, scores, known, k);
    await yieldIfDue();
    areas.push(rocAuc(isClass, score));
    await yieldIfDue();
    precisions.push(averagePrecisionOf(isClass, score));
  }
  const [area, precision] = [areas[0], precisions[0]];
  if (known === 2 && area !== undefined && precision !== undefined)
    return { rocAuc: area, averagePrecision: precision };
  return { rocAuc: meanOverClasses(areas), averagePrecision: meanOverClasses(precisions) };
}

/** Two classes: of the positive class's probability. More: of the highest probability against being right. */
function calibration(truth: Int32Array, scores: Float64Array, known: number, positive: number): Figure {
  if (known === 2) return calibrationError(...ofPositive(truth, scores, positive));
  const said = decideClasses(scores, known);
  return calibrationError(
    said.map((k, i) => (truth[i] === k ? 1 : 0)),
    Float64Array.from(said, (k, i) => scores[i * known + k] ?? Number.NaN),
  );
}

function baselineFigures(
  { said, shares }: MajorityBaseline,
  truth: Int32Array,
  rows: ClassificationRows,
  yieldIfDue: () => Promise<void>,
): Promise<Figures> {
  const { known } = rows;
  const scores = new Float64Array(truth.length * known);
  for (let i = 0; i < truth.length; i++) scores.set(shares, i * known);
  const always = new Int32Array(truth.length).fill(said);
  return figuresOf(confusionMatrix(truth, always, rows.labels.length), truth, scores, rows, yieldIfDue);
}

function curves(
  truth: Int32Array,
  scores: Float64Array,
  positive: number,
): Pick<PartEvaluation, 'roc' | 'precisionRecall'> {
  const [isPositive, score] = ofPositive(truth, scores, positive);
  const roc = rocCurve(isPositive, score);
  const pr = isPositive.includes(1) ? precisionRecallCurve(isPositive, score) : null;
  return {
    ...(roc === null
      ? {}
      : { roc: downsampleCurve(points(roc.falsePositiveRate, roc.truePositiveRate), CURVE_POINTS) }),
    ...(pr === null
      ? {}
      : { precisionRecall: downsampleCurve(points(pr.recall, pr.precision).reverse(), CURVE_POINTS) }),
  };
}

const points = (x: Float64Array, y: Float64Array): CurvePoint[] => Array.from(x, (at, i) => [at, y[i] ?? 0]);

function ofPositive(truth: Int32Array, scores: Float64Array, positive: number): [Uint8Array, Float64Array] {
  const { isClass, score } = classAgainstRest(truth, scores, 2, positive);
  return [isClass, score];
}
