import type { Task } from '../../graph/schema-types';
import type { Text } from '../../lib/text';
import type { PartName } from '../../table/table';
import type { Interval } from './intervals';

/** What `train.evaluate` hands on. A figure that is undefined for these data is null, with its reason in `undefinedBecause`. */
export interface EvaluationReport {
  readonly task: Task;
  readonly target: string;
  /** The model's classes in its order, then classes found in the data that the model does not know. */
  readonly classes?: readonly string[];
  /** Classification of two classes: the class that the curves, AUC and average precision speak of. */
  readonly positiveClass?: string;
  /** Two classes: the positive class is predicted from this probability on. */
  readonly threshold?: number;
  /** Thresholds of their own for the groups that a column names. */
  readonly groups?: { readonly column: string; readonly thresholds: Readonly<Record<string, number>> };
  /** The parts that have rows. */
  readonly parts: Readonly<Partial<Record<PartName, PartEvaluation>>>;
}

export interface PartEvaluation {
  /** Rows that the figures stand on. */
  readonly rows: number;
  /** Rows left out because their target is missing. */
  readonly rowsWithoutTarget?: number;
  /** Keyed by metric name: accuracy balancedAccuracy macroF1 macroPrecision macroRecall kappa mcc rocAuc averagePrecision logLoss brier ece rmse mae r2 mape. */
  readonly metrics: Readonly<Record<string, number | null>>;
  /** By metric name, with 95 % confidence; a figure that the rows give none for has none. */
  readonly intervals: Readonly<Record<string, Interval>>;
  /** By metric name; `baseline` where no baseline can be made. */
  readonly undefinedBecause: Readonly<Record<string, Text>>;
  /** The same figures of always saying the training majority, with the training shares as probabilities (or the training mean). */
  readonly baseline: Readonly<Record<string, number | null>>;
  /** Rows: true class; columns: predicted class. */
  readonly confusion?: readonly (readonly number[])[];
  readonly perClass?: readonly ClassFigures[];
  /** For plots. ROC and precision-recall of the positive class (binary), at most 200 points. */
  readonly roc?: readonly (readonly [fpr: number, tpr: number])[];
  readonly precisionRecall?: readonly (readonly [recall: number, precision: number])[];
  /** The rows that the model is most wrong about, the worst first; at most 20. */
  readonly worst?: readonly WorstRow[];
  /** Regression: true and predicted values of at most 500 rows. */
  readonly scatter?: readonly (readonly [truth: number, predicted: number])[];
}

/** A row that was judged wrong, with what is right and what was said: words of classes, or numbers. */
export interface WorstRow {
  /** Which of the rows that were measured, from 0, in the order of the predictions. */
  readonly at: number;
  /** Which row of the source data, from 0. */
  readonly source: number;
  readonly truth: string | number;
  readonly predicted: string | number;
  /** Of the class that was said. */
  readonly probability?: number;
}

/** The rows that an evaluation stands on, one after the other, with what was right and what the model said. */
export interface JudgedRows {
  /** Which row of the source data each is. */
  readonly source: Uint32Array;
  /** Its part, as in a table's partition. */
  readonly part: Uint8Array;
  /** Positions in the report's classes, or numbers; NaN where the target is missing. */
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
}

interface ClassFigures {
  readonly label: string;
  readonly support: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
