import type { Text } from '../lib/text';
import type { Table } from '../table/table';
import type { BackendChoice, BackendName } from './backend-choice';
import type { ModelValue } from './model';

/** `scores[row * outputs + k]`: class probabilities (two for `binary`), or the value in the target's own units. */
export type Predictions = { readonly scores: Float64Array; readonly outputs: number };

export interface PredictContext {
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
  usesBackend?(name: BackendName, reason: Text): void;
}

/**
 * Predicts the rows of a prepared table (its columns are the model's features).
 * `rows` are row numbers of the table; the scores come in their order.
 * Throws a Failure naming the column and row where a feature is absent or missing.
 */
export async function predictTable(
  _model: ModelValue,
  _table: Table,
  _rows: Uint32Array,
  _ctx: PredictContext,
): Promise<Predictions> {
  throw new Error('networks are not linked in yet');
}
