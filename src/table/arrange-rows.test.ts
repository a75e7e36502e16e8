import { describe, expect, it } from 'vitest';
import { arrangeRows, type RowsView } from './arrange-rows';
import { rowsToTable } from './cells';
import type { Table } from './table';

const table: Table = {
  ...rowsToTable(
    [
      { name: 'size', type: 'number', role: null },
      { name: 'kind', type: 'category', role: null },
      { name: 'day', type: 'date', role: null },
      { name: 'paid', type: 'boolean', role: null },
    ],
    [
      { size: '10.5', kind: 'Pear', day: '2024-01-31', paid: 'true' },
      { size: null, kind: 'apple', day: '2024-02-01', paid: 'false' },
      { size: '-3', kind: null, day: '2023-12-24', paid: 'true' },
      { size: '10.5', kind: 'Apple 2', day: null, paid: null },
      { size: '200', kind: 'apple 10', day: '2024-01-31', paid: 'true' },
    ],
  ),
  partition: Uint8Array.of(0, 2, 0, 2, 0),
};
const rows = async (view: RowsView): Promise<number[]> => [...(await arrangeRows(table, view, async () => {}))];
const by = (column: string, descending = false): Promise<number[]> => rows({ sort: { column, descending } });

describe('a view of a table', () => {
  it('is the table as it stands, where nothing is asked', async () => {
    expect(await rows({})).toEqual([0, 1, 2, 3, 4]);
    expect(await rows({ search: '  ' })).toEqual([0, 1, 2, 3, 4]);
  });

  it('is sorted by values; equal ones keep their order and missing ones stand last either way', async () => {
    expect(await by('size')).toEqual([2, 0, 3, 4, 1]);
    expect(await by('size', true)).toEqual([4, 0, 3, 2, 1]);
    expect(await by('day')).toEqual([2, 0, 4, 1, 3]);
    expect(await by('kind')).toEqual([3, 0, 1, 4, 2]);
    expect(await by('kind', true)).toEqual([4, 1, 0, 3, 2]);
  });

  it('holds the rows with a cell that has the text, in whichever case, be it a word, a number or a date', async () => {
    expect(await rows({ search: 'APPLE' })).toEqual([1, 3, 4]);
    expect(await rows({ search: '10' })).toEqual([0, 3, 4]);
    expect(await rows({ search: '2024-01' })).toEqual([0, 4]);
    expect(await rows({ search: 'true' })).toEqual([0, 2, 4]);
    expect(await rows({ search: 'nothing of the kind' })).toEqual([]);
  });

  it('holds one part, or the rows that were named in their order, and all of these at once', async () => {
    expect(await rows({ part: 'test' })).toEqual([1, 3]);
    expect(await rows({ only: [4, 0, 9] })).toEqual([4, 0]);
    expect(await rows({ part: 'train', search: '10', sort: { column: 'size', descending: true } })).toEqual([4, 0]);
    expect(await arrangeRows({ ...table, partition: null }, { part: 'test' }, async () => {})).toHaveLength(0);
  });
});
