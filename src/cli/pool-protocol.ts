import type { TrainJob, TrainJobResult } from '../engine/live/train-job';
import type { DataLake } from '../lake/lake';
import type { FailureDetail } from '../lib/failure';

/** What a thread that trains asks of the one that keeps files and tables. */
export type HostQuestion =
  | { readonly of: 'file'; readonly hash: string; readonly name: string }
  | { readonly of: 'asset'; readonly path: string }
  | { readonly of: 'table'; readonly name: string; readonly version: string };

export type HostReply =
  | { readonly of: 'file' | 'asset'; readonly bytes: Uint8Array }
  | { readonly of: 'table'; readonly read: Awaited<ReturnType<DataLake['read']>> }
  | { readonly of: 'failure'; readonly failure: FailureDetail }
  | { readonly of: 'error'; readonly message: string };

export type ToThread =
  | { readonly type: 'job'; readonly job: TrainJob }
  | { readonly type: 'cancel' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: HostReply };

export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly result: TrainJobResult }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'ask'; readonly id: number; readonly question: HostQuestion };
