import type { ProxyMarked } from 'comlink';
import type { LiveArea } from '../application/live-area';
import type { PutFile } from '../application/put-file';
import type { Result } from '../application/result';
import type { FilesArea, Workspace } from '../application/workspace';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import type { RunReport } from '../engine/report';
import type { BackendChoice } from '../models/network/backend/backend-choice';
import type { DiskArea } from './disk-area';
import type { OpenPage } from './disk-protocol';
import type { LiveRequest } from './live-protocol';
import type { KeptLoop } from './loop-keeper';
import type { BackendStatus, PythonArchive, PythonRequest, RunRequest } from './protocol';

/** What the worker answers to: the workspace, but for what no message can carry. */
export interface WorkerApi
  extends Pick<
    Workspace,
    | 'preview'
    | 'rows'
    | 'exportOutput'
    | 'compareEvaluations'
    | 'nodeInPython'
    | 'predict'
    | 'explain'
    | 'keys'
    | 'models'
    | 'lake'
    | 'ownData'
  > {
  run(runId: string, request: RunRequest): Promise<RunReport>;
  exportPython(request: PythonRequest): Promise<Result<PythonArchive>>;
  /** Asks a run to stop; its `run` answers once it has. */
  cancel(runId: string): void;
  /** Answers as soon as the worker's thread is free, with the name of its lifeline. */
  ping(): Promise<string | null>;
  /** Fetches and starts what a first run will need. */
  warmUp(backend: BackendChoice): Promise<void>;
  backends(): Promise<readonly BackendStatus[]>;
  memory(): { readonly tensors: number; readonly bytes: number };
  readonly live: LiveThread;
  readonly files: FilesThread;
  readonly disk: DiskArea;
}

export interface LiveThread extends Omit<LiveArea, 'start'> {
  start(sessionId: string, request: LiveRequest): Promise<RunReport>;
}

interface FilesThread extends Pick<FilesArea, 'has'> {
  /** `page` is what the page has in memory alone: it stays, should room have to be made. */
  put(file: File, page: OpenPage): Promise<Result<PutFile>>;
}

/** An api as another thread holds it: areas within it are asked as the whole is. */
export type Threaded<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...given: never[]) => unknown ? Api[Name] : Api[Name] & ProxyMarked;
};

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

/** The same for what a loop goes on from, should this worker die. */
export interface KeptEnvelope {
  readonly millraceKept: KeptLoop;
}

export function isKeptEnvelope(data: unknown): data is KeptEnvelope {
  return typeof data === 'object' && data !== null && 'millraceKept' in data;
}

/** The same for what a live session says. */
export interface LiveEnvelope {
  readonly millraceLive: readonly LiveMessage[];
}

export function isLiveEnvelope(data: unknown): data is LiveEnvelope {
  return typeof data === 'object' && data !== null && 'millraceLive' in data;
}
