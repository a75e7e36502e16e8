import type { PythonExport } from '../application/export-python';
import type { LakeArea } from '../application/lake-area';
import type { ModelRef, OutputPreview } from '../application/looks';
import type { ModelsArea } from '../application/models-area';
import type { Result } from '../application/result';
import type { AskOptions, RawRow, Workspace } from '../application/workspace';
import type { EngineEvent } from '../engine/events';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import type { Text } from '../lib/text';
import type { BackendStatus } from '../models/network/backend/backend-choice';
import type { FileRef } from '../nodes/contract/kind';
import type { BackendChoice } from '../nodes/contract/runner';
import type { Explanation } from '../serving/explain-raw-row';
import type { RowAnswer, ShownAnswer } from '../serving/predict-raw-rows';
import type { DiskClient } from './disk-protocol';
import type { LiveClient } from './live-protocol';

export type { ComparedEvaluation, EvaluationsCompared } from '../application/compare-evaluations';
export type { ModelRef, OutputPreview, OutputRef, PredictionInput, PreviewCell, RowsPage } from '../application/looks';
export type { RowsView } from '../table/arrange-rows';
export type { Result };

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

/** A pipeline to be written in Python. */
export interface PythonRequest extends Omit<PythonExport, 'signal' | 'emit'> {
  /** The folder that the archive unpacks into. */
  readonly folder: string;
}

/** A pipeline in Python with what lies beside it, as one zip file. */
export interface PythonArchive {
  readonly bytes: Uint8Array;
  /** What it holds, within its folder. */
  readonly paths: readonly string[];
  /** Nodes that are left out, and why. */
  readonly leftOut: readonly Text[];
}

export type { BackendStatus, Explanation, RowAnswer, ShownAnswer };

/** What the page can ask of the workspace, whichever worker is alive just now. */
export interface EngineClient
  extends Pick<Workspace, 'rows' | 'exportOutput' | 'nodeInPython' | 'compareEvaluations' | 'keys' | 'ownData'> {
  run(request: RunRequest): RunHandle;
  /** Events of every run, in batches of at most 30 a second. Returns the unsubscriber. */
  listen(listener: (events: readonly EngineEvent[]) => void): () => void;
  preview(ref: ModelRef): Promise<Result<OutputPreview>>;
  predict(ref: ModelRef, rows: readonly RawRow[], options: AskOptions): Promise<Result<readonly RowAnswer[]>>;
  explain(ref: ModelRef, row: RawRow, options: AskOptions): Promise<Result<Explanation>>;
  /** Writes a pipeline in Python, after it has run; what has not, runs for it. */
  exportPython(request: PythonRequest): Promise<Result<PythonArchive>>;
  /** Keeps a file's bytes. */
  putFile(file: File): Promise<Result<FileRef>>;
  hasFile(hash: string): Promise<boolean>;
  /** Fetches and starts what a first run will need; never rejects. */
  warmUp(backend: BackendChoice): Promise<void>;
  backends(): Promise<readonly BackendStatus[]>;
  /** Tensors alive in the worker, for tests and the status line. */
  memory(): Promise<{ readonly tensors: number; readonly bytes: number }>;
  /** The loop. */
  readonly live: LiveClient;
  /** Models on this browser's disk. */
  readonly models: ModelsArea;
  /** Data sets on this browser's disk. */
  readonly lake: LakeArea;
  /** Everything on this browser's disk, and how to free it. */
  readonly disk: DiskClient;
  /** Says when the worker was ended and started again, and why. */
  onRestart(listener: (reason: Text) => void): () => void;
  /** Says for how many seconds the worker has not answered, as long as it lasts; then null. */
  onSilence(listener: (seconds: number | null) => void): () => void;
  /** Ends the worker, should it be stuck; another starts with the next question. */
  restart(): void;
  dispose(): void;
}
