import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import { cellText, rowsToTable } from './cells';
import type { Column, Field } from './table';
import { toCsv } from './to-csv';

const source: readonly Field[] = [
  { name: 'age', type: 'integer', role: null },
  { name: 'price', type: 'number', role: null },
  { name: 'member', type: 'boolean', role: null },
  { name: 'joined', type: 'date', role: 'time' },
  { name: 'city', type: 'category', role: null, categories: ['Seoul', 'Busan'] },
  { name: 'note', type: 'text', role: null },
];
const row = { age: '31', price: '₩1,250.5', member: 'Yes', joined: '2024년 3월 1일', city: 'Busan', note: 'a, b' };
const texts = (columns: readonly Column[], at: number) => columns.map((column) => cellText(column, at));

describe('raw text rows', () => {
  it('become the typed columns of a recipe’s source and read back as text', () => {
    const table = rowsToTable(source, [row, {}]);
    expect(texts(table.columns, 0)).toEqual(['31', '1250.5', 'true', '2024-03-01', 'Busan', 'a, b']);
    expect(texts(table.columns, 1)).toEqual([null, null, null, null, null, null]);
    expect(table.recipe).toEqual({ source, steps: [] });
  });

  it('append words the category does not know', () => {
    const [city] = rowsToTable(source.slice(4, 5), [{ city: 'Jeju' }, { city: ' Seoul ' }, { city: 'N/A' }]).columns;
    expect(city).toMatchObject({ dictionary: ['Seoul', 'Busan', 'Jeju'], codes: Int32Array.of(2, 0, -1) });
  });

  it('let a fraction into a column that was whole numbers, without rounding', () => {
    const [age] = rowsToTable(source.slice(0, 1), [{ age: '31.5' }]).columns;
    expect(age).toMatchObject({ type: 'number', values: Float64Array.of(31.5) });
  });

  it('are not fooled by columns named like an object’s own keys', () => {
    const fields: Field[] = ['__proto__', 'constructor', 'toString'].map((name) => ({
      name,
      type: 'number',
      role: null,
    }));
    const cells = JSON.parse('{"__proto__":"1","constructor":"2"}');
    expect(texts(rowsToTable(fields, [cells]).columns, 0)).toEqual(['1', '2', null]);
  });

  it.each([
    ['price', 'cheap', 'finite number'],
    ['price', 'Infinity', 'finite number'],
    ['joined', '2024-02-30', 'date'],
    ['member', 'perhaps', 'true nor false'],
  ])('fail on %s = %s, naming column, row and remedy', (column, cell, said) => {
    try {
      rowsToTable(source, [row, { ...row, [column]: cell }]);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.detail).toMatchObject({ code: 'bad-cell', column, row: 2 });
      expect(error.detail.message.en).toContain(said);
      expect(error.detail.hint.en).toContain('leave it empty');
    }
  });
});

describe('CSV text of a table', () => {
  it('quotes what needs it and leaves missing cells empty', () => {
    expect(toCsv(rowsToTable(source, [row, {}]))).toBe(
      'age,price,member,joined,city,note\n31,1250.5,true,2024-03-01,Busan,"a, b"\n,,,,,\n',
    );
  });

  it('is for programs as it stands, and hands a spreadsheet its mark and no formula', () => {
    const fields: Field[] = [
      { name: 'v', type: 'number', role: null },
      { name: 't', type: 'text', role: null },
    ];
    const table = rowsToTable(fields, [{ v: '-3', t: '=1+1' }]);
    expect(toCsv(table)).toBe('v,t\n-3,=1+1\n');
    expect(toCsv(table, 'spreadsheet')).toBe("\ufeffv,t\n-3,'=1+1\n");
  });
});
