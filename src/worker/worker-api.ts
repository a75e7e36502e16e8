import type { EngineEvent } from '../engine/events';
import type { ExportedFile } from '../engine/export-output';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import type { FileRef } from '../nodes/kind';
import type { BackendChoice } from '../nodes/runner';
import type { Answer, BackendStatus, OutputPreview, OutputRef, Prediction, RowsPage, RunRequest } from './protocol';

/** What the worker answers to. The client turns it into an EngineClient that survives the worker. */
export interface WorkerApi {
  run(runId: string, request: RunRequest): Promise<RunReport>;
  /** Asks a run to stop; its `run` answers once it has. */
  cancel(runId: string): void;
  /** Answers as soon as the worker's thread is free. */
  ping(): void;
  preview(ref: OutputRef): Promise<Answer<OutputPreview>>;
  rows(ref: OutputRef, from: number, count: number): Promise<Answer<RowsPage>>;
  putFile(file: File): Promise<Answer<FileRef>>;
  hasFile(hash: string): Promise<boolean>;
  predict(
    ref: OutputRef,
    rows: readonly Readonly<Record<string, string | null>>[],
  ): Promise<Answer<readonly Prediction[]>>;
  keys(document: PipelineDocument, backend: BackendChoice): Readonly<Record<string, string>>;
  exportOutput(ref: OutputRef): Promise<Answer<ExportedFile>>;
  backends(): Promise<readonly BackendStatus[]>;
  memory(): { readonly tensors: number; readonly bytes: number };
}

/**
 * How the worker tells events: unasked, on its own channel rather than a port of
 * comlink's. What goes out on that channel is delivered even if the worker hangs
 * right after, and before the answer of the run.
 */
export interface EventMessage {
  readonly millraceEvents: readonly EngineEvent[];
}

export function isEventMessage(data: unknown): data is EventMessage {
  return typeof data === 'object' && data !== null && 'millraceEvents' in data;
}
