import type { EngineEvent } from '../engine/events';
import type { LiveControl, LiveMessage } from '../engine/live/messages';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import type { LiveCommand } from '../nodes/live-events';
import type { BackendChoice } from '../nodes/runner';
import type { DiskClient, OpenPage } from './disk-protocol';
import type { LakeClient, LiveClient, LiveRequest, ModelsClient } from './live-protocol';
import type { Answer, EngineClient, RunRequest } from './protocol';
import type { PutFile } from './put-file';

/** Questions that the client hands on as they are. */
type Questions = Pick<
  EngineClient,
  'preview' | 'rows' | 'hasFile' | 'predict' | 'explain' | 'exportOutput' | 'backends'
>;

/** The registry's questions under names of their own: only functions pass between threads. */
type ModelQuestions = {
  readonly [Name in keyof ModelsClient as `models${Capitalize<Name>}`]: ModelsClient[Name];
};

/** The data lake's questions, likewise. */
type LakeQuestions = {
  readonly [Name in keyof LakeClient as `lake${Capitalize<Name>}`]: LakeClient[Name];
};

/** The disk's questions, likewise; the page says with some what it alone knows. */
interface DiskQuestions {
  diskSurvey(page: OpenPage): ReturnType<DiskClient['survey']>;
  diskSweep(page: OpenPage): ReturnType<DiskClient['sweep']>;
  diskRemoveFile: DiskClient['removeFile'];
  diskRemoveResults: DiskClient['removeResults'];
  diskRemoveSlot: DiskClient['removeSlot'];
}

/** The loop's questions. What names a session that is over is passed over. */
export interface LiveQuestions {
  liveStart(sessionId: string, request: LiveRequest): Promise<RunReport>;
  liveControl(sessionId: string, control: LiveControl): void;
  liveCommand(sessionId: string, command: LiveCommand): void;
  liveStop(sessionId: string): void;
  liveEvidence: LiveClient['evidence'];
}

/** What the worker answers to. The client turns it into an EngineClient that survives the worker. */
export interface WorkerApi extends Questions, ModelQuestions, LakeQuestions, DiskQuestions, LiveQuestions {
  putFile(file: File, page: OpenPage): Promise<Answer<PutFile>>;
  run(runId: string, request: RunRequest): Promise<RunReport>;
  /** Asks a run to stop; its `run` answers once it has. */
  cancel(runId: string): void;
  /** Answers as soon as the worker's thread is free. */
  ping(): void;
  keys(document: PipelineDocument, backend: BackendChoice): Promise<Readonly<Record<string, string>>>;
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

/** The same for what a live session says. */
export interface LiveEnvelope {
  readonly millraceLive: readonly LiveMessage[];
}

export function isLiveEnvelope(data: unknown): data is LiveEnvelope {
  return typeof data === 'object' && data !== null && 'millraceLive' in data;
}
