import type { Field } from '../table/table';

/** What travels on a wire. */
export const PORT_TYPES = ['table', 'model', 'report', 'stream', 'signal'] as const;
export type PortType = (typeof PORT_TYPES)[number];

/** What is known of a wire's value before anything has run. */
export type WireSchema = TableSchema | ModelSchema | { readonly type: 'report' | 'stream' | 'signal' };

export interface TableSchema {
  readonly type: 'table';
  readonly fields: readonly Field[];
  /** False where further columns may turn up when it runs (one-hot of unknown categories, a file not read yet). */
  readonly complete: boolean;
  readonly rows?: number;
  readonly partitioned: boolean;
  /** Nodes whose step was fitted on these rows before any split: a later split makes them leak. */
  readonly fittedBeforeSplit: readonly string[];
}

export interface ModelSchema {
  readonly type: 'model';
  readonly task: Task;
  readonly target: string;
  readonly classes?: readonly string[];
}

export type Task = 'binary' | 'multiclass' | 'regression';
