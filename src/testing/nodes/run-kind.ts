import type { JsonObject } from '../../lib/json';
import type { RunContext, Runner } from '../../nodes/contract/runner';
import type { DataNote } from '../../table/notes';
import type { Table } from '../../table/table';
import { fakeContext } from './fake-context';

/** Runs a kind that takes a table and makes one, for its tests. */
export async function runOnTable(
  runner: Runner,
  table: Table,
  params: JsonObject = {},
  context: Partial<RunContext> = {},
): Promise<{ readonly table: Table; readonly notes: readonly DataNote[] }> {
  const { table: made } = await runner.run({ table: { type: 'table', table } }, params, fakeContext(context));
  if (made?.type !== 'table') throw new Error('the kind made no table');
  return { table: made.table, notes: made.notes ?? [] };
}

/** Replays the last step of a table's recipe over other rows, as serving does. */
export function replayLast(runner: Runner, fitted: Table, rows: Table): Table {
  const step = fitted.recipe.steps.at(-1);
  if (step === undefined || runner.apply === undefined) throw new Error('there is no step to replay');
  // Through JSON, because saved models keep steps as text.
  return runner.apply(rows, JSON.parse(JSON.stringify(step.state)));
}
