import { describe, expect, it } from 'vitest';
import { Failure } from '../../lib/failure';
import { cellText } from '../cells';
import { columnNamed } from '../columns';
import type { DataNote } from '../notes';
import type { Table } from '../table';
import { toCsv } from '../to-csv';
import type { CsvChoice } from './read-csv';
import { CSV_CHOICE, readCsv, readCsvCells } from './read-csv';

const utf8 = (csv: string): Uint8Array => new TextEncoder().encode(csv);
const read = (csv: string | Uint8Array, choice: Partial<CsvChoice> = {}) =>
  readCsv(typeof csv === 'string' ? utf8(csv) : csv, { ...CSV_CHOICE, ...choice });
const cells = (csv: string | Uint8Array, choice: Partial<CsvChoice> = {}) =>
  readCsvCells(typeof csv === 'string' ? utf8(csv) : csv, { ...CSV_CHOICE, ...choice });
const typesOf = (table: Table) => table.columns.map(({ type }) => type);
const valuesOf = (table: Table, name: string) => {
  const column = columnNamed(table, name);
  return Array.from({ length: table.rows }, (_, row) => cellText(column, row));
};
const noteOf = (notes: readonly DataNote[], code: string) => notes.find((note) => note.code === code);
const failureOf = async (csv: string | Uint8Array): Promise<string> => {
  try {
    await read(csv);
  } catch (error) {
    if (error instanceof Failure) return error.detail.code;
    throw error;
  }
  return 'no failure';
};

/** 구,값 / 종로,1 / 강남,2 in CP949. */
const CP949 = Uint8Array.from([
  0xb1, 0xb8, 0x2c, 0xb0, 0xaa, 0x0a, 0xc1, 0xbe, 0xb7, 0xce, 0x2c, 0x31, 0x0a, 0xb0, 0xad, 0xb3, 0xb2, 0x2c, 0x32,
  0x0a,
]);
const KOREAN = '구,값\n종로,1\n강남,2\n';
const KOREAN_CELLS = [
  ['종로', '1'],
  ['강남', '2'],
];
const utf16 = (text: string, little: boolean, marked: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return marked ? Uint8Array.from([...(little ? [0xff, 0xfe] : [0xfe, 0xff]), ...bytes]) : bytes;
};

describe('encodings', () => {
  it.each([
    ['UTF-8 with a mark, which is no part of the first name', utf8(`\ufeff${KOREAN}`), 'utf-8'],
    ['UTF-8 without one', utf8(KOREAN), 'utf-8'],
    ['CP949', CP949, 'euc-kr'],
    ['UTF-16 little endian with a mark', utf16(KOREAN, true, true), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16(KOREAN, false, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(KOREAN, true, false), 'utf-16le'],
  ])('%s', async (_name, bytes, encoding) => {
    const { rows, dialect, encoding: found } = await cells(bytes);
    expect(found.encoding).toBe(encoding);
    expect(dialect.header).toEqual(['구', '값']);
    expect(rows).toEqual(KOREAN_CELLS);
  });

  it('CP949 syllables outside EUC-KR proper are read', async () => {
    // 똠,n / 펲,1: both only in the extension.
    const bytes = Uint8Array.of(0x8c, 0x63, 0x2c, 0x6e, 0x0a, 0xbb, 0x88, 0x2c, 0x31, 0x0a);
    const { dialect } = await cells(bytes);
    expect(dialect.header).toEqual(['똠', 'n']);
  });

  it('says that CP949 was found', async () => {
    expect(noteOf((await read(CP949)).notes, 'encoding')?.message.en).toContain('CP949');
  });

  it('one bad byte in a long UTF-8 file does not turn it into CP949, and is told of', async () => {
    const good = utf8(`구,값\n${'종로,1\n'.repeat(50)}`);
    const { table, notes, encoding } = await read(Uint8Array.from([...good, 0xec, 0x2c, 0x32, 0x0a]));
    expect(encoding.encoding).toBe('utf-8');
    expect(valuesOf(table, '구')[0]).toBe('종로');
    expect(noteOf(notes, 'bad-characters')?.count).toBe(1);
  });

  it('the wrong encoding, asked for, is read with a warning', async () => {
    expect(noteOf((await read(CP949, { encoding: 'utf-8' })).notes, 'bad-characters')?.count).toBeGreaterThan(0);
  });
});

describe('dialects', () => {
  it.each([
    [',', 'a,b\n1,2\n3,4\n'],
    [';', 'a;b\n1;2\n3;4\n'],
    ['\t', 'a\tb\n1\t2\n3\t4\n'],
    ['|', 'a|b\n1|2\n3|4\n'],
    [',', '"a","b"\n"1","2"\n"3","4"'],
    [',', 'a,b\r\n1,2\r\n3,4'],
    [',', 'a,b\r1,2\r3,4\r'],
    [',', 'a,b\n1,2\r\n3,4\r'],
  ])('delimiter %j in %j', async (delimiter, csv) => {
    const { rows, dialect } = await cells(csv);
    expect(dialect.delimiter).toBe(delimiter);
    expect(dialect.header).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('semicolons with decimal commas', async () => {
    const { table, dialect } = await read('x;y;z\n18,0;1.234,5;7\n0,5;2.000;8\n');
    expect(dialect).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(valuesOf(table, 'x')).toEqual(['18', '0.5']);
    expect(valuesOf(table, 'y')).toEqual(['1234.5', '2000']);
    expect(typesOf(table)).toEqual(['number', 'number', 'integer']);
  });

  it('quoted delimiters, quotes and line breaks', async () => {
    const csv = 'id,text\n1,"line one\nline two"\n2,"he said ""hi"""\n3,"a,b,""c""\r\nd"\n4, spaced \n5,""""\n';
    expect((await cells(csv)).rows).toEqual([
      ['1', 'line one\nline two'],
      ['2', 'he said "hi"'],
      ['3', 'a,b,"c"\r\nd'],
      ['4', ' spaced '],
      ['5', '"'],
    ]);
  });

  it('counts physical lines, line breaks in quotes included', async () => {
    const { notes } = await read('a,b\n"x\ny\nz",1\n2\n');
    expect(noteOf(notes, 'short-rows')?.rows).toEqual([5]);
  });
});

describe('rows that do not fit', () => {
  it('long, short and blank rows are kept or passed over, each with its line', async () => {
    const { table, notes } = await read('a,b,c\n1,2,3\n1,2,3,EXTRA\n1,2\n\n4,5,6\n');
    expect(table.rows).toBe(4);
    expect(valuesOf(table, 'c')).toEqual(['3', '3', null, '6']);
    expect(noteOf(notes, 'long-rows')).toMatchObject({ count: 1, rows: [3], examples: ['EXTRA'] });
    expect(noteOf(notes, 'short-rows')).toMatchObject({ count: 1, rows: [4] });
    expect(noteOf(notes, 'blank-lines')).toMatchObject({ count: 1, rows: [5] });
  });

  it('a quote inside a quoted cell is a character, with the line told', async () => {
    const { table, notes } = await read('a,b\n"he said "hi" there",1\n"x",2\n');
    expect(valuesOf(table, 'a')).toEqual(['he said "hi" there', 'x']);
    expect(noteOf(notes, 'stray-quotes')).toMatchObject({ count: 1, rows: [2] });
  });

  it('a quote that is never closed swallows no rows', async () => {
    const { rows } = await cells('a,b\n"open,1\nx,2\n"fine, too",3\ny,4\n');
    expect(rows).toEqual([
      ['"open', '1'],
      ['x', '2'],
      ['fine, too', '3'],
      ['y', '4'],
    ]);
    expect((await cells('a,b\nx,1\n"open,2\ny,3')).rows).toEqual([
      ['x', '1'],
      ['"open', '2'],
      ['y', '3'],
    ]);
  });

  it('a quote in the middle of a bare cell is a character', async () => {
    expect((await cells('a,b\n5" pipe,1\n')).rows).toEqual([['5" pipe', '1']]);
  });

  it('rows of more cells than the header widen the table rather than lose data', async () => {
    const { table } = await read('a,b\n1,2,3\n4,5,6\n7,8,9\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b', 'column_3']);
  });
});

describe('headers', () => {
  it('twice used and empty names become distinct', async () => {
    const { table, notes, dialect } = await read('mpg,cyl,cyl,,cyl_2\n1,2,3,4,5\n');
    expect(dialect.header).toEqual(['mpg', 'cyl', 'cyl', '', 'cyl_2']);
    expect(table.columns.map(({ name }) => name)).toEqual(['mpg', 'cyl', 'cyl_3', 'column_4', 'cyl_2']);
    expect(noteOf(notes, 'columns-renamed')?.count).toBe(2);
  });

  it('names that are keys of every object are names like others', async () => {
    const { table } = await read('__proto__,constructor,toString,hasOwnProperty,length\n0,1,2,3,4\n5,6,7,8,9\n');
    expect(valuesOf(table, '__proto__')).toEqual(['0', '5']);
    expect(valuesOf(table, 'length')).toEqual(['4', '9']);
  });

  it('a first row of numbers is data', async () => {
    const { table, notes } = await read('8,307.0,130.0\n8,350.0,165.0\n4,97.0,88.0\n');
    expect(table.rows).toBe(3);
    expect(table.columns.map(({ name }) => name)).toEqual(['column_1', 'column_2', 'column_3']);
    expect(noteOf(notes, 'no-header')).toBeDefined();
    expect((await read('8,307.0\n8,350.0\n', { header: 'yes' })).table.rows).toBe(1);
  });

  it('a first row of words that recur below is data, one that does not is a header', async () => {
    expect((await read('red,small\nblue,small\nred,large\n')).dialect.header).toBeNull();
    expect((await read('colour,size\nblue,small\nred,large\n')).dialect.header).toEqual(['colour', 'size']);
  });

  it('a run of years over numbers is a header', async () => {
    expect((await read('city,2019,2020,2021\nSeoul,10,11,12\nBusan,5,6,7\n')).dialect.header).toHaveLength(4);
  });

  it('title rows above the header are left out and told of', async () => {
    const { table, notes, dialect } = await read('서울시 통계\n\n(단위: 명),,\n구,남,여\n종로,1,2\n강남,3,4\n중구,5\n');
    expect(dialect.titles).toEqual(['서울시 통계', '(단위: 명)']);
    expect(valuesOf(table, '남')).toEqual(['1', '3', '5']);
    expect(noteOf(notes, 'title-rows')?.count).toBe(2);
    expect(noteOf(notes, 'short-rows')?.rows).toEqual([7]);
  });

  it('a header alone gives its columns and no rows, with a warning', async () => {
    const { table, notes } = await read('a,b,c\n');
    expect(table).toMatchObject({ rows: 0 });
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(notes.map(({ code, severity }) => [code, severity])).toEqual([['header-only', 'warning']]);
  });

  it('one column of one row', async () => {
    const { table } = await read('x\n1\n');
    expect(valuesOf(table, 'x')).toEqual(['1']);
  });

  it('1,500 columns', async () => {
    const line = (cell: (k: number) => string) => Array.from({ length: 1_500 }, (_, k) => cell(k)).join(',');
    const { table } = await read(`${line((k) => `c${k}`)}\n${line((k) => String(k % 10))}\n${line(() => '1')}\n`);
    expect(table.columns).toHaveLength(1_500);
    expect(valuesOf(table, 'c1499')).toEqual(['9', '1']);
  });
});

describe('files that hold no table', () => {
  it.each([
    ['empty-file', ''],
    ['no-data', '\n\n\n'],
    ['no-data', '\r\n\r\n'],
    ['binary-file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ['binary-file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)],
    ['binary-file', Uint8Array.of(1, 0, 0, 7, 0, 0, 0, 9, 10)],
  ])('%s', async (code, bytes) => {
    expect(await failureOf(bytes)).toBe(code);
  });
});

const column = (name: string, values: readonly string[]) =>
  `n,${name}\n${values.map((v, i) => `${i},${v}\n`).join('')}`;

describe('types', () => {
  it('every missing word, in any case, is missing and the rest are numbers', async () => {
    const words = ['NA', 'N/A', '', '-', '?', 'null', 'NaN', '결측', '없음', '.', ' ', '#N/A', 'None', '미상', 'n/a'];
    const { table, notes } = await read(column('값', [...words, '1', '2', '3']));
    expect(typesOf(table)[1]).toBe('integer');
    expect(valuesOf(table, '값')).toEqual([...words.map(() => null), '1', '2', '3']);
    expect(notes.map(({ code, count }) => [code, count])).toEqual([
      ['missing-words', words.filter((word) => word.trim() !== '').length],
    ]);
  });

  it('thousands, currency, percent and parentheses are numbers, and told of', async () => {
    const csv = 'a,b,c,d\n"706,513","₩706,513",5.1%,"(706,513)"\n"3,605,649",$3.5,6%,12\n';
    const { table, notes } = await read(csv);
    expect(['a', 'b', 'c', 'd'].map((name) => valuesOf(table, name))).toEqual([
      ['706513', '3605649'],
      ['706513', '3.5'],
      ['5.1', '6'],
      ['-706513', '12'],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['thousands', 'currency', 'percent', 'parentheses']),
    );
  });

  it('leading zeros and digits beyond 2^53 stay text; exponents are numbers', async () => {
    const csv = 'zip,big,sci\n00012075,9007199254740993,9.278e-02\n00056635,9007199254740995,2e+06\n';
    const { table } = await read(csv);
    expect(typesOf(table)).toEqual(['text', 'text', 'number']);
    expect(valuesOf(table, 'zip')).toEqual(['00012075', '00056635']);
    expect(valuesOf(table, 'big')).toEqual(['9007199254740993', '9007199254740995']);
    expect(valuesOf(table, 'sci')).toEqual(['0.09278', '2000000']);
  });

  it('one bad value at the very end does not make text of ten thousand numbers', async () => {
    const values = Array.from({ length: 10_000 }, (_, i) => String(i / 4));
    const { table, notes } = await read(column('x', [...values, 'abc', '9007199254740993', '007']));
    expect(typesOf(table)[1]).toBe('number');
    expect(valuesOf(table, 'x').slice(-4)).toEqual(['2499.75', null, null, '7']);
    expect(noteOf(notes, 'invalid-number')).toMatchObject({ count: 1, rows: [10_002], examples: ['abc'] });
    expect(noteOf(notes, 'beyond-exact')?.rows).toEqual([10_003]);
    expect(noteOf(notes, 'leading-zeros')?.rows).toEqual([10_004]);
  });

  it('a column that turns out to be text at its end keeps every number as it was written', async () => {
    const cellsOf = ['1.50', '2', '-0', '1e5', '0.1234567890123456789', '3.000', 'x1', 'x2', 'x3'];
    const { table } = await read(column('x', cellsOf));
    expect(typesOf(table)[1]).toBe('text');
    expect(valuesOf(table, 'x')).toEqual(cellsOf);
  });

  it('Infinity is told of and missing; far values are told of and kept', async () => {
    const ages = Array.from({ length: 36 }, (_, i) => String(22 + i));
    const { table, notes } = await read(column('나이', [...ages, '-5', '999', '1e9', 'Infinity']));
    expect(typesOf(table)[1]).toBe('integer');
    expect(valuesOf(table, '나이').slice(-4)).toEqual(['-5', '999', '1000000000', null]);
    expect(noteOf(notes, 'infinite')).toMatchObject({ rows: [41], examples: ['Infinity'] });
    expect(noteOf(notes, 'unusual-values')?.examples).toEqual(['-5', '999', '1000000000']);
  });

  it('dates in eight ways of writing are dates; days that do not exist are missing', async () => {
    const days = [
      '2021-01-28',
      '2021/01/29',
      '2021.01.30',
      '31/01/2021',
      '2021년 02월 01일',
      '20210202',
      '"Feb 03, 2021"',
      '2021-02-04T00:00:00Z',
      '44231',
      '2021-02-06',
      '2021-02-07',
      '2021-02-30',
    ];
    const { table, notes } = await read(column('날짜', days));
    expect(valuesOf(table, '날짜')).toEqual([
      ...['28', '29', '30', '31'].map((day) => `2021-01-${day}`),
      ...['01', '02', '03', '04', '04', '06', '07'].map((day) => `2021-02-${day}`),
      null,
    ]);
    expect(noteOf(notes, 'mixed-dates')?.message.en).toContain('8 formats');
    expect(noteOf(notes, 'invalid-date')).toMatchObject({ count: 1, rows: [13] });
    expect(noteOf(notes, 'excel-serial')?.examples).toEqual(['44231']);
  });

  it('the whole column decides between day first and month first', async () => {
    expect(valuesOf((await read(column('d', ['01/02/2021', '31/01/2021']))).table, 'd')[0]).toBe('2021-02-01');
    expect(valuesOf((await read(column('d', ['01/02/2021', '01/31/2021']))).table, 'd')[0]).toBe('2021-01-02');
    expect(noteOf((await read(column('d', ['01/02/2021', '03/04/2021']))).notes, 'ambiguous-dates')?.count).toBe(2);
  });

  it('true and false are booleans; yes and no stay words', async () => {
    const { table } = await read('a,b\nTRUE,yes\nfalse,no\ntrue,yes\nTrue,no\n');
    expect(typesOf(table)).toEqual(['boolean', 'category']);
    expect(valuesOf(table, 'a')).toEqual(['true', 'false', 'true', 'true']);
  });

  it('words that recur are a category in order, words that do not are text as they stand', async () => {
    const { table } = await read('size,name\nS, Kim \nL,Lee\nS,Park\nL,Choi\n');
    expect(typesOf(table)).toEqual(['category', 'text']);
    expect(columnNamed(table, 'size')).toMatchObject({ dictionary: ['L', 'S'] });
    expect(valuesOf(table, 'name')[0]).toBe(' Kim ');
  });

  it('six spellings of two values are told of', async () => {
    const { table, notes } = await read(
      column('성별', ['남', '여', '남자', 'F', 'M', '여 ', '남', '여', '남자', 'F', 'M', '여 ']),
    );
    expect(noteOf(notes, 'spelling-variants')?.message.en).toContain('6 spellings of 2 values');
    expect(noteOf(notes, 'spaces-trimmed')?.count).toBe(2);
    expect(columnNamed(table, '성별')).toMatchObject({ dictionary: ['F', 'M', '남', '남자', '여'] });
  });

  it('a column without any value is numbers, all missing, with a warning', async () => {
    const { table, notes } = await read('a,b\n1,\n2,NA\n');
    expect(valuesOf(table, 'b')).toEqual([null, null]);
    expect(noteOf(notes, 'empty-column')).toMatchObject({ severity: 'warning', column: 'b' });
  });

  it('formulas and markup are text, and leave for a spreadsheet with an apostrophe', async () => {
    const { table } = await read('name,v\n=1+1,1\n+82-10-1234,2\n@SUM(A1),3\n<script>alert(1)</script>,-4\n');
    expect(valuesOf(table, 'name')[0]).toBe('=1+1');
    expect(toCsv(table, 'spreadsheet').split('\n').slice(1, 5)).toEqual([
      "'=1+1,1",
      "'+82-10-1234,2",
      "'@SUM(A1),3",
      '<script>alert(1)</script>,-4',
    ]);
  });
});

describe('notes', () => {
  it('speak both languages', async () => {
    const { notes } = await read('a,a\n1,x\n2,3,4\n\n"q" r",1\n');
    expect(notes.length).toBeGreaterThan(3);
    for (const { message } of notes) {
      expect(message.en).toMatch(/[a-z]/);
      expect(message.ko).toMatch(/[가-힣]/);
    }
  });
});
