import type { ColumnEvidence } from '../engine/live/evidence';
import type { LiveControl, LiveMessage } from '../engine/live/messages';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import type { LakeSet, LakeVersion } from '../lake/lake';
import type { FailureDetail } from '../lib/failure';
import type { ModelPart, TrainingSummary } from '../models/model';
import type { FileReading } from '../nodes/ingest/file/reading';
import type { LiveCommand } from '../nodes/live-events';
import type { BackendChoice } from '../nodes/runner';
import type { ModelVersion } from '../registry/registry';
import type { Answer, OutputRef, RowsPage } from './protocol';

export type { Lineage, ModelStage, ModelVersion, StageMove } from '../registry/registry';
export type { ColumnEvidence, FileReading, LakeSet, LakeVersion };

export interface LiveRequest {
  readonly document: PipelineDocument;
  readonly backend: BackendChoice;
  /** Ticks a second; null as fast as possible. */
  readonly ticksPerSecond: number | null;
  /** Starts paused after the batch phase. */
  readonly paused?: boolean;
}

export interface LiveHandle {
  readonly sessionId: string;
  /** Resolves when the stream is at its end, was stopped or failed. */
  readonly done: Promise<RunReport>;
  control(control: LiveControl): void;
  /** Hands a person's wish to a live node; it is seen in the next tick. */
  command(command: LiveCommand): void;
  stop(): Promise<void>;
}

/** The loop, as the page sees it. One session at a time. */
export interface LiveClient {
  start(request: LiveRequest): LiveHandle;
  listen(listener: (messages: readonly LiveMessage[]) => void): () => void;
  /** Overlaid histograms of what a monitor compared at a tick. */
  evidence(monitorId: string, tick: number, column: string): Promise<Answer<ColumnEvidence>>;
}

/** What the registry holds. */
export interface ModelList {
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
  /** Of versions that cannot be read: what happened, and the remedy. */
  readonly troubles: readonly FailureDetail[];
}

/** The registry on this browser's disk. */
export interface ModelsClient {
  /** Answers once the models of runs that are over have been kept. */
  list(): Promise<Answer<ModelList>>;
  promote(line: string, id: string): Promise<Answer<void>>;
  rollback(line: string, to?: string): Promise<Answer<ModelVersion>>;
  describe(line: string, id: string, card: string): Promise<Answer<void>>;
  remove(line: string, id: string): Promise<Answer<void>>;
  /** How its training went: its curves among them. */
  training(id: string): Promise<Answer<TrainingSummary>>;
  /** What it is made of, the columns of rows that it carries among it. */
  parts(id: string): Promise<Answer<readonly ModelPart[]>>;
  /** The model file, ready to be saved. */
  download(id: string): Promise<Answer<{ readonly name: string; readonly bytes: Uint8Array }>>;
}

/** Some rows of a version, with the names of their columns. */
interface LakePage extends RowsPage {
  readonly columns: readonly string[];
}

/** The data lake on this browser's disk. */
export interface LakeClient {
  list(): Promise<Answer<readonly LakeSet[]>>;
  /**
   * Reads a CSV file as rows, as `ingest.file` does, and appends them (or makes the set). A running loop whose stream
   * follows the set goes on with them.
   */
  append(name: string, file: File, reading?: FileReading): Promise<Answer<LakeVersion>>;
  /** Appends the table of an output; `from` says for reading where it is from. */
  keep(name: string, output: OutputRef, from: string): Promise<Answer<LakeVersion>>;
  rows(name: string, hash: string, from: number, count: number): Promise<Answer<LakePage>>;
  /** A version as a CSV file. */
  download(name: string, hash: string): Promise<Answer<{ readonly name: string; readonly bytes: Uint8Array }>>;
  remove(name: string): Promise<Answer<void>>;
}
