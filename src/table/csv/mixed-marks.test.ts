import { describe, expect, it } from 'vitest';
import { cellText, rowsToTable } from '../cells';
import { columnNamed } from '../columns';
import { CSV_CHOICE, type CsvChoice, readCsv } from './read-csv';
import { choiceLike } from './reading';

const read = (csv: string, choice: Partial<CsvChoice> = {}) =>
  readCsv(new TextEncoder().encode(csv), { ...CSV_CHOICE, ...choice });
type Read = Awaited<ReturnType<typeof read>>;
const cellsOf = ({ table }: Read): (string | null)[] =>
  Array.from({ length: table.rows }, (_, row) => cellText(columnNamed(table, 'p'), row));
const typeOf = ({ table }: Read): string => columnNamed(table, 'p').type;
const noteOf = ({ notes }: Read) => notes.find(({ code }) => code === 'mixed-marks');
const column = (cells: readonly string[]): string => `n;p\n${cells.map((cell, i) => `x${i};${cell}\n`).join('')}`;

const GROUPED = ['1.234,5', '2,345.6', '3.456,7', '12,5', '4,567.8', '17.5', '9'];

describe('a column with both decimal marks', () => {
  it('is read cell by cell where groups of thousands show both, with the rows', async () => {
    const given = await read(column(GROUPED));
    expect(cellsOf(given)).toEqual(['1234.5', '2345.6', '3456.7', '12.5', '4567.8', '17.5', '9']);
    expect(noteOf(given)).toMatchObject({ severity: 'warning', column: 'p', count: 3 });
    expect(noteOf(given)?.message.en).toContain('Each was read by its own');
  });

  it('stays words where nothing but single marks tells, and says which rows and what to do', async () => {
    const given = await read(column(['1,5', '1.5', '2,25', '3.75', '4,5']));
    expect([typeOf(given), cellsOf(given)[1]]).toEqual(['text', '1.5']);
    expect(noteOf(given)).toMatchObject({ count: 2, rows: [3, 5], examples: ['1,5', '2,25', '4,5', '1.5', '3.75'] });
    expect(noteOf(given)?.hint?.en).toContain('Choose columns');
  });

  it('stays words where a cell can be read in two ways, which is said', async () => {
    const given = await read(column([...GROUPED, '1,234', '5.678']));
    expect(typeOf(given)).toBe('text');
    expect(noteOf(given)?.message.en).toContain('2 cells can be either');
    expect(noteOf(given)?.examples).toEqual(expect.arrayContaining(['1,234', '5.678']));
  });

  it('stays numbers where few have the other, and says which became missing', async () => {
    const given = await read(column([...Array.from({ length: 40 }, (_, i) => `${i}.5`), '7,25', '8,25']));
    expect([typeOf(given), cellsOf(given).slice(-2)]).toEqual(['number', [null, null]]);
    expect(noteOf(given)).toMatchObject({ count: 2, rows: [42, 43] });
    expect(noteOf(given)?.message.en).toContain('became missing');
  });

  it.each([
    [
      ['1,234', '1.5', '2.25'],
      ['1234', '1.5', '2.25'],
    ],
    [
      ['1.234', '1,5', '2,25'],
      ['1234', '1.5', '2.25'],
    ],
    [
      ['€1,50', '2,25 €', '3,75'],
      ['1.5', '2.25', '3.75'],
    ],
  ])('is none where one mark reads all of them: %j', async (cells, values) => {
    const given = await read(column(cells));
    expect([cellsOf(given), noteOf(given)]).toEqual([values, undefined]);
  });

  it('is none among points of another column', async () => {
    const csv = `n;p;q\n${[...Array(9).keys()].map((i) => `x${i};${i === 4 ? '2,5' : `${i + 1}.234`};0.${i}5\n`).join('')}`;
    const given = await read(csv);
    expect([cellsOf(given).slice(3, 6), noteOf(given)]).toEqual([['4234', '2.5', '6234'], undefined]);
  });

  it.each([
    [['1,5', 'a', 'b', '1.5', 'c', 'd']],
    [['10.0.0.1', '192.168.100.200', '1,5', '2.5', 'x']],
    [['1,2', '3,4', '5;6']],
  ])('is none among words: %j', async (cells) => {
    expect(noteOf(await read(column(cells.map((cell) => `"${cell}"`))))).toBeUndefined();
  });

  it('is read cell by cell in a later file too, where what can be either becomes missing', async () => {
    const { reading = { format: '' } } = (await read(column(GROUPED))).table.recipe;
    expect(reading.otherwise).toEqual([{ column: 'p', marks: 'each' }]);
    const later = await read(
      column(['1,5', '1.5', '2,345', ...Array.from({ length: 20 }, () => '2.345,5')]),
      choiceLike(reading, CSV_CHOICE),
    );
    expect(cellsOf(later).slice(0, 4)).toEqual(['1.5', '1.5', null, '2345.5']);
    expect(noteOf(later)?.message.en).toContain('1 cell can be either');
    expect(later.table.recipe.reading?.otherwise).toEqual(reading.otherwise);
    const typed = rowsToTable(later.table.recipe.source, [{ p: '1.234,5' }, { p: '1,234.5' }], undefined, reading);
    expect([0, 1].map((row) => cellText(columnNamed(typed, 'p'), row))).toEqual(['1234.5', '1234.5']);
  });
});
