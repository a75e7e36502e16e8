import type { TableSchema } from '../table/schema';
import type { PortType } from './port-types';

/** What is known of a wire's value before anything has run: of most types nothing but which it is. */
export type WireSchema = TableSchema | ModelSchema | { readonly type: Exclude<PortType, 'table' | 'model'> };

export type { PortType, TableSchema };

export interface ModelSchema {
  readonly type: 'model';
  readonly task: Task;
  readonly target: string;
  readonly classes?: readonly string[];
  /** The table that it learns from; absent of models that come from elsewhere. */
  readonly table?: TableSchema;
}

export const TASKS = ['binary', 'multiclass', 'regression'] as const;
export type Task = (typeof TASKS)[number];
