import type { Result } from '../application/result';
import type { ColumnEvidence } from '../engine/live/evidence';
import type { LiveControl, LiveMessage } from '../engine/live/messages';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import type { LakeSet, LakeVersion } from '../lake/lake';
import type { FileReading } from '../nodes/contract/file-reading';
import type { LiveCommand } from '../nodes/contract/live-events';
import type { BackendChoice } from '../nodes/contract/runner';
import type { KeptLoop } from './loop-keeper';

export type { ModelList, ModelsArea } from '../application/models-area';
export type { Lineage, ModelStage, ModelVersion, StageMove } from '../registry/registry';
export type { ColumnEvidence, FileReading, LakeSet, LakeVersion };

export interface LiveRequest {
  readonly document: PipelineDocument;
  readonly backend: BackendChoice;
  /** Ticks a second; null as fast as possible. */
  readonly ticksPerSecond: number | null;
  /** Starts paused after the batch phase. */
  readonly paused?: boolean;
  /** Goes on from what {@link LiveHandle.kept} gave of a session whose worker died. */
  readonly from?: unknown;
}

export interface LiveHandle {
  readonly sessionId: string;
  /** Resolves when the stream is at its end, was stopped or failed. */
  readonly done: Promise<RunReport>;
  control(control: LiveControl): void;
  /** Hands a person's wish to a live node; it is seen in the next tick. */
  command(command: LiveCommand): void;
  stop(): Promise<void>;
  /** The newest state that it told of and that a later session can go on from; null before the first. */
  kept(): KeptLoop | null;
}

/** The loop, as the page sees it. One session at a time. */
export interface LiveClient {
  start(request: LiveRequest): LiveHandle;
  listen(listener: (messages: readonly LiveMessage[]) => void): () => void;
  /** Overlaid histograms of what a monitor compared at a tick. */
  evidence(monitorId: string, tick: number, column: string): Promise<Result<ColumnEvidence>>;
}
