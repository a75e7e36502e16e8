import { describe, expect, it } from 'vitest';
import { CSV_CHOICE, type CsvChoice, readCsvCells } from './read-csv';

const read = async (csv: string, choice: Partial<CsvChoice> = {}) => {
  const { dialect, rows } = await readCsvCells(new TextEncoder().encode(csv), { ...CSV_CHOICE, ...choice });
  return { header: dialect.header, remarks: dialect.comments, rows };
};

describe('remarks above the header', () => {
  it.each([
    ['; made by a tool, version two\n; units: C; F\nx,y\n1,2\n', 2],
    ['; made by a tool\nx\ty\n1\t2\n', 1],
    ['; made by a tool\n\n; and more\n\nx,y\n1,2\n', 2],
    ['# made by a tool\n\nx,y\n1,2\n', 1],
    ['; one\n# two\n% three\n// four\nx,y\n1,2\n', 4],
    ['; tags; and more\nx,y\n1,2;3\n', 1],
    ['; generated\n; x,y\n1,2\n', 1],
    ['sep=,\n; made by a tool\nx,y\n1,2\n', 1],
  ])('are left out: %j', async (csv, remarks) => {
    const given = await read(csv);
    expect([given.header, given.remarks.length, given.rows.length]).toEqual([['x', 'y'], remarks, 1]);
  });

  it.each([
    [';a;b\nr1;1;2\nr2;3;4\n', ['', 'a', 'b']],
    [';x\n1;2\n3;4\n', ['', 'x']],
    ['#,x\n1,2\n3,4\n', ['#', 'x']],
  ])('are none where the sign is a part of the table: %j', async (csv, header) => {
    expect(await read(csv)).toMatchObject({ header, remarks: [] });
  });

  it('are none between semicolons that a person chose', async () => {
    expect((await read('; a,b\nx;y\n1;2\n', { delimiter: ';' })).remarks).toEqual([]);
  });

  it('are none where all lines begin so, or the line is like the rows', async () => {
    expect((await read(';a,x\n;b,y\n;c,z\n', { header: 'no', delimiter: ',' })).rows).toHaveLength(3);
    expect((await read(';a,1\nb,2\nc,3\n', { header: 'no' })).rows).toHaveLength(3);
    for (const first of [';,', ';a,', ';,b', ' ;,']) {
      expect((await read(`${first}\n,\n0,0\n`, { header: 'no', delimiter: ',' })).rows, first).toHaveLength(3);
    }
  });
});
