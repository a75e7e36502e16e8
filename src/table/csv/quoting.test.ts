import { describe, expect, it } from 'vitest';
import { cellText } from '../cells';
import { columnNamed } from '../columns';
import { CSV_CHOICE, type CsvChoice, readCsv, readCsvCells } from './read-csv';
import { choiceLike } from './reading';

const utf8 = (csv: string): Uint8Array => new TextEncoder().encode(csv);
const cells = async (csv: string, choice: Partial<CsvChoice> = {}) => {
  const { dialect, rows } = await readCsvCells(utf8(csv), { ...CSV_CHOICE, ...choice });
  return [dialect.header, ...rows];
};
const codes = async (csv: string) => (await readCsv(utf8(csv), CSV_CHOICE)).notes.map(({ code }) => code);
const readingOf = async (csv: string) => (await readCsv(utf8(csv), CSV_CHOICE)).table.recipe.reading ?? { format: '' };

describe('cells in apostrophes', () => {
  it.each([
    ['of which some hold a delimiter', "id,name,n\n1,'Kim, J.',3\n2,Lee,4\n3,'Ray; X',5\n", [2, 'Kim, J.']],
    ['in a whole column', "id;name\n1;'ash'\n2;'oak'\n3;''\n", [2, 'ash']],
    ['in all of the file', "'id'|'name'\n'1'|'a|b'\n'2'|'c'\n", [2, 'a|b']],
    ['that double those within', "id,name\n1,Ash\n2,'O''Brien'\n3,Oak\n", [3, "O'Brien"]],
    ['that stand there within, too', "id,name,n\n1,'O'Brien, Pat',3\n2,'a, b',4\n3,'c',5\n", [2, "O'Brien, Pat"]],
    [
      'with a backslash before those within',
      "id,name\n1,'O\\'Brien\\', he said'\n2,'a, b'\n",
      [2, "O'Brien', he said"],
    ],
    ['with a line break', "id,name\n1,'two\nlines, both'\n2,'a, b'\n", [2, 'two\nlines, both']],
  ])('%s', async (_what, csv, [line, cell]) => {
    const [header, ...rows] = await cells(csv);
    expect(rows.map((row) => row?.length)).toEqual(rows.map(() => header?.length));
    expect([rows[Number(line) - 2]?.[1], await codes(csv)]).toEqual([cell, expect.arrayContaining(['single-quotes'])]);
  });

  it.each([
    ["n,name\n1,O'Brien\n2,D'Arcy\n3,Rock 'n' Roll\n"],
    ["n,name\n1,'tis late\n2,'twas early\n3,the boys'\n"],
    ["n,name\n1,'tis late, they said\n2,dogs', x\n3,y, z\n"],
    ["n,name\n1,'so-called' art\n2,'odd'\n3,plain\n"],
    ['n,name\n1,"\'tis, and \'twas"\n2,"boys\', girls\'"\n'],
    ["n,height\n1,5'11\n2,6'2\n3,5' 10\n"],
    ["n,code\n1,'00123\n2,'00456\n3,'00789\n"],
  ])('apostrophes of words are none: %j', async (csv) => {
    expect(await cells(csv)).toEqual(await cells(csv, { quote: '"', backslash: false }));
    expect(await codes(csv)).not.toContain('single-quotes');
  });

  it('of a single row are offered, since it can be read both ways', async () => {
    const { notes, dialect } = await readCsv(utf8("1,'a, b',2\n"), CSV_CHOICE);
    expect([dialect.width, notes.find(({ code }) => code === 'ambiguous-quoting')?.mend]).toMatchObject([
      4,
      { params: { quote: 'single' } },
    ]);
  });

  it('are read where a person says so', async () => {
    expect(await cells("n,w\n1,'odd'\n2,plain\n", { quote: "'" })).toEqual([
      ['n', 'w'],
      ['1', 'odd'],
      ['2', 'plain'],
    ]);
  });
});

describe('backslashes', () => {
  it.each([
    ['before a delimiter', 'id,place\n1,Seoul\\, Korea\n2,Paris\n', 'Seoul, Korea'],
    ['before a delimiter in every row', 'id,place\n1,Seoul\\, Korea\n2,Paris\\, France\n', 'Seoul, Korea'],
    ['before tabs', 'id\tplace\n1\tSeoul\\\tKorea\n2\tParis\n', 'Seoul\tKorea'],
    ['before a line break', 'id,place\n1,Seoul\\\nKorea\n2,Paris\n3,Rome\n', 'Seoul\nKorea'],
    ['before a line break of two', 'id,place\r\n1,Seoul\\\r\nKorea\r\n2,Paris\r\n3,Rome\r\n', 'Seoul\r\nKorea'],
    ['before another', 'id,place\n1,a\\\\b\\, c\n2,Paris\n', 'a\\b, c'],
    ['before a quote', 'id,place\n1,"say \\"hi\\", now"\n2,"x"\n', 'say "hi", now'],
    ['before a quote alone', 'id,place\n1,"5\\" tall"\n2,"x"\n', '5" tall'],
  ])('%s take its meaning', async (_what, csv, cell) => {
    const [, first] = await cells(csv);
    expect(first).toEqual(['1', cell]);
    expect(await codes(csv)).toContain('backslash-quotes');
  });

  it.each([
    ['path,n\nC:\\dir\\,1\nD:\\x\\,2\n'],
    ['path,n\n"C:\\dir\\",1\n"D:\\x\\",2\n'],
    ['a,b\n\\d+\\.\\d,1\n\\w,2\n'],
  ])('are characters: %j', async (csv) => {
    expect(await cells(csv)).toEqual(await cells(csv, { backslash: false }));
    expect(await codes(csv)).not.toContain('backslash-quotes');
  });

  it('count the lines that they break, and go over the ends of chunks', async () => {
    const csv = `id,place,n\n${Array.from({ length: 150_000 }, (_, i) => `${i},a\\\nb\\, c,9\n`).join('')}x\n`;
    const { table, notes } = await readCsv(utf8(csv), CSV_CHOICE);
    expect(table.rows).toBe(150_001);
    expect(notes.find(({ code }) => code === 'short-rows')?.rows).toEqual([300_002]);
  });

  it('are offered where paths fit as well', async () => {
    const { notes } = await readCsv(utf8('C:\\dir\\,1,2\nD:\\x\\,2,3\n'), CSV_CHOICE);
    expect(notes.find(({ code }) => code === 'ambiguous-quoting')?.mend).toMatchObject({
      params: { backslash: 'escape' },
    });
  });
});

describe('a later file', () => {
  it('of one row stands in apostrophes as the first did', async () => {
    const reading = await readingOf("id,name,n\n1,'Kim, J.',3\n2,Lee,4\n");
    expect(reading).toMatchObject({ quote: "'" });
    expect(await cells("id,name,n\n7,'Ray, X.',8\n", choiceLike(reading, CSV_CHOICE))).toEqual([
      ['id', 'name', 'n'],
      ['7', 'Ray, X.', '8'],
    ]);
  });

  it('that is quoted otherwise is read as it is', async () => {
    const like = choiceLike(await readingOf("id,name,n\n1,'Kim, J.',3\n2,Lee,4\n"), CSV_CHOICE);
    expect((await cells('id,name,n\n7,"Ray, X.",8\n', like))[1]).toEqual(['7', 'Ray, X.', '8']);
    expect((await cells("id,name,n\n7,'tis,8\n", like))[1]).toEqual(['7', "'tis", '8']);
  });

  it('has backslashes as the first had', async () => {
    const reading = await readingOf('id,place\n1,Seoul\\, Korea\n2,Paris\n');
    expect(reading).toMatchObject({ backslash: true });
    expect((await cells('id,place\n3,a\\\\b\n', choiceLike(reading, CSV_CHOICE)))[1]).toEqual(['3', 'a\\b']);
  });
});

describe('quotes behind spaces', () => {
  it.each([
    [
      'that hold a delimiter',
      'id, name, n\n1, "Kim, J.", 3\n2, Lee, 4\n3, \t"Ray, ""X""" , 5\n',
      ['Kim, J.', 'Ray, "X"'],
    ],
    ['around thousands', 'id; name; n\n1; "a;b"; 3\n2; "1,234"; 4\n3; ""; 5\n', ['a;b', null]],
    ['with backslashes', 'id, name, n\n1, "a \\"b\\", c", 3\n2, "d, e", 4\n3, "f", 5\n', ['a "b", c', 'f']],
    ['in apostrophes', "id, name, n\n1, 'a, b', 3\n2, 'c, d', 4\n3, 'e', 5\n", ['a, b', 'e']],
  ])('hold a cell together: %s', async (_what, csv, [first, last]) => {
    const { table, notes } = await readCsv(utf8(csv), CSV_CHOICE);
    const names = columnNamed(table, 'name');
    expect([table.columns.length, cellText(names, 0), cellText(names, 2)]).toEqual([3, first, last]);
    expect(notes.map(({ code }) => code)).not.toContain('long-rows');
  });

  it.each([
    ['n,size\n1, 5" pipe\n2, "5" x 7"\n'],
    ['n,said\n1, "yes" or "no"\n2, "a" b\n3, plain\n'],
    ['n,said\n1, "alone\n2, "again\n3, plain\n'],
  ])('are characters where they do not end with the cell: %j', async (csv) => {
    const lines = csv.trim().split('\n');
    expect(await cells(csv)).toEqual(lines.map((line) => line.split(',')));
  });
});
