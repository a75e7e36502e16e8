import type { Task } from '../../graph/schema-types';
import type { Message } from '../../lib/message';
import type { OfSchema } from '../../lib/of-schema';
import type { Text } from '../../lib/text';
import type { Verdict } from '../../stats/detectors/detector';
import type { Drift, DriftVerdict } from '../../stats/drift/column-drift';
import type { heldSchema } from './live-schemas';
import type { RowRange } from './row-range';

/*
 * What `retrain.monitor` measures each tick: plain numbers with their definitions, sample sizes and
 * thresholds. A figure that is undefined is null. Triggers, the gate, the charts and the report read it.
 */

export interface MonitorReport {
  /** Node id of the deployment that is watched, and of the stream it answers. */
  readonly deployment: string;
  readonly stream: string;
  /** The version that is champion now. */
  readonly version: string;
  readonly tick: number;
  readonly time: number;
  readonly task: Task;
  readonly rows: MonitoredRows;
  readonly performance: Performance;
  readonly drift: DriftReport;
  readonly detectors: Readonly<Record<DetectorName, DetectorReport>>;
  /** Null where no sensitive column is known. */
  readonly fairness: FairnessReport | null;
  readonly quality: readonly QualityFinding[];
  /** The last challenger that was held against this champion; absent where none was. */
  readonly held?: OfSchema<typeof heldSchema>;
}

interface MonitoredRows {
  /** Rows handed out in this tick. */
  readonly batch: number;
  /** Of them, rows that the deployment refused. */
  readonly refused: number;
  /** Rows whose labels arrived in this tick. */
  readonly labelled: number;
  /** Labelled rows since the loop began. */
  readonly totalLabelled: number;
  /** Labelled rows that `performance.window` stands on. */
  readonly window: number;
  /** Versions that the stream's data set got since the loop began, rows handed out whole; absent where it follows none. */
  readonly versions?: number;
}

/** By metric name: accuracy balancedAccuracy macroF1 kappa (classification), rmse mae r2 (regression). */
export type Measures = Readonly<Record<string, number | null>>;

/** Prequential: each row is predicted before its label is learned from. */
export interface Performance {
  /** The measure that triggers and charts follow unless told otherwise: accuracy or rmse. */
  readonly headline: string;
  /** Labels that arrived in this tick. */
  readonly batch: Measures;
  /** The last `window` labelled rows. */
  readonly window: Measures;
  /** Since the loop began, all champions together. */
  readonly overall: Measures;
  /** Same window, answering with the label before (regression: the value before). */
  readonly noChange: Measures;
  /** Same window, answering with the majority class (or mean) of the labels before it. */
  readonly majority: Measures;
  /** The champion's own figures; null where it has none, or its first rows are not all there yet. */
  readonly reference: Measures | null;
  /** What they were found on; absent where they are of an older loop, from when the champion was made. */
  readonly referenceOf?: ReferenceOf;
}

/**
 * Its evaluation before the loop, or the first labelled rows that it served: of `needed` of them, `rows` are there; once
 * they all are, `chance` is how far the headline may lie from its true value.
 */
type ReferenceOf =
  | { readonly what: 'evaluation' }
  | { readonly what: 'first-rows'; readonly rows: number; readonly needed: number; readonly chance: number | null };

export type { DriftMethod, DriftVerdict } from '../../stats/drift/column-drift';

/** A column beside its reference. The p-value is of tests only, and not corrected for many columns. */
export interface ColumnDrift extends Drift {
  readonly column: string;
}

export interface DriftReport {
  readonly columns: readonly ColumnDrift[];
  /** What the model answers, against what it answered on its reference rows. */
  readonly prediction: ColumnDrift | null;
  /** The labels that arrived, against those of the reference rows. */
  readonly target: ColumnDrift | null;
  /** Share of testable columns that drift; null where none can be tested. */
  readonly share: number | null;
  readonly verdict: DriftVerdict;
  /** Positions in the stream of the rows compared, and of those they are compared with. */
  readonly current: RowRange;
  readonly reference: RowRange;
  /** The reference's rows where they lie apart; absent where they are `reference`, all of it. */
  readonly ranges?: readonly RowRange[];
}

export const DETECTORS = ['adwin', 'pageHinkley', 'ddm'] as const;
export type DetectorName = (typeof DETECTORS)[number];

/** Called alike in every language. */
export const DETECTOR_NAMES: Readonly<Record<DetectorName, string>> = {
  adwin: 'ADWIN',
  pageHinkley: 'Page-Hinkley',
  ddm: 'DDM',
};

export interface DetectorReport {
  /** The worst of this tick's rows. */
  readonly verdict: Verdict;
  /** Tick of the last drift; null before the first. */
  readonly lastDrift: number | null;
  readonly drifts: number;
}

export interface FairnessReport {
  readonly column: string;
  /** The class that is good to get. */
  readonly favourable: string;
  readonly groups: readonly GroupFigures[];
  /** Largest minus smallest selection rate. */
  readonly parityDifference: number | null;
  /** Smallest over largest selection rate (disparate impact). */
  readonly parityRatio: number | null;
  /** The worse of the gaps in true and false positive rate; undefined where a rate of a group is. */
  readonly equalizedOddsDifference: number | null;
  /** Why a figure is null. */
  readonly undefinedBecause?: Readonly<Record<string, Text>>;
}

export interface GroupFigures {
  readonly group: string;
  readonly rows: number;
  readonly selectionRate: number | null;
  readonly truePositiveRate: number | null;
  readonly falsePositiveRate: number | null;
  readonly accuracy: number | null;
}

/** A data-quality rule that this tick's raw rows broke. */
export interface QualityFinding {
  readonly rule: 'missing' | 'range' | 'unseen-category' | 'constant' | 'duplicate-rows' | 'type';
  readonly column: string | null;
  readonly rows: number;
  readonly share: number;
  readonly message: Message;
}
