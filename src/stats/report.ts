import type { Task } from '../graph/schema-types';
import type { PartName } from '../table/table';

/** What `train.evaluate` hands on. A figure that is undefined for these data is null, with its reason in `undefinedBecause`. */
export interface EvaluationReport {
  readonly task: Task;
  readonly target: string;
  readonly classes?: readonly string[];
  /** The parts that have rows. */
  readonly parts: Readonly<Partial<Record<PartName, PartEvaluation>>>;
}

export interface PartEvaluation {
  readonly rows: number;
  /** Keyed by metric name: accuracy balancedAccuracy macroF1 macroPrecision macroRecall rocAuc averagePrecision logLoss brier rmse mae r2 mape. */
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly undefinedBecause: Readonly<Record<string, string>>;
  /** The same figures of always saying the training majority (or mean). */
  readonly baseline: Readonly<Record<string, number | null>>;
  /** Rows: true class; columns: predicted class. */
  readonly confusion?: readonly (readonly number[])[];
  readonly perClass?: readonly ClassFigures[];
  /** For plots. ROC and precision-recall of the positive class (binary), at most 200 points. */
  readonly roc?: readonly (readonly [fpr: number, tpr: number])[];
  readonly precisionRecall?: readonly (readonly [recall: number, precision: number])[];
  /** Regression: true and predicted values of at most 500 rows. */
  readonly scatter?: readonly (readonly [truth: number, predicted: number])[];
}

export interface ClassFigures {
  readonly label: string;
  readonly support: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
