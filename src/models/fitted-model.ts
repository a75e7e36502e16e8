import type { Text } from '../lib/text';
import { trainRows } from '../table/rows';
import type { Table } from '../table/table';
import { usualRule } from './decision';
import { featureColumns } from './matrix';
import type { ModelBody, ModelValue } from './model';
import { readTarget, type Target, type TaskChoice } from './target';

/** What fitting asks of whoever runs it; a kind's RunContext is one. */
export interface FitContext {
  readonly signal: AbortSignal;
  readonly seed: number;
  log(message: Text): void;
}

/** What a family that reads numbers, and is fitted in one go, learns from. */
export interface Examples {
  readonly table: Table;
  /** The table's training rows. */
  readonly rows: Uint32Array;
  readonly features: readonly string[];
  readonly target: Target;
}

/** The training part of a table. Fails as {@link readTarget} and {@link featureColumns} do. */
export function readExamples(table: Table, task: TaskChoice): Examples {
  const rows = trainRows(table);
  const target = readTarget(table, task, rows, new Uint32Array(0));
  return { table, rows, features: featureColumns(table, 'numbers'), target };
}

/** A model around a body that was fitted in one go, without any backend. */
export function fittedModel(
  { table, rows, features, target }: Examples,
  body: ModelBody,
  { seed }: Pick<FitContext, 'seed'>,
): ModelValue {
  return {
    task: target.task,
    target: target.info,
    recipe: table.recipe,
    features,
    decision: usualRule(target.info),
    body,
    training: summaryOf(body, rows.length, seed),
  };
}

/** The same model with a body that has learned from so many rows more. */
export function continuedModel(model: ModelValue, body: ModelBody, rows: number, seed: number): ModelValue {
  return { ...model, body, training: summaryOf(body, rows, seed) };
}

const summaryOf = ({ type }: ModelBody, rows: number, seed: number): ModelValue['training'] => ({
  backend: 'none',
  trainer: type,
  seed,
  rows,
});
