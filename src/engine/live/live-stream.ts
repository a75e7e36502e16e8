import type { LiveContext, StreamBatch, StreamOpening, StreamPosition, TickContext } from '../../nodes/contract/live';
import type { RowRange } from '../../nodes/contract/row-range';
import { createAppender } from '../../table/append-rows';
import { isNumeric } from '../../table/columns';
import type { NumericColumn, Table } from '../../table/table';
import { viewRows, withMissingFrom } from '../../table/view-rows';
import type { StreamCursor } from './checkpoint';

/**
 * The rows of one stream, whether they have been handed out or not. How far they have been is said by a cursor, which
 * is given: nothing but `append` changes a stream.
 */
export interface LiveStream {
  readonly opening: StreamOpening;
  /** Behind the history. */
  readonly start: StreamCursor;
  /** Rows known, handed out or not. */
  readonly known: number;
  /** The virtual clock: when the loop began, and the end of a tick that left the stream at a cursor. */
  readonly begin: number;
  timeOf(at: StreamCursor, tick: number): number;
  position(at: StreamCursor): StreamPosition;
  /**
   * Handed-out rows over the stream's own arrays, with an empty recipe but for its source. Labels still to come are
   * never shown. Throws for rows that have not been handed out.
   */
  rows(at: StreamCursor, range: RowRange): Table;
  source(at: StreamCursor): NonNullable<TickContext['source']>;
  /** The cursor behind what the stream's node handed out; throws where it handed out anything but the next rows. */
  advanced(at: StreamCursor, batch: StreamBatch): StreamCursor;
  /** Whether a cursor, of a checkpoint, is one of this stream. */
  reaches(at: StreamCursor): boolean;
  /** Whether every row has been handed out with its label, and no more can come. */
  isThrough(at: StreamCursor): boolean;
  /** The same, whether or not more can come. */
  isAtRest(at: StreamCursor): boolean;
  /** Takes in rows behind the last one; `versionEnds`: behind how many of them each version of their set ends. */
  append(rows: Table, versionEnds?: readonly number[]): void;
}

/** The streams of a loop, by node id, and how far each has been handed out. */
export type Streams = ReadonlyMap<string, LiveStream>;
export type StreamCursors = ReadonlyMap<string, StreamCursor>;

/** The streams as they are at some moment of a tick. */
export type StreamView = Pick<LiveContext, 'stream' | 'rows'>;

/** A year that no stream is likely to mean: where rows carry no time, only the distance counts. */
const BEGIN = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;
const HOUR_OF_MINUTES = 60;

/** Opens a stream. `waits`: rows of the set that it follows may still come in. */
export function openStream(id: string, opening: StreamOpening, waits: boolean): LiveStream {
  let table: Table = { ...opening.table, recipe: { ...opening.table.recipe, steps: [] } };
  const { historyRows, target } = opening;
  if (historyRows < 0 || historyRows > table.rows) {
    throw new Error(`${id} opens with ${historyRows} of ${table.rows} rows`);
  }
  /** Ascending: behind which row each version ends. */
  const ends: number[] = [];
  const appendTo = createAppender();
  const closed = opening.follows === null || !waits;
  const clock = clockOf(opening);
  const reaches = (at: StreamCursor): boolean => at.rows <= table.rows && at.labelledTo <= at.rows;
  const isAtRest = ({ rows, labelledTo }: StreamCursor): boolean =>
    rows === table.rows && (target === null || labelledTo === rows);
  const isThrough = (at: StreamCursor): boolean => closed && isAtRest(at);
  return {
    opening,
    start: { rows: historyRows, labelledTo: historyRows },
    get known() {
      return table.rows;
    },
    get begin() {
      return clock.at(table, historyRows, 0);
    },
    timeOf: ({ rows }, tick) => clock.at(table, rows, tick),
    position: (at) => ({
      historyRows,
      ...at,
      target,
      atEnd: isThrough(at),
      ...(opening.follows === null ? {} : { versions: countUpTo(ends, at.rows) }),
    }),
    rows: ({ rows, labelledTo }, { from, to }) => {
      if (from < 0 || from > to || to > rows) throw new Error(`${id} has not handed out rows ${from} to ${to}`);
      const view = { ...viewRows(table, from, to), partition: null, sourceRows: null };
      if (to <= labelledTo || target === null) return view;
      const first = Math.max(0, labelledTo - from);
      const columns = view.columns.map((column) => (column.name === target ? withMissingFrom(column, first) : column));
      return { ...view, columns };
    },
    source: ({ rows }) => ({ rows: table.rows - rows, closed }),
    advanced: ({ rows, labelledTo }, { rows: handed, labelled }) => {
      const next = { rows: handed.to, labelledTo: labelled.to };
      if (handed.from !== rows || handed.to < rows || labelled.to < labelledTo || !reaches(next)) {
        throw new Error(`${id} handed out rows ${handed.from} to ${handed.to} after ${rows}`);
      }
      return next;
    },
    reaches,
    isThrough,
    isAtRest,
    append: (more, versionEnds = []) => {
      for (const end of versionEnds) ends.push(table.rows + end);
      table = appendTo(table, more);
    },
  };
}

/** The streams at their cursors; what is given later does not change with them. */
export function viewStreams(streams: Streams, cursors: StreamCursors): StreamView {
  const at = (id: string): readonly [LiveStream, StreamCursor] => {
    const [stream, cursor] = [streams.get(id), cursors.get(id)];
    if (stream === undefined || cursor === undefined) throw new Error(`${id} is no stream of this loop`);
    return [stream, cursor];
  };
  return {
    stream: (id) => {
      const [stream, cursor] = at(id);
      return stream.position(cursor);
    },
    rows: (id, range) => {
      const [stream, cursor] = at(id);
      return stream.rows(cursor, range);
    },
  };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
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
