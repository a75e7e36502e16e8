import type { EngineEvent } from '../engine/events';
import type { ExportedFile } from '../engine/export-output';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import type { Task } from '../graph/schema-types';
import type { FailureDetail } from '../lib/failure';
import type { Text } from '../lib/text';
import type { DecisionRule } from '../models/decision-rule';
import type { ModelPart, TrainingSummary } from '../models/model';
import type { BackendStatus } from '../models/network/backend/backend-choice';
import type { FileRef } from '../nodes/kind';
import type { BackendChoice } from '../nodes/runner';
import type { Explanation } from '../serving/explain-raw-row';
import type { RowAnswer, ShownAnswer } from '../serving/predict-raw-rows';
import type { EvaluationReport } from '../stats/metrics/report';
import type { DataNote } from '../table/notes';
import type { ColumnProfile } from '../table/profile';
import type { Field } from '../table/table';
import type { DiskClient } from './disk-protocol';
import type { LakeClient, LiveClient, ModelsClient } from './live-protocol';

export interface RunRequest {
  readonly document: PipelineDocument;
  /** Run only this node and what it needs. */
  readonly target?: string;
  readonly backend: BackendChoice;
}

export interface RunHandle {
  readonly runId: string;
  readonly done: Promise<RunReport>;
  /** Resolves when the run has stopped (or its hung worker has been ended). */
  cancel(): Promise<void>;
}

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
      readonly parameters: number;
      readonly decision: DecisionRule | null;
      readonly parts: readonly ModelPart[];
      readonly training: TrainingSummary;
    }
  | { readonly type: 'report'; readonly report: EvaluationReport };

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
  readonly sourceRows: readonly number[];
  readonly parts: readonly string[] | null;
  readonly cells: readonly (readonly PreviewCell[])[];
}

export type { Explanation, RowAnswer, ShownAnswer };

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FailureDetail };

/** Where an output lies: the cache key its node completed with, and the port. */
export interface OutputRef {
  readonly key: string;
  readonly port: string;
}

/** A model to ask: an output of a run, or a version that the registry holds. */
export type ModelRef = OutputRef | { readonly version: string };

export type { BackendStatus };

/** What the page can ask of the engine, whichever worker is alive just now. */
export interface EngineClient {
  run(request: RunRequest): RunHandle;
  /** Events of every run, in batches of at most 30 a second. Returns the unsubscriber. */
  listen(listener: (events: readonly EngineEvent[]) => void): () => void;
  preview(ref: ModelRef): Promise<Answer<OutputPreview>>;
  rows(ref: OutputRef, from: number, count: number): Promise<Answer<RowsPage>>;
  /** Keeps a file's bytes. */
  putFile(file: File): Promise<Answer<FileRef>>;
  hasFile(hash: string): Promise<boolean>;
  /** Predicts raw rows, each by itself. Cells are the texts a person typed; null is missing. */
  predict(
    ref: ModelRef,
    rows: readonly Readonly<Record<string, string | null>>[],
  ): Promise<Answer<readonly RowAnswer[]>>;
  /** Why a raw row gets its answer: what each column did to it. */
  explain(ref: ModelRef, row: Readonly<Record<string, string | null>>): Promise<Answer<Explanation>>;
  /** Node cache keys of a document as it stands, for showing what would run on a backend. */
  keys(document: PipelineDocument, backend: BackendChoice): Promise<Readonly<Record<string, string>>>;
  /** The output as a file: CSV of a table, JSON of a report, a zip-free JSON bundle of a model. */
  exportOutput(ref: OutputRef): Promise<Answer<ExportedFile>>;
  backends(): Promise<readonly BackendStatus[]>;
  /** The loop. */
  readonly live: LiveClient;
  /** Tensors alive in the worker, for tests and the status line. */
  memory(): Promise<{ readonly tensors: number; readonly bytes: number }>;
  /** Models on this browser's disk. */
  readonly models: ModelsClient;
  /** Data sets on this browser's disk. */
  readonly lake: LakeClient;
  /** Everything on this browser's disk, and how to free it. */
  readonly disk: DiskClient;
  /** Says when the worker was ended and started again, and why. */
  onRestart(listener: (reason: Text) => void): () => void;
  dispose(): void;
}
