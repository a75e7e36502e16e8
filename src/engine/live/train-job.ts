import type { PipelineDocument } from '../../graph/document';
import type { WireEnd } from '../../graph/wire';
import type { Text } from '../../lib/text';
import type { ModelValue } from '../../models/model';
import type { BackendChoice } from '../../nodes/contract/runner';
import type { Table } from '../../table/table';

/** Training that some thread can do by itself: plain data, which may be cloned to another. */
export type TrainJob = {
  readonly id: string;
  readonly backend: BackendChoice;
  readonly seed: number;
  /** Raw labelled rows. */
  readonly rows: Table;
} & (
  | {
      readonly mode: 'full';
      /** The part of the pipeline between the stream and the model, and what evaluates it; the rows stand in for the stream's history. */
      readonly document: PipelineDocument;
      /** The stream's node. */
      readonly stream: string;
      readonly model: WireEnd;
    }
  | {
      readonly mode: 'incremental';
      readonly base: ModelValue;
      readonly epochs: number;
      readonly learningRateFactor: number;
    }
);

export type TrainJobResult =
  | { readonly ok: true; readonly model: ModelValue; readonly metrics: Readonly<Record<string, number | null>> }
  | { readonly ok: false; readonly message: Text; readonly hint: Text };

/** Threads that train while the loop goes on. Rejects with Cancelled once the signal is aborted. */
export interface JobPool {
  run(job: TrainJob, signal: AbortSignal): Promise<TrainJobResult>;
}
