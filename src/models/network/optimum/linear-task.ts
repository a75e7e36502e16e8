import type { Task } from '../../../graph/schema-types';
import type { Examples } from '../trainer';

/** A linear model that is to be fitted: its mean loss over the rows, plus `l2` times the sum of its squared weights. */
export interface LinearTask {
  readonly task: Task;
  readonly train: Examples;
  /** Columns of a row, and outputs of the model. */
  readonly width: number;
  readonly outputs: number;
  readonly l2: number;
}
