import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import type { Table } from '../../../table/table';
import { fakeLoop } from '../../../testing/nodes/fake-live-context';
import { cellsOf, makeColumn, makeTable } from '../../../testing/table/make-table';
import type { LiveValue, StreamBatch, StreamOpening } from '../../contract/live';
import { streamLive } from './live';
import { streamSpec } from './spec';

const count = (rows: number): number[] => Array.from({ length: rows }, (_, row) => row);
const dates = count(60).map((day) => Date.UTC(2024, 0, 1 + day));
const table = makeTable([
  makeColumn('at', dates, 'time', 'date'),
  makeColumn('x', count(60)),
  makeColumn(
    'y',
    count(60).map((row) => row % 7),
    'target',
  ),
]);

const params = (changes: JsonObject = {}): JsonObject => ({
  ...streamSpec.defaults,
  historyRows: 10,
  batchRows: 20,
  ...changes,
});

const onTable = (given: Table) => ({ table: { type: 'table', table: given } }) as const;

function opened(given: Table, changes: JsonObject = {}, seed = 7): StreamOpening {
  const opening = streamLive.open?.(onTable(given), params(changes), { nodeId: 's', seed });
  if (opening === undefined) throw new Error('a stream opens');
  return opening;
}

/** Every batch up to one tick behind the end. */
async function play(given: Table, changes: JsonObject = {}, target: string | null = 'y'): Promise<StreamBatch[]> {
  const loop = fakeLoop({ table: given, stream: 's', target, historyRows: 10 });
  const batches: StreamBatch[] = [];
  let state = await streamLive.start(onTable(given), params(changes), loop.live({ nodeId: 's' }));
  for (let at = 10, last = false; !last; ) {
    last = at === given.rows;
    const ctx = loop.next({}, { nodeId: 's', source: { rows: given.rows - at, closed: true } });
    const step = await streamLive.tick(state, {}, params(changes), ctx);
    state = JSON.parse(JSON.stringify(step.state));
    batches.push(batchOf(step.outputs.stream));
    at = batches.at(-1)?.rows.to ?? given.rows;
  }
  return batches;
}

function batchOf(value: LiveValue | undefined): StreamBatch {
  if (value?.type !== 'stream') throw new Error('a stream hands out batches');
  return value.batch;
}

describe('batches', () => {
  it('come one after the other until every row has been handed out once', async () => {
    const batches = await play(table);
    expect(batches.map(({ rows }) => [rows.from, rows.to])).toEqual([
      [10, 30],
      [30, 50],
      [50, 60],
      [60, 60],
    ]);
    expect(batches.map(({ labelled }) => labelled)).toEqual(batches.map(({ rows }) => rows));
  });

  it('bring labels late by as many batches as asked, and every one at the end', async () => {
    const batches = await play(table, { batchRows: 10, labelDelay: 2 });
    expect(batches.map(({ labelled }) => [labelled.from, labelled.to])).toEqual([
      [10, 10],
      [10, 10],
      [10, 20],
      [20, 30],
      [30, 60],
      [60, 60],
    ]);
  });

  it('bring no labels where no column is the target', async () => {
    const batches = await play(table, {}, null);
    expect(batches.every(({ labelled }) => labelled.from === 10 && labelled.to === 10)).toBe(true);
  });

  it('go on when rows are appended to what the stream follows', async () => {
    const loop = fakeLoop({ table, stream: 's', target: 'y', historyRows: 10 });
    const follow = params({ follow: 'more' });
    const start = await streamLive.start(onTable(table), follow, loop.live({ nodeId: 's' }));
    const open = (rows: number) => loop.next({}, { nodeId: 's', source: { rows, closed: false } });
    const quiet = await streamLive.tick(start, {}, follow, open(0));
    expect(batchOf(quiet.outputs.stream).rows).toEqual({ from: 10, to: 10 });
    expect(quiet.status).toMatchObject({
      level: 'ok',
      message: { code: 'stream/waits', args: { follow: 'more', to: 10 } },
    });
    const more = await streamLive.tick(quiet.state, {}, follow, open(5));
    expect(batchOf(more.outputs.stream)).toMatchObject({ rows: { from: 10, to: 15 }, labelled: { from: 10, to: 15 } });
  });

  it('say at the end that all is done', async () => {
    const loop = fakeLoop({ table, stream: 's', target: 'y', historyRows: 60 });
    const ctx = loop.next({}, { nodeId: 's' });
    const state = { rows: 60, labelledTo: 60, waiting: [] };
    const step = await streamLive.tick(state, {}, params(), { ...ctx, source: { rows: 0, closed: true } });
    expect(step.status).toMatchObject({ level: 'ok', message: { code: 'stream/ended', args: { all: 60 } } });
  });
});

describe('opening', () => {
  it('gives the whole table in order, its history and its target', () => {
    const opening = opened(table);
    expect(opening).toMatchObject({ historyRows: 10, target: 'y', follows: null, clock: { column: 'at' } });
    expect(cellsOf(opening.table, 'x')).toEqual(count(60));
  });

  it('lets the clock go by minutes where no dates tell the time in order', () => {
    const timeless = makeTable([makeColumn('x', count(60)), makeColumn('y', count(60), 'target')]);
    expect(opened(timeless, { minutesPerBatch: 5 }).clock).toMatchObject({ minutesPerTick: 5 });
    const backwards = makeTable([makeColumn('at', [...dates].reverse(), 'time', 'date'), makeColumn('x', count(60))]);
    expect(opened(backwards).clock).toMatchObject({ minutesPerTick: 60 });
    expect(opened(backwards, { order: 'time' }).clock).toEqual({ column: 'at' });
  });

  it('takes labels away for good from some rows after the history: the same ones for the same seed', () => {
    const missing = (seed: number): readonly number[] =>
      cellsOf(opened(table, { labelShare: 0.5 }, seed).table, 'y').flatMap((cell, row) => (cell === null ? [row] : []));
    expect(missing(7)).toEqual(missing(7));
    expect(missing(7)).not.toEqual(missing(8));
    expect(missing(7).length).toBeGreaterThan(12);
    expect(missing(7).length).toBeLessThan(38);
    expect(missing(7).every((row) => row >= 10)).toBe(true);
    expect(cellsOf(table, 'y')).not.toContain(null);
  });

  it('leaves no label where none is ever to come', () => {
    const cells = cellsOf(opened(table, { labelShare: 0 }).table, 'y');
    expect(cells.slice(10).every((cell) => cell === null)).toBe(true);
    expect(cells.slice(0, 10)).not.toContain(null);
  });
});
