import { describe, expect, it } from 'vitest';
import { cellText, rowsToTable } from '../table/cells';
import { columnNamed } from '../table/columns';
import { CSV_CHOICE, type CsvChoice, readCsv } from '../table/csv/read-csv';
import type { Recipe } from '../table/table';
import { alignRaw } from './align-raw';

const read = async (csv: string, choice: Partial<CsvChoice> = {}) =>
  (await readCsv(new TextEncoder().encode(csv), { ...CSV_CHOICE, ...choice })).table;
const align = (raw: Awaited<ReturnType<typeof read>>, recipe: Recipe) =>
  alignRaw(raw, recipe, new Set(recipe.source.map(({ name }) => name)));

describe('rows that come later than the training file', () => {
  it('have the words of the training file, whatever spaces stand around them and however letters are composed', async () => {
    const { recipe } = await read(`성별,n\n${'남,1\n여,2\n'.repeat(10)}`);
    const later = align(await read(`${'성별'.normalize('NFD')}, n\n ${'남'.normalize('NFD')},5\n`), recipe);
    expect(cellText(columnNamed(later, '성별'), 0)).toBe('남');
  });

  it('are refused where a column fits two readings and was not read as in training', async () => {
    const { recipe } = await read('p;n\n17,5;1\n3,25;2\n');
    const later = await read('p,n\n"17,478",1\n"12,345",2\n');
    expect(() => align(later, recipe)).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: 'raw-column-reading', column: 'p' }) }),
    );
    const faults: string[] = [];
    const aligned = alignRaw(later, recipe, new Set(['p', 'n']), ({ rule, column }) =>
      faults.push(`${rule} ${column}`),
    );
    expect(faults).toEqual(['raw-column-reading p']);
    expect(aligned.columns.map((column) => cellText(column, 0))).toEqual([null, '1']);
  });

  it('are read by the setting that the refusal asks for, where cells of the training file had marks of their own', async () => {
    const { recipe } = await read('p;n\n1.234,5;1\n1,234.5;2\n7,5;3\n');
    const later = 'p,n\n"1,234",1\n"7,125",2\n';
    const unsure = await read(later);
    expect(() => align(unsure, recipe)).toThrow(
      expect.objectContaining({
        detail: expect.objectContaining({
          code: 'raw-column-reading',
          hint: expect.objectContaining({ en: 'Choose the decimal mark where the file is read.' }),
        }),
      }),
    );
    const chosen = align(await read(later, { decimal: ',' }), recipe);
    expect([0, 1].map((row) => cellText(columnNamed(chosen, 'p'), row))).toEqual(['1.234', '7.125']);
  });

  it('given as text have decimal commas and missing words as the training file had', async () => {
    const { recipe } = await read(`p;own\n${'17,5;없음\n3,25;있음\n'.repeat(5)}`);
    const rows = [
      { p: '17,478', own: '없음' },
      { p: '17.478', own: '?' },
    ];
    const table = rowsToTable(recipe.source, rows, undefined, recipe.reading);
    expect(rows.map((_, row) => cellText(columnNamed(table, 'p'), row))).toEqual(['17.478', '17.478']);
    expect(rows.map((_, row) => cellText(columnNamed(table, 'own'), row))).toEqual(['없음', null]);
  });
});
