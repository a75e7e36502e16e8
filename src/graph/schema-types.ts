import type { TableSchema } from '../table/schema';

/** What travels on a wire. */
const PORT_TYPES = ['table', 'model', 'report', 'stream', 'signal'] as const;
export type PortType = (typeof PORT_TYPES)[number];

/** What is known of a wire's value before anything has run. */
export type WireSchema = TableSchema | ModelSchema | { readonly type: 'report' | 'stream' | 'signal' };

export type { TableSchema };

export interface ModelSchema {
  readonly type: 'model';
  readonly task: Task;
  readonly target: string;
  readonly classes?: readonly string[];
}

export type Task = 'binary' | 'multiclass' | 'regression';
