import type { Task } from '../graph/schema-types';
import type { Text } from '../lib/text';
import type { DecisionRule } from '../models/decision-rule';
import type { ModelPart, TrainingSummary } from '../models/model';
import type { EvaluationReport } from '../stats/metrics/report';
import type { DataNote } from '../table/notes';
import type { ColumnProfile } from '../table/profile';
import type { Field, Reading } from '../table/table';

/** Where an output lies: the cache key its node completed with, and the port. */
export interface OutputRef {
  readonly key: string;
  readonly port: string;
}

/** A model to ask: an output of a run, or a version that the registry holds. */
export type ModelRef = OutputRef | { readonly version: string };

/** Any model there is: the champion of a line (its newest version where none serves), or a model file. */
export type AnyModel = ModelRef | { readonly line: string } | { readonly modelFile: Uint8Array };

/** A look at an output: everything the data panel shows without the whole table. */
export type OutputPreview =
  | {
      readonly type: 'table';
      readonly rows: number;
      readonly fields: readonly Field[];
      readonly parts: { readonly train: number; readonly validation: number; readonly test: number } | null;
      readonly profiles: readonly ColumnProfile[];
      readonly notes: readonly DataNote[];
    }
  | {
      readonly type: 'model';
      readonly task: Task;
      readonly target: string;
      readonly classes?: readonly string[];
      /** Raw columns a prediction needs, with typical values. */
      readonly inputs: readonly PredictionInput[];
      /** How the file of its training data was read, where there was one. */
      readonly reading?: Reading;
      readonly parameters: number;
      /** How it comes from scores to a class; null of numbers. */
      readonly decision: Text | null;
      /** The same as data; null where no rule is needed. */
      readonly rule: DecisionRule | null;
      readonly parts: readonly ModelPart[];
      readonly training: TrainingSummary;
    }
  /** With how the model that was measured decides; null of numbers. */
  | { readonly type: 'report'; readonly report: EvaluationReport; readonly decision: Text | null };

export interface PredictionInput {
  readonly field: Field;
  /** Median, most frequent word, or '' : what the form starts with. */
  readonly typical: string;
  readonly min?: number;
  readonly max?: number;
}

/** Cells as text, ready to show; null is missing. An image cell is the pixel values 0 … 255 with its shape. */
export type PreviewCell =
  | string
  | null
  | { readonly shape: readonly [number, number, number]; readonly pixels: Uint8Array };
export interface RowsPage {
  readonly from: number;
  /** How many rows there are to look at. */
  readonly of: number;
  readonly sourceRows: readonly number[];
  readonly parts: readonly string[] | null;
  readonly cells: readonly (readonly PreviewCell[])[];
}
