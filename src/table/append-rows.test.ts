import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, makeColumn, makeTable } from '../testing/table/make-table';
import { appendRows, createAppender } from './append-rows';
import type { Table } from './table';

const part = fc.array(
  fc.record({
    x: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    who: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null }),
    note: fc.option(fc.constantFrom('p', 'q'), { nil: null }),
  }),
  { minLength: 1, maxLength: 6 },
);
type Part = typeof part extends fc.Arbitrary<infer T> ? T : never;
const tableOf = (rows: Part, withNote = true): Table =>
  makeTable([
    makeColumn(
      'x',
      rows.map(({ x }) => x),
      null,
      'number',
    ),
    makeColumn(
      'who',
      rows.map(({ who }) => who),
      null,
      'category',
    ),
    ...(withNote
      ? [
          makeColumn(
            'note',
            rows.map(({ note }) => note),
            null,
            'text',
          ),
        ]
      : []),
  ]);
const bytesOf = (table: Table) =>
  table.columns.map((column) => ('values' in column ? column.values.buffer : column.codes.buffer));

describe('rows behind others', () => {
  it('are the same appended one table after another as appended at once, however often', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (parts) => {
        const append = createAppender();
        const [first = [], ...others] = parts;
        let [plain, grown] = [tableOf(first), tableOf(first)];
        const earlier: [Table, unknown][] = [];
        for (const [k, rows] of others.entries()) {
          earlier.push([grown, structuredClone(grown.columns)]);
          plain = appendRows(plain, tableOf(rows, k % 2 === 0));
          grown = append(grown, tableOf(rows, k % 2 === 0));
        }
        expect(grown).toEqual(plain);
        for (const [table, columns] of earlier) expect(table.columns).toEqual(columns);
      }),
    );
  });

  it('are written behind those there are, and copied now and then alone', () => {
    const append = createAppender();
    const more = tableOf([{ x: 1, who: 'a', note: 'p' }]);
    let table = tableOf([{ x: 0, who: 'b', note: 'q' }]);
    const buffers = new Set(bytesOf(table));
    for (let k = 0; k < 2_000; k++) {
      table = append(table, more);
      for (const buffer of bytesOf(table)) buffers.add(buffer);
    }
    expect(table.rows).toBe(2_001);
    expect(buffers.size).toBeLessThan(3 * 22);
  });

  it('stay apart where two tables grow out of one', () => {
    const append = createAppender();
    const start = append(makeTable({ x: [1], who: ['a'] }), makeTable({ x: [2], who: ['b'] }));
    const left = append(start, makeTable({ x: [3], who: ['c'] }));
    const right = append(start, makeTable({ x: [4], who: ['d'] }));
    expect(cellsOf(left, 'x')).toEqual([1, 2, 3]);
    expect(cellsOf(left, 'who')).toEqual(['a', 'b', 'c']);
    expect(cellsOf(right, 'x')).toEqual([1, 2, 4]);
    expect(cellsOf(right, 'who')).toEqual(['a', 'b', 'd']);
  });

  it('take no more room than they need where a table is appended to once', () => {
    const table = appendRows(makeTable({ x: [1, 2] }), makeTable({ x: [3] }));
    expect(bytesOf(table).map((buffer) => buffer.byteLength)).toEqual([24]);
  });
});
