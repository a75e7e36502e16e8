import { describe, expect, it } from 'vitest';
import { LONGEST } from '../../lib/cut-strings';
import { Failure } from '../../lib/failure';
import { CSV_CHOICE, readCsv } from './read-csv';
import { MOST_COLUMNS, sampleRows } from './sample-rows';

const read = (csv: string) => readCsv(new TextEncoder().encode(csv), CSV_CHOICE);
const codeOf = async (csv: string): Promise<string> => {
  const failure: unknown = await read(csv).catch((cause: unknown) => cause);
  return failure instanceof Failure ? failure.detail.code : 'read';
};

describe('a small file that would make a large table', () => {
  it('is refused where a row has more cells than a table may have columns', async () => {
    expect(await codeOf(`${'1,'.repeat(MOST_COLUMNS + 1)}1\n`)).toBe('too-many-columns');
    expect(await codeOf(`a;b\n${'1,'.repeat(MOST_COLUMNS + 1)};2\n3;4\n`)).toBe('read');
  });

  it('is refused where nearly all cells would be empty', async () => {
    const header = Array.from({ length: 2_000 }, (_, k) => `c${k}`).join(',');
    expect(await codeOf(`${header}\n${'1\n'.repeat(14_000)}`)).toBe('rows-too-ragged');
  });

  it('gets as many distinct names as it has equal headers', async () => {
    const row = (cell: string): string => Array.from({ length: 16_000 }, () => cell).join(',');
    const { table } = await read(`${row('a')}\n${row('1')}\n`);
    expect(new Set(table.columns.map(({ name }) => name)).size).toBe(16_000);
  });
});

describe('a cell of millions of characters', () => {
  const long = '가나다라 '.repeat(400_000);

  it('is cut where it names a column, with a note', async () => {
    const { table, notes } = await read(`id,${long}\n1,2\n3,4\n`);
    expect(table.columns.map(({ name }) => name.length)).toEqual([2, LONGEST + 1]);
    expect(notes.find(({ code }) => code === 'names-cut')).toMatchObject({ count: 1, severity: 'warning' });
  });

  it('is looked at by its beginning alone when a file is sampled, and read whole', async () => {
    const csv = `id,txt\n1,x\n2,${long}\n3,x\n`;
    const bytes = new TextEncoder().encode(csv);
    const { rows } = sampleRows(bytes, { delimiter: 44, quote: 34, backslash: false, whole: true });
    expect(Math.max(...rows.flat().map((cell) => cell.length))).toBeLessThan(10_000);
    const { table } = await read(csv);
    const [, text] = table.columns;
    expect(text !== undefined && 'codes' in text ? text.dictionary.map((word) => word.length) : []).toContain(
      long.length,
    );
  });
});
