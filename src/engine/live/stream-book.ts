import type { RowRange, StreamBatch, StreamOpening, StreamPosition, TickContext } from '../../nodes/live';
import { appendRows } from '../../table/append-rows';
import { isNumeric } from '../../table/columns';
import type { NumericColumn, Table } from '../../table/table';
import { viewRows, withMissingFrom } from '../../table/view-rows';

/** How far a stream has come, as a checkpoint keeps it. */
export type StreamMark = { readonly rows: number; readonly labelledTo: number };

/** The rows of one stream, and how far they have been handed out. Labels still to come are never shown. */
export interface StreamBook {
  readonly opening: StreamOpening;
  position(): StreamPosition;
  /** Handed-out rows over the stream's own arrays, with an empty recipe but for its source. */
  rows(range: RowRange): Table;
  source(): NonNullable<TickContext['source']>;
  /** Takes in what the stream's node handed out. */
  advance(batch: StreamBatch): void;
  /** Goes back to an earlier mark: a tick that was given up. */
  moveTo(mark: StreamMark): void;
  mark(): StreamMark;
  /** Whether every row has been handed out with its label, and no more can come. */
  isThrough(): boolean;
  /** The same, whether or not more can come. */
  isAtRest(): boolean;
  /** The virtual clock: when the loop began, and the end of a tick that left the stream where it is. */
  readonly begin: number;
  timeOf(tick: number): number;
  /** Rows that have come in behind the last one; `versionEnds`: behind how many of them each version of their set ends. */
  append(rows: Table, versionEnds?: readonly number[]): void;
  /** Rows known, handed out or not. */
  readonly known: number;
}

/** A year that no stream is likely to mean: where rows carry no time, only the distance counts. */
const BEGIN = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;
const HOUR_OF_MINUTES = 60;

/** Opens a stream at its history's end. `waits`: rows of the set that it follows may still come in. */
export function createStreamBook(id: string, opening: StreamOpening, waits: boolean): StreamBook {
  let table: Table = { ...opening.table, recipe: { source: opening.table.recipe.source, steps: [] } };
  let rows = opening.historyRows;
  let labelledTo = opening.historyRows;
  if (rows < 0 || rows > table.rows) throw new Error(`${id} opens with ${rows} of ${table.rows} rows`);
  const ends: number[] = [];
  const closed = opening.follows === null || !waits;
  const clock = clockOf(opening);
  const move = (mark: StreamMark): void => {
    if (mark.rows > table.rows || mark.labelledTo > mark.rows) throw new Error(`${id} has no row ${mark.rows}`);
    ({ rows, labelledTo } = mark);
  };
  const isAtRest = (): boolean => rows === table.rows && (opening.target === null || labelledTo === rows);
  return {
    opening,
    position: () => ({
      historyRows: opening.historyRows,
      rows,
      labelledTo,
      target: opening.target,
      ...(opening.follows === null ? {} : { versions: ends.filter((end) => end <= rows).length }),
    }),
    rows: ({ from, to }) => {
      if (from < 0 || from > to || to > rows) throw new Error(`${id} has not handed out rows ${from} to ${to}`);
      const view = { ...viewRows(table, from, to), partition: null, sourceRows: null };
      if (to <= labelledTo || opening.target === null) return view;
      const first = Math.max(0, labelledTo - from);
      const columns = view.columns.map((column) =>
        column.name === opening.target ? withMissingFrom(column, first) : column,
      );
      return { ...view, columns };
    },
    source: () => ({ rows: table.rows - rows, closed }),
    advance: ({ rows: handed, labelled }) => {
      if (handed.from !== rows || handed.to < handed.from || labelled.to > handed.to || labelled.to < labelledTo) {
        throw new Error(`${id} handed out rows ${handed.from} to ${handed.to} after ${rows}`);
      }
      move({ rows: handed.to, labelledTo: labelled.to });
    },
    moveTo: move,
    mark: () => ({ rows, labelledTo }),
    isThrough: () => closed && isAtRest(),
    isAtRest,
    get begin() {
      return clock.at(table, opening.historyRows, 0);
    },
    timeOf: (tick) => clock.at(table, rows, tick),
    append: (more, versionEnds = []) => {
      ends.push(...versionEnds.map((end) => table.rows + end));
      table = appendRows(table, more);
    },
    get known() {
      return table.rows;
    },
  };
}

interface VirtualClock {
  at(table: Table, rows: number, tick: number): number;
}

function clockOf({ table, clock }: StreamOpening): VirtualClock {
  const name =
    clock !== undefined && 'column' in clock
      ? clock.column
      : table.columns.find((column) => column.role === 'time' && column.type === 'date')?.name;
  if (name === undefined || (clock !== undefined && 'begin' in clock)) {
    const { begin, minutesPerTick } =
      clock !== undefined && 'begin' in clock ? clock : { begin: BEGIN, minutesPerTick: HOUR_OF_MINUTES };
    return { at: (_table, _rows, tick) => begin + tick * minutesPerTick * MINUTE };
  }
  return { at: (now, rows) => lastTime(dates(now, name), rows) };
}

function dates(table: Table, name: string): NumericColumn {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined || !isNumeric(column)) throw new Error(`“${name}” holds no times`);
  return column;
}

/** The last time that is known of the rows handed out; of none, the first that is known at all. */
function lastTime({ values }: NumericColumn, rows: number): number {
  for (let row = rows - 1; row >= 0; row--) {
    const time = values[row] ?? Number.NaN;
    if (!Number.isNaN(time)) return time;
  }
  return values.find((time) => !Number.isNaN(time)) ?? BEGIN;
}
