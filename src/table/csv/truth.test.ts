import { describe, expect, it } from 'vitest';
import { Failure } from '../../lib/failure';
import { cellText, rowsToTable } from '../cells';
import { columnNamed } from '../columns';
import type { DataNote } from '../notes';
import { CSV_CHOICE, type CsvChoice, readCsv } from './read-csv';
import { choiceLike } from './reading';

const utf8 = (csv: string): Uint8Array => new TextEncoder().encode(csv);
const read = (csv: string | Uint8Array, choice: Partial<CsvChoice> = {}) =>
  readCsv(typeof csv === 'string' ? utf8(csv) : csv, { ...CSV_CHOICE, ...choice });
type Read = Awaited<ReturnType<typeof read>>;
const typesOf = ({ table }: Read): string[] => table.columns.map(({ name, type }) => `${name} ${type}`);
const cellsOf = ({ table }: Read, name: string): (string | null)[] => {
  const column = columnNamed(table, name);
  return Array.from({ length: table.rows }, (_, row) => cellText(column, row));
};
const noteOf = ({ notes }: Read, code: string): DataNote | undefined => notes.find((note) => note.code === code);
const rows = (row: (i: number) => string, count = 30): string =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n');
const failureOf = (csv: string): Promise<string> =>
  read(csv).then(
    () => 'none',
    (cause: unknown) => (cause instanceof Failure ? cause.detail.code : String(cause)),
  );

describe('words that may stand for nothing', () => {
  it.each(['없음', 'None', 'none', 'nil', '-', '--', '.'])('“%s” is an answer in a column of words', async (word) => {
    const given = await read(`id,own\n${rows((i) => `${i},${i % 2 ? word : 'yes'}`)}`);
    expect(cellsOf(given, 'own').filter((cell) => cell === word)).toHaveLength(15);
    expect(noteOf(given, 'answers-kept')).toMatchObject({
      column: 'own',
      count: 15,
      mend: { params: { nothing: 'missing' } },
    });
  });

  it.each(['없음', 'None', '-', '.'])('“%s” is missing among numbers and among dates, with its count', async (word) => {
    const given = await read(`n,d\n${rows((i) => (i % 3 ? `${i},2024-01-0${(i % 9) + 1}` : `${word},${word}`))}`);
    expect(typesOf(given)).toEqual(['n integer', 'd date']);
    expect(
      given.notes.filter(({ code }) => code === 'missing-words').map(({ column, count }) => [column, count]),
    ).toEqual([
      ['n', 10],
      ['d', 10],
    ]);
  });

  it('a question mark is missing among words too, and listed', async () => {
    const given = await read(`id,own\n${rows((i) => `${i},${i % 2 ? '?' : 'yes'}`)}`);
    expect(cellsOf(given, 'own').filter((cell) => cell === null)).toHaveLength(15);
    expect(noteOf(given, 'missing-words')).toMatchObject({ column: 'own', count: 15, examples: ['?'] });
  });

  it('are missing everywhere where one says so', async () => {
    const given = await read('id,own\n1,없음\n2,있음\n3,있음\n', { nothing: 'missing' });
    expect(cellsOf(given, 'own')).toEqual([null, '있음', '있음']);
  });
});

describe('the delimiter', () => {
  it.each([
    ['\t', 'tabs around decimal commas', `X\tY\tZ\n${rows((i) => `${i},41\t8${i},28\t6,${i}`)}`],
    ['\t', 'tabs around decimal commas without a header', rows((i) => `${i},41\t8${i},28\t6,${i}`)],
    [';', 'two columns of decimal commas', `b;l\n${rows((i) => `${i},6;2,${i}`)}`],
    [',', 'markup in quotes', `Id,Html\n${rows((i) => `${i},"<p style=""a:1;b:2;"">\n<i>x;y</i>\n</p>"`)}`],
    [';', 'coordinates', `name;place\n${rows((i) => `A${i};37.5${i},127.0${i}`)}`],
    [';', 'addresses', `id;address;n\n${rows((i) => `${i};Seoul, Jongno-gu, ${i};${i}`)}`],
    ['\t', 'tags', `id\ttags\n${rows((i) => `${i}\ta,b,c`)}`],
    [';', 'JSON without quotes', `id;j\n${rows((i) => `${i};{"a":1,"b":${i},"c":2}`)}`],
    ['\t', 'thousands', `id\tpop\n${rows((i) => `${i}\t${i + 1},234,567`)}`],
    [',', 'lists within cells', `id,tags\n${rows((i) => `${i},x;y;z`)}`],
  ])('%j with %s', async (delimiter, _what, csv) => {
    const { dialect } = await read(csv);
    expect([dialect.delimiter, dialect.titles]).toEqual([delimiter, []]);
  });

  it('that is as good as another is said, with the other offered', async () => {
    const given = await read(`name;lat,lon\n${rows((i) => `A${i};37.5${i},127.0${i}`)}`);
    expect(noteOf(given, 'ambiguous-delimiter')?.mend).toMatchObject({ params: { delimiter: 'comma' } });
  });

  it('may be named by the first line', async () => {
    expect(typesOf(await read('sep=;\na;b\n1,5;x\n2,5;y\n'))).toEqual(['a number', 'b text']);
  });
});

describe('numbers', () => {
  it('one leading zero among ages leaves them numbers, with a note', async () => {
    const given = await read(`id,age\n${rows((i) => `x${i},${i === 7 ? '05' : 10 + (i % 80)}`, 400)}`);
    expect(typesOf(given)[1]).toBe('age integer');
    expect(noteOf(given, 'leading-zeros')?.count).toBe(1);
  });

  it('zip codes and months keep their leading zeros', async () => {
    const given = await read(
      `zip,month\n${rows((i) => `${i % 9 ? 10000 + i : '03187'},${String((i % 12) + 1).padStart(2, '0')}`)}`,
    );
    expect(typesOf(given)).toEqual(
      ['zip category', 'month category'].map((type) => expect.stringContaining(type.split(' ')[0] ?? '')),
    );
    expect(cellsOf(given, 'month')[0]).toBe('01');
    expect(cellsOf(given, 'zip')[0]).toBe('03187');
  });

  it('each column has a decimal mark of its own', async () => {
    const given = await read(`price;rate\n${rows((i) => `${i},5;0.${10 + i}`)}`);
    expect(typesOf(given)).toEqual(['price number', 'rate number']);
    expect([cellsOf(given, 'price')[3], cellsOf(given, 'rate')[3]]).toEqual(['3.5', '0.13']);
  });

  it.each([
    ['Swiss apostrophes', (i: number) => `${1 + (i % 9)}'${100 + i}.50`, '1100.5'],
    ['no-break spaces', (i: number) => `${1 + (i % 9)}\u00a0${100 + i},50`, '1100.5'],
    ['narrow spaces', (i: number) => `${1 + (i % 9)}\u202f${100 + i},50`, '1100.5'],
    ['plain spaces', (i: number) => `${1 + (i % 9)} ${100 + i}`, '1100'],
    ['lakhs', (i: number) => `${1 + (i % 9)},23,${100 + i}`, '123100'],
  ])('thousands may be grouped by %s, which is told', async (_what, cell, first) => {
    const given = await read(`n;x\n${rows((i) => `${i};${cell(i)}`)}`);
    expect(cellsOf(given, 'x')[0]).toBe(first);
    expect(noteOf(given, 'thousands')?.count).toBe(30);
  });

  it('numbers of telephones and pairs stay words', async () => {
    const given = await read(`t;p\n${rows((i) => `010 ${1000 + i} ${2000 + i};${i} ${i + 1}`)}`);
    expect(given.table.columns.every((column) => 'codes' in column)).toBe(true);
  });

  it('a minus may stand behind, and digits may be wide', async () => {
    const given = await read('a,b\n5.00-,１２\n6.50,３．５\n');
    expect(given.table.columns.map((_, k) => cellsOf(given, 'ab'[k] ?? ''))).toEqual([
      ['-5', '6.5'],
      ['12', '3.5'],
    ]);
  });

  it('a comma before three digits is a decimal mark between semicolons, and said to be unsure', async () => {
    const given = await read(`a;b\n${rows((i) => `${i};${(i % 9) + 1},${123 + i}`)}`);
    expect(cellsOf(given, 'b')[0]).toBe('1.123');
    expect(noteOf(given, 'ambiguous-decimal')).toMatchObject({ column: 'b', mend: { params: { decimal: 'point' } } });
  });

  it('classes written 0.0 and 1.0 are whole numbers', async () => {
    expect(typesOf(await read(`x,y\n${rows((i) => `${i / 7},${i % 2}.0`)}`))[1]).toBe('y integer');
  });

  it('codes are said to be that where few of them show it', async () => {
    const given = await read(`zip\n${rows((i) => String(i === 7 ? 1_000 : 10_000 + i).padStart(5, '0'), 100)}`);
    expect(typesOf(given)).toEqual(['zip text']);
    expect([noteOf(given, 'ids-kept')?.count, noteOf(given, 'mostly-numbers')]).toEqual([1, undefined]);
  });

  it('a column with infinite cells stays one of numbers', async () => {
    const given = await read(`x\n${rows((i) => (i % 7 ? String(i / 3) : 'Infinity'), 100)}`);
    expect(typesOf(given)).toEqual(['x number']);
    expect(noteOf(given, 'infinite')?.count).toBe(15);
  });

  it('a slip among fractions is far from all others; a heavy tail is not', async () => {
    expect(
      noteOf(await read(`p\n${rows((i) => String(1049 + i / 30), 100)}\n5503.8`), 'unusual-values')?.examples,
    ).toEqual(['5503.8']);
    expect(
      noteOf(await read(`p\n${rows((i) => String(Math.floor(1.12 ** i)), 100)}`), 'unusual-values'),
    ).toBeUndefined();
  });
});

describe('times', () => {
  it.each([
    ['2024-01-02 03:04:05+00', '2024-01-02T03:04:05Z'],
    ['2024-01-02 03:04:05 UTC', '2024-01-02T03:04:05Z'],
    ['2024-01-02 03:04:05+0900', '2024-01-01T18:04:05Z'],
    ['1/13/2024 3:04 PM', '2024-01-13T15:04:00Z'],
    ['1/13/2024 12:04 AM', '2024-01-13T00:04:00Z'],
    ['2024-01-02 오후 3:04:05', '2024-01-02T15:04:05Z'],
    ['2024. 1. 2. 오전 12:04', '2024-01-02T00:04:00Z'],
    ['Jan 2, 2024 3:04 PM', '2024-01-02T15:04:00Z'],
  ])('%s', async (cell, moment) => {
    const given = await read(`t;v\n"${cell}";1\n"${cell}";2\n`);
    expect(cellsOf(given, 't')[0]).toBe(moment);
  });
});

describe('what is no table', () => {
  it.each([
    '<!DOCTYPE html>\n<html><body>Sign in, please</body></html>',
    '<html>a,b</html>',
    '<?xml version="1.0"?><a/>',
    '{"a": 1, "b": [1, 2]}',
    '[\n {"a":1},\n {"a":2}]',
    '{\\rtf1 a,b}',
    'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n',
  ])('is refused by what it is: %s', async (csv) => {
    expect(await failureOf(csv)).toBe('other-format');
  });

  it('one zero byte does not make UTF-16', async () => {
    expect(await failureOf('a,b\n1,2\n3,\0\n')).toBe('binary-file');
  });
});

describe('words for missing that are numbers', () => {
  it('are missing among numbers as they are written, and noted', async () => {
    const given = await read('a,b\n1,x\n-999,y\n3,x\n-999.5,y\n', { missing: ['-999', 'y'] });
    expect(typesOf(given)).toEqual(['a number', 'b category']);
    expect(cellsOf(given, 'a')).toEqual(['1', null, '3', '-999.5']);
    expect(cellsOf(given, 'b')).toEqual(['x', null, 'x', null]);
    expect(noteOf(given, 'missing-words')).toMatchObject({ column: 'a', count: 1, examples: ['-999'] });
  });
});

describe('encodings that are not UTF-8', () => {
  const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
  it.each([
    ['windows-1252', '6e 2c 63 0a 4a 6f 73 e9 2c 4d e1 6c 61 67 61 0a', 'José'],
    ['windows-1252', '6e 2c 63 0a 93 4a 6f 73 e9 94 20 80 39 2c 4d e1 6c 61 67 61 0a', '“José” €9'],
    ['shift_jis', '6e 2c 63 0a 83 5e 83 69 83 4a 2c 31 0a', 'タナカ'],
    ['gb18030', '6e 2c 63 0a b1 b1 be a9 2c 31 0a', '北京'],
    ['euc-kr', '6e 2c 63 0a bc ad bf ef 2c 31 0a', '서울'],
    ['windows-1251', '6e 2c 63 0a cc ee f1 ea e2 e0 2c 31 0a c3 ee f0 ee e4 20 ca e8 e5 e2 2c 32 0a', 'Москва'],
    ['koi8-r', '6e 2c 63 0a ed cf d3 cb d7 c1 2c 31 0a c7 cf d2 cf c4 20 eb c9 c5 d7 2c 32 0a', 'Москва'],
    ['windows-1253', '6e 2c 63 0a c1 e8 de ed e1 2c 31 0a c8 e5 f3 f3 e1 eb ef ed df ea e7 2c 32 0a', 'Αθήνα'],
  ])('%s', async (encoding, hex, word) => {
    const given = await read(bytes(hex));
    expect([given.encoding.encoding, cellsOf(given, 'n')[0]]).toEqual([encoding, word]);
  });
});

describe('quotes and remarks', () => {
  it('quotes behind a backslash stay in their cell', async () => {
    const given = await read(`id,q,n\n${rows((i) => `${i},"He said \\"hi\\", ok",${i}`)}`);
    expect(cellsOf(given, 'q')[0]).toBe('He said "hi", ok');
    expect(cellsOf(given, 'n')[2]).toBe('2');
    expect(noteOf(given, 'backslash-quotes')).toBeDefined();
  });

  it('a path that ends in a backslash is no such quote', async () => {
    const given = await read('p,n\n"C:\\dir\\",1\n"D:\\x\\",2\n');
    expect(cellsOf(given, 'p')).toEqual(['C:\\dir\\', 'D:\\x\\']);
  });

  it('remarks above the header are left out; a header may begin with their sign', async () => {
    const given = await read('# generated, by tool\n# second\nx,y\n0,0\n1,2\n');
    expect([typesOf(given), noteOf(given, 'remarks')?.count]).toEqual([['x integer', 'y integer'], 2]);
    expect(typesOf(await read('#id,x\n1,2\n3,4\n'))).toEqual(['id integer', 'x integer']);
    expect((await read('#a,1\n#b,2\n#a,3\n')).table.rows).toBe(3);
  });
});

describe('many words, and files that are mostly delimiters', () => {
  it('sixty cities that recur are categories', async () => {
    expect(typesOf(await read(`c,n\n${rows((i) => `city${i % 60},${i}`, 600)}`))[0]).toBe('c category');
  });

  it('codes of one letter are no spellings of each other', async () => {
    expect(noteOf(await read(`c,n\n${rows((i) => `${'not'[i % 3]},${i}`)}`), 'spelling-variants')).toBeUndefined();
  });

  it('equal headers cost by their number', async () => {
    const { table } = await read(`${'a,'.repeat(16_000)}\n${'1,'.repeat(16_000)}\n`);
    expect(new Set(table.columns.map(({ name }) => name)).size).toBe(16_001);
  }, 5_000);

  it('a short file whose table would fill the memory is refused', async () => {
    expect(await failureOf(`${','.repeat(20_000)}\n${'1\n'.repeat(10_000)}`)).toBe('rows-too-ragged');
  });
});

describe('a later file', () => {
  it('is read as the first was', async () => {
    const first = await read('p;d;w\n17,5;01/13/2024;없음\n3,25;02/14/2024;있음\n');
    const { reading } = first.table.recipe;
    expect(reading).toMatchObject({ format: 'csv', delimiter: ';', decimalMark: ',', dateOrder: 'mdy', trimmed: true });
    const later = await read('p\td\n17,478\t01/02/2024\n', {
      ...choiceLike(reading ?? { format: '' }, CSV_CHOICE),
      delimiter: 'auto',
    });
    expect([cellsOf(later, 'p')[0], cellsOf(later, 'd')[0]]).toEqual(['17.478', '2024-01-02']);
  });

  const day = (i: number): string => `${13 + (i % 9)}/1/2024`;
  const month = (i: number): string => `1/${13 + (i % 9)}/2024`;
  it.each([
    ['a point among commas', `p;r\n${rows((i) => `${i},5;0.${10 + i}`)}`, 'p;r\n2,5;1.125\n', '1.125', '1.125'],
    ['a comma among points', `p,r\n${rows((i) => `${i}.5,"0,${10 + i}"`)}`, 'p,r\n2.5,"1,125"\n', '1,125', '1.125'],
    [
      'months among days',
      `p,r\n${rows((i) => `${day(i)},${month(i)}`)}`,
      'p,r\n1/2/2024,1/2/2024\n',
      '1/2/2024',
      '2024-01-02',
    ],
    [
      'days among months',
      `p,r\n${rows((i) => `${month(i)},${day(i)}`)}`,
      'p,r\n1/2/2024,1/2/2024\n',
      '1/2/2024',
      '2024-02-01',
    ],
  ])('has %s where the first had', async (_what, first, later, written, cell) => {
    const { reading } = (await read(first)).table.recipe;
    const given = await read(later, choiceLike(reading ?? { format: '' }, CSV_CHOICE));
    expect(cellsOf(given, 'r')).toEqual([cell]);
    expect(given.table.recipe.reading).toEqual(reading);
    const typed = rowsToTable(given.table.recipe.source, [{ r: written }], undefined, reading);
    expect(cellText(columnNamed(typed, 'r'), 0)).toBe(cell);
  });

  it('that shows the other mark of a column all the same is believed', async () => {
    const { reading } = (await read(`p;r\n${rows((i) => `${i},5;0.${10 + i}`)}`)).table.recipe;
    const given = await read('p;r\n2,5;1,25\n3,5;2,5\n', choiceLike(reading ?? { format: '' }, CSV_CHOICE));
    expect(cellsOf(given, 'r')).toEqual(['1.25', '2.5']);
  });

  it('has the same names, however its letters are composed', async () => {
    const given = await read(`${'나이'.normalize('NFD')},성\n1,${'남'.normalize('NFD')}\n2,남\n`);
    expect(typesOf(given)[0]).toBe('나이 integer');
    expect(cellsOf(given, '성')).toEqual(['남', '남']);
  });
});
