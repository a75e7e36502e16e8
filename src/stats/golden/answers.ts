import { describeValues } from '../describe/descriptive';
import { averagePrecision, averagePrecisionOneVersusRest, precisionRecallCurve } from '../metrics/average-precision';
import {
  accuracy,
  balancedAccuracy,
  classCounts,
  cohenKappa,
  confusionMatrix,
  macroAverages,
  matthewsCorrelation,
  weightedF1,
} from '../metrics/classification';
import type { Figure } from '../metrics/figure';
import { brierScore, calibrationError, logLoss } from '../metrics/probability';
import {
  explainedVariance,
  maxError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
  medianAbsoluteError,
  rootMeanSquaredError,
  rSquared,
} from '../metrics/regression';
import { rocAuc, rocAucOneVersusOne, rocAucOneVersusRest, rocCurve } from '../metrics/roc';

/** A case's input as the golden files write it; numbers that JSON cannot say are words. */
export type GoldenInput = Readonly<Record<string, unknown>>;

/** Our answer to a golden case, with the reference's names; null where the case has no answer at all. */
export type Answer = Readonly<Record<string, unknown>> | null;

type Words = readonly (string | number)[];

export function classificationAnswer(input: GoldenInput): Answer {
  const truth = words(input.y_true);
  const predicted = words(input.y_pred);
  const labels = [...new Set([...truth, ...predicted])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const index = (word: string | number): number => labels.indexOf(word);
  const confusion = confusionMatrix(truth.map(index), predicted.map(index), labels.length);
  const share = accuracy(confusion);
  if (share.value === null) return null;
  const macro = macroAverages(confusion);
  const perClass = classCounts(confusion);
  return {
    labels,
    confusion,
    accuracy: share.value,
    micro_f1: share.value,
    balanced_accuracy: balancedAccuracy(confusion).value,
    macro_precision: macro.precision.value,
    macro_recall: macro.recall.value,
    macro_f1: macro.f1.value,
    weighted_f1: weightedF1(confusion).value,
    per_class: {
      precision: perClass.map((c) => c.precision),
      recall: perClass.map((c) => c.recall),
      f1: perClass.map((c) => c.f1),
      support: perClass.map((c) => c.support),
    },
    kappa: cohenKappa(confusion).value,
    mcc: matthewsCorrelation(confusion).value,
  };
}

export function rocAnswer(input: GoldenInput): Answer {
  if ('proba' in input) return multiclassAnswer(input);
  const truth = numbers(input.y_true);
  const score = numbers(input.score);
  const weight = weights(input.weight);
  const auc = rocAuc(truth, score, weight).value;
  const curve = rocCurve(truth, score, weight);
  if (auc === null || curve === null) return null;
  return {
    auc,
    fpr: [...curve.falsePositiveRate],
    tpr: [...curve.truePositiveRate],
    thresholds: [...curve.thresholds],
  };
}

export function averagePrecisionAnswer(input: GoldenInput): Answer {
  const truth = numbers(input.y_true);
  const score = numbers(input.score);
  const weight = weights(input.weight);
  const ap = averagePrecision(truth, score, weight).value;
  const curve = precisionRecallCurve(truth, score, weight);
  if (ap === null || curve === null) return null;
  const { precision, recall, thresholds } = curve;
  let trapezoid = 0;
  for (let i = 0; i + 1 < recall.length; i++)
    trapezoid += (((recall[i] ?? 0) - (recall[i + 1] ?? 0)) * ((precision[i] ?? 0) + (precision[i + 1] ?? 0))) / 2;
  return {
    ap,
    pr_auc_trapezoid: trapezoid,
    precision: [...precision],
    recall: [...recall],
    thresholds: [...thresholds],
  };
}

export function probabilityAnswer(input: GoldenInput): Answer {
  if ('classes' in input) return multiclassAnswer(input);
  const truth = numbers(input.y_true);
  const positive = numbers(input.proba);
  const both = positive.flatMap((p) => [1 - p, p]);
  const loss = logLoss(truth, both, 2).value;
  if (loss === null) return null;
  return { log_loss: loss, brier: brierScore(truth, both, 2).value, ece10: calibrationError(truth, positive).value };
}

export function multiclassAnswer(input: GoldenInput): Answer {
  const classes = words(input.classes);
  const truth = words(input.y_true).map((word) => classes.indexOf(word));
  const rows = input.proba;
  const probabilities = Array.isArray(rows) ? rows.flatMap(numbers) : [];
  const k = classes.length;
  return present({
    log_loss: logLoss(truth, probabilities, k),
    brier: brierScore(truth, probabilities, k),
    ovr_macro: rocAucOneVersusRest(truth, probabilities, k),
    ovr_weighted: rocAucOneVersusRest(truth, probabilities, k, 'weighted'),
    ovo_macro: rocAucOneVersusOne(truth, probabilities, k),
    average_precision: averagePrecisionOneVersusRest(truth, probabilities, k),
  });
}

export function regressionAnswer(input: GoldenInput): Answer {
  const truth = numbers(input.y_true);
  const predicted = numbers(input.y_pred);
  if (meanSquaredError(truth, predicted).value === null) return null;
  return {
    r2: rSquared(truth, predicted).value,
    mse: meanSquaredError(truth, predicted).value,
    rmse: rootMeanSquaredError(truth, predicted).value,
    mae: meanAbsoluteError(truth, predicted).value,
    median_ae: medianAbsoluteError(truth, predicted).value,
    max_error: maxError(truth, predicted).value,
    mape: meanAbsolutePercentageError(truth, predicted).value,
    explained_variance: explainedVariance(truth, predicted).value,
  };
}

export function descriptiveAnswer(input: GoldenInput): Answer {
  const d = describeValues(numbers(input.x));
  if (d.count === 0) return { count: 0, missing: d.missing, all_missing: true };
  return {
    count: d.count,
    missing: d.missing,
    mean: d.mean,
    std1: d.sampleSd,
    std0: d.sd,
    skew: d.skew,
    kurtosis: d.kurtosis,
    skew_unbiased: d.unbiasedSkew,
    kurtosis_unbiased: d.unbiasedKurtosis,
    quantiles: d.quantiles,
    mode: d.mode,
    mad: d.mad,
    unique: d.unique,
    iqr: d.iqr,
    iqr_low: d.fences?.[0],
    iqr_high: d.fences?.[1],
    iqr_outliers: d.beyondFences,
    z3_outliers: d.beyondThreeSd,
    modified_z_outliers: d.beyondModifiedZ,
    geometric_mean: d.geometricMean,
    entropy_counts: d.entropy,
  };
}

const WORDS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** Numbers of a golden input; null becomes NaN. */
export function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) throw new TypeError('a golden input is not a list');
  return value.map((v: unknown) => (typeof v === 'number' ? v : (WORDS[String(v)] ?? Number.NaN)));
}

function words(value: unknown): Words {
  if (!Array.isArray(value)) throw new TypeError('a golden input is not a list');
  return value.map((v: unknown) => (typeof v === 'number' ? v : String(v)));
}

const weights = (value: unknown): number[] | undefined => (Array.isArray(value) ? numbers(value) : undefined);

const present = (figures: Readonly<Record<string, Figure>>): Answer =>
  Object.fromEntries(Object.entries(figures).flatMap(([name, f]) => (f.value === null ? [] : [[name, f.value]])));
