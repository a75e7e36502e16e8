import { describe, expect, it } from 'vitest';
import type { StreamOpening } from '../../nodes/contract/live';
import { cellsOf, makeColumn, makeTable } from '../../testing/table/make-table';
import { openStream, viewStreams } from './live-stream';

const opening: StreamOpening = {
  table: makeTable({ x: [1, 2, 3, 4, 5, 6], y: ['a', 'b', 'a', 'b', 'c', 'a'] }),
  historyRows: 2,
  target: 'y',
  follows: null,
};
const batch = (from: number, to: number, labelled: readonly [number, number]) => ({
  stream: 's',
  rows: { from, to },
  labelled: { from: labelled[0], to: labelled[1] },
});

describe('a stream', () => {
  it('shows rows that have been handed out over the same arrays, and no label before it arrives', () => {
    const stream = openStream('s', opening, false);
    const at = stream.advanced(stream.start, batch(2, 5, [2, 3]));
    const rows = stream.rows(at, { from: 1, to: 5 });
    expect(cellsOf(rows, 'x')).toEqual([2, 3, 4, 5]);
    expect(cellsOf(rows, 'y')).toEqual(['b', 'a', null, null]);
    expect(cellsOf(stream.rows(at, { from: 4, to: 5 }), 'y')).toEqual([null]);
    const [given] = opening.table.columns;
    const [shown] = rows.columns;
    expect(
      given && 'values' in given && shown && 'values' in shown && shown.values.buffer === given.values.buffer,
    ).toBe(true);
    expect(cellsOf(opening.table, 'y')).toEqual(['a', 'b', 'a', 'b', 'c', 'a']);
  });

  it('refuses rows that are still to come, and batches out of order', () => {
    const stream = openStream('s', opening, false);
    const { start } = stream;
    expect(() => stream.rows(start, { from: 0, to: 3 })).toThrow(/not handed out/);
    expect(() => stream.advanced(start, batch(3, 4, [2, 2]))).toThrow(/after 2/);
    expect(() => stream.advanced(start, batch(2, 4, [2, 5]))).toThrow();
    expect(() => stream.advanced(start, batch(2, 9, [2, 2]))).toThrow();
    expect(stream.reaches({ rows: 6, labelledTo: 6 })).toBe(true);
    expect(stream.reaches({ rows: 7, labelledTo: 6 })).toBe(false);
  });

  it('is as it was at an earlier cursor, whatever was handed out and came in since', () => {
    const stream = openStream('s', { ...opening, follows: 'set' }, true);
    const { start } = stream;
    const shown = () => [
      stream.position(start),
      cellsOf(stream.rows(start, { from: 0, to: 2 }), 'y'),
      stream.timeOf(start, 0),
    ];
    const before = shown();
    stream.advanced(start, batch(2, 6, [2, 6]));
    stream.append(makeTable({ y: ['d'], x: [7] }), [1]);
    expect(shown()).toEqual(before);
    const view = viewStreams(new Map([['s', stream]]), new Map([['s', start]]));
    expect(view.stream('s')).toEqual(stream.position(start));
    expect(() => view.rows('s', { from: 0, to: 3 })).toThrow(/not handed out/);
    expect(() => view.stream('other')).toThrow(/no stream of this loop/);
  });

  it('is through once every row has its label, but never while more may come in', () => {
    const stream = openStream('s', opening, false);
    const late = stream.advanced(stream.start, batch(2, 6, [2, 4]));
    expect(stream.isThrough(late)).toBe(false);
    const end = stream.advanced(late, batch(6, 6, [4, 6]));
    expect(stream.isThrough(end)).toBe(true);
    const waits = openStream('s', { ...opening, follows: 'set' }, true);
    let at = waits.advanced(waits.start, batch(2, 6, [2, 6]));
    expect(waits.isThrough(at)).toBe(false);
    expect(waits.source(at)).toEqual({ rows: 0, closed: false });
    waits.append(makeTable({ y: ['d', 'a'], x: [7, 8] }), [1, 2]);
    expect(waits.source(at)).toEqual({ rows: 2, closed: false });
    expect(waits.position(at).versions).toBe(0);
    at = waits.advanced(at, batch(6, 7, [6, 6]));
    expect(waits.position(at).versions).toBe(1);
    at = waits.advanced(at, batch(7, 8, [6, 8]));
    expect(waits.position(at).versions).toBe(2);
    expect(stream.position(end)).not.toHaveProperty('versions');
    expect(cellsOf(waits.rows(at, { from: 4, to: 8 }), 'y')).toEqual(['c', 'a', 'd', 'a']);
  });

  it('tells the time by its rows where they carry one, and by ticks where they do not', () => {
    const day = 86_400_000;
    const dated = makeTable([
      makeColumn('at', [day, 2 * day, null, 4 * day], 'time', 'date'),
      makeColumn('y', [1, 2, 3, 4], 'target'),
    ]);
    const stream = openStream('s', { table: dated, historyRows: 1, target: 'y', follows: null }, false);
    expect(stream.begin).toBe(day);
    const second = stream.advanced(stream.start, batch(1, 3, [1, 3]));
    expect(stream.timeOf(second, 1)).toBe(2 * day);
    expect(stream.timeOf(stream.advanced(second, batch(3, 4, [3, 4])), 2)).toBe(4 * day);
    const counted = openStream('s', { ...opening, clock: { begin: 1000, minutesPerTick: 2 } }, false);
    expect([counted.begin, counted.timeOf(counted.start, 3)]).toEqual([1000, 361_000]);
  });
});
