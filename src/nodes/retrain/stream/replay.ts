import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { columnNamed, isNumeric, roleColumn } from '../../../table/columns';
import { takeRows } from '../../../table/rows';
import type { NumericColumn, Table } from '../../../table/table';
import { columnWithoutTime, notRaw, tooFewRows } from './problems';
import { historyRowsOf, type StreamParams, withTarget } from './spec';

/** A table made ready to be handed out. */
export interface Replay {
  /** Every row, in the order of the stream. */
  readonly table: Table;
  readonly historyRows: number;
  readonly target: string | null;
  /** Column of dates that the loop's clock can follow; null where there is none, or its times go backwards. */
  readonly clock: string | null;
  /** 0-based position of the first row that is older than the one before it; null where time never goes backwards. */
  readonly backwards: number | null;
}

/** Kinds whose steps look at no row: what they make is raw still. */
const LOOKS_AT_NO_ROW = new Set(['prepare.columns']);

/**
 * Puts a table's rows in the stream's order. Fails with `stream-split` or `stream-prepared` where they are not raw,
 * with `too-few-rows`, and where the order needs a time that a row lacks.
 */
export function replayOf(given: Table, params: StreamParams): Replay {
  if (given.partition !== null) throw new Failure(notRaw(true));
  if (given.recipe.steps.some(({ kind }) => !LOOKS_AT_NO_ROW.has(kind))) throw new Failure(notRaw(false));
  const historyRows = historyRowsOf(given.rows, params);
  const few = tooFewRows(given.rows, historyRows, params.follow.trim() !== '');
  if (few !== null) throw new Failure({ ...few, port: 'table' });
  if (params.target !== '') columnNamed(given, params.target);
  const columns = withTarget(given.columns, params.target);
  const time = timeColumn({ ...given, columns }, params);
  if (params.order === 'time' && time === null) throw new Failure(columnWithoutTime());
  const whole: Table = { ...given, columns, sourceRows: null, recipe: { source: [], steps: [] } };
  const sorted = time !== null && params.order === 'time';
  const table = sorted ? { ...takeRows(whole, byTime(time)), sourceRows: null } : whole;
  const backwards = sorted || time === null ? null : firstBackwards(time.values);
  const isClock = time !== null && time.type === 'date' && backwards === null && !time.values.some(Number.isNaN);
  return {
    table,
    historyRows,
    target: roleColumn(table, 'target')?.name ?? null,
    clock: isClock ? time.name : null,
    backwards,
  };
}

/** The column that says when each row was made. One that is named must be able to; the role alone is no promise. */
function timeColumn(table: Table, params: StreamParams): NumericColumn | null {
  const column = params.timeColumn === '' ? roleColumn(table, 'time') : columnNamed(table, params.timeColumn);
  if (column === null) return null;
  if (isNumeric(column) && column.type !== 'boolean') return column;
  if (params.timeColumn === '' && params.order !== 'time') return null;
  throw new Failure({ ...columnWithoutTime(column.name), column: column.name });
}

/** Rows from early to late; equal times keep their order. */
function byTime({ name, values }: NumericColumn): Uint32Array {
  const row = values.findIndex(Number.isNaN);
  if (row < 0) return Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  throw new Failure({
    code: 'time-missing',
    column: name,
    row: row + 1,
    message: text(`Row ${row + 1} has no time in “${name}”.`, `${row + 1}번째 행의 “${name}” 값이 비어 있어요.`),
    hint: text(
      'Fill in or drop rows without a time, or take the rows as the table has them.',
      '시간이 없는 행을 채우거나 빼고, 아니면 표에 있는 순서를 그대로 쓰세요.',
    ),
  });
}

function firstBackwards(values: Float64Array): number | null {
  let latest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const time = values[row] ?? Number.NaN;
    if (time < latest) return row;
    if (time > latest) latest = time;
  }
  return null;
}
