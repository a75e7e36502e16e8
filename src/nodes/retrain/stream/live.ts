import { z } from 'zod';
import type { Message } from '../../../lib/message';
import { createRandom, deriveSeed } from '../../../lib/random';
import { columnNamed, isCoded, isNumeric, withColumn } from '../../../table/columns';
import type { Column, Table } from '../../../table/table';
import { defineLive } from '../../contract/live';
import type { RowRange } from '../../contract/row-range';
import { sayOfStream } from './messages';
import { replayOf } from './replay';
import { type StreamParams, streamSpec } from './spec';

/** Where rows carry no dates, only the distance between ticks counts. */
const BEGIN = Date.UTC(2025, 0, 1);

const streamState = z.strictObject({
  /** Rows handed out, history included. */
  rows: z.int(),
  labelledTo: z.int(),
  /** Ends of the batches whose labels are still to come, oldest first. */
  waiting: z.array(z.int()),
});
type StreamState = z.infer<typeof streamState>;

export const streamLive = defineLive(streamSpec, streamState, {
  open(inputs, params, ctx) {
    const { table, historyRows, target, clock } = replayOf(inputs.table.table, params);
    return {
      table: target === null ? table : withoutSomeLabels(table, target, historyRows, params, ctx.seed),
      historyRows,
      target,
      follows: params.follow.trim() || null,
      clock: clock === null ? { begin: BEGIN, minutesPerTick: params.minutesPerBatch } : { column: clock },
    };
  },

  start(_inputs, _params, ctx) {
    const { historyRows } = ctx.stream(ctx.nodeId);
    return { rows: historyRows, labelledTo: historyRows, waiting: [] };
  },

  tick(state, _inputs, params, ctx) {
    if (ctx.source === null) throw new Error(`${ctx.nodeId} has no rows to hand out`);
    const count = Math.min(params.batchRows, ctx.source.rows);
    const left = ctx.source.rows - count;
    const rows: RowRange = { from: state.rows, to: state.rows + count };
    const isLast = left === 0 && ctx.source.closed;
    const next = hasLabels(ctx.stream(ctx.nodeId).target)
      ? withLabels(state, rows.to, isLast ? 0 : params.labelDelay, isLast)
      : { ...state, rows: rows.to };
    const labelled: RowRange = { from: state.labelledTo, to: next.labelledTo };
    return {
      state: next,
      outputs: { stream: { type: 'stream', batch: { stream: ctx.nodeId, rows, labelled } } },
      events: [],
      status: {
        level: count > 0 ? 'busy' : 'ok',
        message: statusOf(rows, left, ctx.source.closed, params.follow.trim()),
        figures: { rows: rows.to, of: rows.to + left, labelledTo: next.labelledTo, closed: ctx.source.closed },
      },
    };
  },
});

const hasLabels = (target: string | null): boolean => target !== null;

/** Labels of a batch come `delay` ticks after it; with the last rows all that are still to come. */
function withLabels(state: StreamState, rows: number, delay: number, isLast: boolean): StreamState {
  const waiting = [...state.waiting, rows];
  if (isLast) return { rows, labelledTo: rows, waiting: [] };
  const arrived = waiting.length > delay ? waiting[0] : undefined;
  if (arrived === undefined) return { rows, labelledTo: state.labelledTo, waiting };
  return { rows, labelledTo: arrived, waiting: waiting.slice(1) };
}

function statusOf({ from, to }: RowRange, left: number, closed: boolean, follow: string): Message {
  const all = to + left;
  if (to > from) return sayOfStream('rows', { from, to, all, isLast: closed && left === 0 });
  return closed ? sayOfStream('ended', { all }) : sayOfStream('waits', { follow, to });
}

/** Rows after the history lose their label with the chance asked for; the same ones for the same seed. */
function withoutSomeLabels(
  table: Table,
  target: string,
  from: number,
  { labelShare }: StreamParams,
  seed: number,
): Table {
  if (labelShare >= 1) return table;
  const random = createRandom(deriveSeed(seed, 'labels that never arrive'));
  const never: number[] = [];
  for (let row = from; row < table.rows; row++) if (random.next() >= labelShare) never.push(row);
  return withColumn(table, withMissing(columnNamed(table, target), never));
}

function withMissing(column: Column, rows: readonly number[]): Column {
  if (isCoded(column)) {
    const codes = column.codes.slice();
    for (const row of rows) codes[row] = -1;
    return { ...column, codes };
  }
  if (!isNumeric(column)) return column;
  const values = column.values.slice();
  for (const row of rows) values[row] = Number.NaN;
  return { ...column, values };
}
