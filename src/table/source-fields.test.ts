import { describe, expect, it } from 'vitest';
import { rowsToTable } from './cells';
import { sourceFields } from './source-fields';
import type { Column, Field } from './table';

const field = (name: string, type: Field['type']): Field => ({ name, type, role: null });
const columnsOf = (type: Field['type'], cells: readonly (string | null)[]): readonly Column[] =>
  rowsToTable(
    [field('a', type)],
    cells.map((a) => ({ a })),
  ).columns;

describe('the fields of a raw table', () => {
  it('take the median and the range of numbers, missing ones left out', () => {
    expect(sourceFields(columnsOf('number', ['1', '4', null, '2.5', '100']))).toEqual([
      { name: 'a', type: 'number', role: null, typical: '3.25', min: 1, max: 100 },
    ]);
  });

  it('give whole numbers a whole usual value', () => {
    expect(sourceFields(columnsOf('integer', ['1', '2']))[0]?.typical).toBe('1');
  });

  it('take the most frequent word of a category, the first of equals', () => {
    expect(sourceFields(columnsOf('category', ['b', 'a', 'a', 'b', 'c', null]))[0]?.typical).toBe('b');
  });

  it('write dates as a person would type them', () => {
    expect(sourceFields(columnsOf('date', ['2024-03-01', '2024-03-05', '2024-03-03']))[0]?.typical).toBe('2024-03-03');
  });

  it('say nothing usual of a column without a value', () => {
    expect(sourceFields(columnsOf('number', [null, '']))).toEqual([{ name: 'a', type: 'number', role: null }]);
    expect(sourceFields(columnsOf('category', [null]))[0]).not.toHaveProperty('typical');
  });
});
