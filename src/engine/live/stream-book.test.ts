import { describe, expect, it } from 'vitest';
import type { StreamOpening } from '../../nodes/live';
import { cellsOf, makeColumn, makeTable } from '../../table/make-table';
import { createStreamBook } from './stream-book';

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

describe('the book of a stream', () => {
  it('shows rows that have been handed out over the same arrays, and no label before it arrives', () => {
    const book = createStreamBook('s', opening, false);
    book.advance(batch(2, 5, [2, 3]));
    const rows = book.rows({ from: 1, to: 5 });
    expect(cellsOf(rows, 'x')).toEqual([2, 3, 4, 5]);
    expect(cellsOf(rows, 'y')).toEqual(['b', 'a', null, null]);
    expect(cellsOf(book.rows({ from: 4, to: 5 }), 'y')).toEqual([null]);
    const [given] = opening.table.columns;
    const [shown] = rows.columns;
    expect(
      given && 'values' in given && shown && 'values' in shown && shown.values.buffer === given.values.buffer,
    ).toBe(true);
    expect(cellsOf(opening.table, 'y')).toEqual(['a', 'b', 'a', 'b', 'c', 'a']);
  });

  it('refuses rows that are still to come, and batches out of order', () => {
    const book = createStreamBook('s', opening, false);
    expect(() => book.rows({ from: 0, to: 3 })).toThrow(/not handed out/);
    expect(() => book.advance(batch(3, 4, [2, 2]))).toThrow(/after 2/);
    expect(() => book.advance(batch(2, 4, [2, 5]))).toThrow();
    expect(() => book.advance(batch(2, 9, [2, 2]))).toThrow();
  });

  it('is through once every row has its label, but never while more may come in', () => {
    const book = createStreamBook('s', opening, false);
    book.advance(batch(2, 6, [2, 4]));
    expect(book.isThrough()).toBe(false);
    book.advance(batch(6, 6, [4, 6]));
    expect(book.isThrough()).toBe(true);
    const waits = createStreamBook('s', { ...opening, follows: 'set' }, true);
    waits.advance(batch(2, 6, [2, 6]));
    expect(waits.isThrough()).toBe(false);
    expect(waits.source()).toEqual({ rows: 0, closed: false });
    waits.append(makeTable({ y: ['d', 'a'], x: [7, 8] }), [1, 2]);
    expect(waits.source()).toEqual({ rows: 2, closed: false });
    expect(waits.position().versions).toBe(0);
    waits.advance(batch(6, 7, [6, 6]));
    expect(waits.position().versions).toBe(1);
    waits.advance(batch(7, 8, [6, 8]));
    expect(waits.position().versions).toBe(2);
    expect(book.position()).not.toHaveProperty('versions');
    expect(cellsOf(waits.rows({ from: 4, to: 8 }), 'y')).toEqual(['c', 'a', 'd', 'a']);
  });

  it('tells the time by its rows where they carry one, and by ticks where they do not', () => {
    const day = 86_400_000;
    const dated = makeTable([
      makeColumn('at', [day, 2 * day, null, 4 * day], 'time', 'date'),
      makeColumn('y', [1, 2, 3, 4], 'target'),
    ]);
    const book = createStreamBook('s', { table: dated, historyRows: 1, target: 'y', follows: null }, false);
    expect(book.begin).toBe(day);
    book.advance(batch(1, 3, [1, 3]));
    expect(book.timeOf(1)).toBe(2 * day);
    book.advance(batch(3, 4, [3, 4]));
    expect(book.timeOf(2)).toBe(4 * day);
    const counted = createStreamBook('s', { ...opening, clock: { begin: 1000, minutesPerTick: 2 } }, false);
    expect([counted.begin, counted.timeOf(3)]).toEqual([1000, 361_000]);
  });
});
