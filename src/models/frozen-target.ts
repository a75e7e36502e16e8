import { cellText } from '../table/cells';
import { columnNamed, isNumeric } from '../table/columns';
import type { Table } from '../table/table';
import type { ModelValue } from './model';
import type { Target } from './target';

/** The rows of a table that a model can go on learning from, in the terms it learned before. */
export interface FrozenTarget {
  readonly target: Target;
  readonly rows: Uint32Array;
  /** Rows left out: their target is missing. */
  readonly unlabelled: number;
  /** Rows left out: their class is none that the model knows. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** Reads the target column with a model's own classes and scale. Fails where the table has no such column. */
export function frozenTarget({ target: info, task }: ModelValue, table: Table, rows: Uint32Array): FrozenTarget {
  const column = columnNamed(table, info.name);
  const classes = new Map((info.classes ?? []).map((name, index) => [name, index]));
  const code = (row: number): number => {
    if (task !== 'regression') return classes.get(cellText(column, row) ?? '') ?? Number.NaN;
    return isNumeric(column) ? (column.values[row] ?? Number.NaN) : Number.NaN;
  };
  let unlabelled = 0;
  const unknown = new Map<string, number>();
  const usable = rows.filter((row) => {
    const label = cellText(column, row);
    if (label === null) unlabelled++;
    else if (Number.isFinite(code(row))) return true;
    else unknown.set(label, (unknown.get(label) ?? 0) + 1);
    return false;
  });
  const target = {
    column,
    task,
    info,
    moments: info.scale ?? null,
    values: (of: Uint32Array) => Float64Array.from(of, code),
  };
  return { target, rows: usable, unlabelled, unknown };
}
