import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlobStore, createMemoryBlobs } from '../lib/blob-store';
import { sha256Hex } from '../lib/hash';
import { takeRows } from '../table/rows';
import type { Column, Table } from '../table/table';
import { cellsOf, makeColumn, makeTable } from '../testing/table/make-table';
import { createLake } from './create-lake';

const clock = (): Date => new Date(0);
const lakeOf = (blobs: BlobStore = createMemoryBlobs()) => createLake(blobs, clock);
const failsWith = (code: string) => ({ detail: expect.objectContaining({ code }) });

const words = ['b', 'a', 'C', '한글', '', '10', '9'];
const cell = fc.record({
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: Number.NaN }),
  integer: fc.option(fc.integer(), { nil: Number.NaN }),
  boolean: fc.constantFrom(0, 1, Number.NaN),
  date: fc.option(fc.integer({ min: -1e12, max: 2e12 }), { nil: Number.NaN }),
  category: fc.integer({ min: -1, max: words.length - 1 }),
  text: fc.option(fc.string(), { nil: null }),
  pixel: fc.float({ noNaN: true }),
});
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;

function tableOf(cells: readonly Cell[]): Table {
  const numeric = (type: 'number' | 'integer' | 'boolean' | 'date'): Column => ({
    name: type,
    role: type === 'date' ? 'time' : null,
    type,
    values: Float64Array.from(cells, (row) => row[type]),
  });
  const texts = [...new Set(cells.flatMap((row) => row.text ?? []))];
  return {
    rows: cells.length,
    columns: [
      numeric('number'),
      numeric('integer'),
      numeric('boolean'),
      numeric('date'),
      { name: 'c', role: null, type: 'category', dictionary: words, codes: Int32Array.from(cells, (r) => r.category) },
      {
        name: 't',
        role: null,
        type: 'text',
        dictionary: texts,
        codes: Int32Array.from(cells, ({ text }) => (text === null ? -1 : texts.indexOf(text))),
      },
      {
        name: 'p',
        role: null,
        type: 'image',
        shape: [1, 2, 1],
        values: Float32Array.from(cells.flatMap(({ pixel }) => [pixel, -pixel])),
      },
    ],
    partition: null,
    sourceRows: null,
    recipe: { source: [], steps: [] },
  };
}

/** The cells of a table, told apart to the bit. */
const bitsOf = ({ columns }: Table): unknown =>
  columns.map((column) => {
    const { name, role, type } = column;
    if ('codes' in column) return { name, role, type, cells: Array.from(column.codes, (c) => column.dictionary[c]) };
    return { name, role, type, cells: Array.from(column.values, (value) => (Object.is(value, -0) ? '-0' : value)) };
  });

/** Rows that many times over, so that they reach over several blocks. */
function split(table: Table, cuts: readonly number[]): readonly Table[] {
  const ends = [...new Set([...cuts.map((cut) => cut % (table.rows + 1)), table.rows])].sort((a, b) => a - b);
  return ends.flatMap((end, k) => {
    const from = k === 0 ? 0 : (ends[k - 1] ?? 0);
    return end === from
      ? []
      : [
          takeRows(
            table,
            Uint32Array.from({ length: end - from }, (_, i) => from + i),
          ),
        ];
  });
}

describe('a data lake', () => {
  it('reads back what was appended to the bit and under the same hash, wherever the appends began and ended', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 160 }),
        fc.array(fc.nat(8_000), { maxLength: 5 }),
        async (cells, times, cuts) => {
          const many = Array.from({ length: times }, () => cells).flat();
          // Two appends may not be of equal rows: number them.
          const numbered = tableOf(many.map((row, i) => ({ ...row, integer: i % 7 === 3 ? Number.NaN : i })));
          const lake = lakeOf();
          await lake.append('whole', numbered, 'all.csv');
          for (const [i, part] of split(numbered, cuts).entries()) await lake.append('split', part, `${i}.csv`);
          const whole = await lake.read('whole');
          const joined = await lake.read('split');
          expect(bitsOf(whole.table)).toEqual(bitsOf(numbered));
          expect(joined.table).toEqual(whole.table);
          expect(joined.version.hash).toBe(whole.version.hash);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps every version: each reads as it was, by its hash or the beginning of it', async () => {
    const lake = lakeOf();
    const first = await lake.append('sales', makeTable({ x: [1, null, 3], who: ['a', null, 'b'] }), 'monday.csv');
    const second = await lake.append('sales', makeTable({ x: [4.5], who: ['c'] }), 'tuesday.csv');
    expect(second).toMatchObject({ parent: first.hash, rows: 4, added: 1, from: 'tuesday.csv' });
    expect(cellsOf((await lake.read('sales')).table, 'x')).toEqual([1, null, 3, 4.5]);
    expect(cellsOf((await lake.read('sales', first.hash)).table, 'who')).toEqual(['a', null, 'b']);
    expect((await lake.find('sales', first.hash.slice(0, 8))).hash).toBe(first.hash);
    expect((await lake.find('sales')).hash).toBe(second.hash);
    expect(await lake.list()).toEqual([{ name: 'sales', versions: [first, second] }]);
  });

  it('writes no more than the new rows and the index when rows are appended', async () => {
    const blobs = createMemoryBlobs();
    const written: [string, number][] = [];
    const lake = lakeOf({
      ...blobs,
      write: async (name, bytes) => {
        written.push([name, bytes.length]);
        await blobs.write(name, bytes);
      },
    });
    const cells = Array.from({ length: 20_000 }, (_, i) => i / 3);
    await lake.append('long', makeTable({ x: cells }), 'a.csv');
    written.length = 0;
    await lake.append('long', makeTable({ x: [1, 2] }), 'b.csv');
    expect(written.map(([name]) => name.split('/')[0])).toEqual(['chunks', 'sets']);
    expect(written.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(2_000);
  });

  it('refuses rows that it has, whatever the file is called', async () => {
    const lake = lakeOf();
    await lake.append('s', makeTable({ x: [1, 2] }), 'a.csv');
    await lake.append('s', makeTable({ x: [3, 4.5] }), 'b.csv');
    await expect(lake.append('s', makeTable({ x: [1, 2] }), 'copy.csv')).rejects.toMatchObject(
      failsWith('lake-repeated'),
    );
    expect((await lake.find('s')).rows).toBe(4);
  });

  it('keeps two appends made at once', async () => {
    const lake = lakeOf();
    await Promise.all([0, 1, 2, 3].map((i) => lake.append('s', makeTable({ x: [i] }), `${i}.csv`)));
    expect((await lake.find('s')).rows).toBe(4);
  });

  it.each<[string, Table, string]>([
    ['a column too many', makeTable({ x: [1], who: ['a'], y: [1] }), 'y'],
    ['a column too few', makeTable({ x: [1] }), 'who'],
    ['words for numbers', makeTable({ x: ['high'], who: ['a'] }), 'x'],
    ['fractions for words', makeTable({ x: [1], who: [7.5] }), 'who'],
    ['dates for numbers', makeTable([makeColumn('x', [1], null, 'date'), makeColumn('who', ['a'])]), 'x'],
  ])('refuses %s, naming the column', async (_, rows, column) => {
    const lake = lakeOf();
    await lake.append('s', makeTable({ x: [1, 2], who: ['a', 'b'] }), 'a.csv');
    await expect(lake.append('s', rows, 'b.csv')).rejects.toMatchObject({
      detail: { code: 'lake-columns', column },
    });
  });

  it('joins types that go together: whole numbers and others, text and categories, and columns without a value', async () => {
    const lake = lakeOf();
    const day = (x: Column, who: Column, note: Column) => makeTable([note, who, x]);
    const nothing = (name: string, type: 'text' | 'number') => makeColumn(name, [null, null], null, type);
    await lake.append(
      's',
      makeTable([makeColumn('x', [1, 2], null, 'integer'), makeColumn('who', ['b', 'a']), nothing('note', 'number')]),
      '1',
    );
    await lake.append(
      's',
      day(makeColumn('x', [0.5]), makeColumn('who', ['c'], null, 'text'), makeColumn('note', ['hi'])),
      '2',
    );
    await lake.append('s', day(nothing('x', 'text'), makeColumn('who', ['a', null]), nothing('note', 'text')), '3');
    const { table } = await lake.read('s');
    expect(table.columns.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'x: number',
      'who: category',
      'note: category',
    ]);
    expect(cellsOf(table, 'x')).toEqual([1, 2, 0.5, null, null]);
    expect(cellsOf(table, 'who')).toEqual(['b', 'a', 'c', 'a', null]);
    expect(cellsOf(table, 'note')).toEqual([null, null, 'hi', null, null]);
    expect(table.columns.map((c) => ('codes' in c ? c.dictionary : []))).toEqual([[], ['a', 'b', 'c'], ['hi']]);
    expect(table.recipe.source.map((field) => field.name)).toEqual(['x', 'who', 'note']);
  });

  it('reads whole numbers among words as words', async () => {
    const lake = lakeOf();
    await lake.append('s', makeTable({ who: ['a1', '7', null] }), '1');
    await lake.append('s', makeTable([makeColumn('who', [7, null, 12], null, 'integer')]), '2');
    await lake.append('s', makeTable({ who: ['7'] }), '3');
    expect(cellsOf((await lake.read('s')).table, 'who')).toEqual(['a1', '7', null, '7', null, '12', '7']);
  });

  it('tells apart sets whose names look alike, and removes one without taking rows from another', async () => {
    const lake = lakeOf();
    const rows = makeTable({ x: [1, 2] });
    for (const name of ['Sales', 'sales', '매출', 'sales!']) await lake.append(name, rows, 'a.csv');
    await lake.remove('sales');
    await lake.remove('sales');
    expect((await lake.list()).map((set) => set.name)).toEqual(['Sales', 'sales!', '매출']);
    expect(cellsOf((await lake.read('매출')).table, 'x')).toEqual([1, 2]);
    for (const name of ['Sales', 'sales!', '매출']) await lake.remove(name);
    expect(await lake.list()).toEqual([]);
  });

  it('leaves no bytes behind when the last set is removed', async () => {
    const blobs = createMemoryBlobs();
    const lake = lakeOf(blobs);
    await lake.append('a', makeTable({ x: [1, 2] }), 'a.csv');
    await lake.remove('a');
    expect(await blobs.list('')).toEqual([]);
  });

  it('says what there is where a set or a version is not', async () => {
    const lake = lakeOf();
    await expect(lake.read('sales')).rejects.toMatchObject({
      detail: { code: 'lake-gone', hint: { en: expect.stringContaining('empty') } },
    });
    await lake.append('sales', makeTable({ x: [1] }), 'a.csv');
    await expect(lake.read('sale')).rejects.toMatchObject({
      detail: { code: 'lake-gone', hint: { en: expect.stringContaining('“sales”') } },
    });
    await expect(lake.read('sales', 'ab'.repeat(32))).rejects.toMatchObject(failsWith('lake-version-gone'));
  });

  it('fails where bytes on the disk have changed or vanished, at any place', async () => {
    const rows = makeTable({ x: [1.5, 2, null], who: ['a', null, 'b'] });
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const blobs = createMemoryBlobs();
        await lakeOf(blobs).append('s', rows, 'a.csv');
        const [chunk = ''] = await blobs.list('chunks/');
        const bytes = (await blobs.read(chunk)) ?? new Uint8Array();
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        await blobs.write(chunk, bytes);
        await expect(lakeOf(blobs).read('s')).rejects.toMatchObject(failsWith('lake-damaged'));
        await blobs.remove(chunk);
        await expect(lakeOf(blobs).read('s')).rejects.toMatchObject(failsWith('lake-damaged'));
      }),
      { numRuns: 60 },
    );
  });

  it('fails on a chunk that names itself rightly and holds fewer cells than it says', async () => {
    const blobs = createMemoryBlobs();
    await lakeOf(blobs).append('s', makeTable({ x: [1.5, 2.5, 3.5] }), 'a.csv');
    const [chunk = ''] = await blobs.list('chunks/');
    const [index = ''] = await blobs.list('sets/');
    const bytes = (await blobs.read(chunk)) ?? new Uint8Array();
    for (const missing of [8, 5]) {
      const shorter = bytes.slice(0, -missing);
      const hash = sha256Hex(shorter);
      const known = new TextDecoder().decode(await blobs.read(index));
      const other = createMemoryBlobs();
      await other.write(`chunks/${hash}`, shorter);
      await other.write(index, new TextEncoder().encode(known.replaceAll(chunk.slice('chunks/'.length), hash)));
      await expect(lakeOf(other).read('s')).rejects.toMatchObject(failsWith('lake-damaged'));
    }
  });

  it('takes no rows from a set whose index is damaged, so that a backup of it can be put back', async () => {
    const blobs = createMemoryBlobs();
    const lake = lakeOf(blobs);
    for (const name of ['a', 'b']) await lake.append(name, makeTable({ x: [1, 2] }), 'a.csv');
    const [index = ''] = await blobs.list('sets/a');
    const backup = (await blobs.read(index)) ?? new Uint8Array();
    await blobs.write(index, new TextEncoder().encode('{"format":'));
    await lake.remove('b');
    await blobs.write(index, backup);
    expect(cellsOf((await lake.read('a')).table, 'x')).toEqual([1, 2]);
  });

  it('fails on an index that is none, keeps the other sets, and lets the damaged one be removed', async () => {
    const blobs = createMemoryBlobs();
    const lake = lakeOf(blobs);
    for (const name of ['a', 'b']) await lake.append(name, makeTable({ x: [1] }), 'a.csv');
    const [index = ''] = await blobs.list('sets/a');
    await blobs.write(index, new TextEncoder().encode('{"format":'));
    await expect(lake.read('a')).rejects.toMatchObject(failsWith('lake-damaged'));
    await expect(lake.append('a', makeTable({ x: [2] }), 'b.csv')).rejects.toMatchObject(failsWith('lake-damaged'));
    expect((await lake.list()).map((set) => set.name)).toEqual(['b']);
    await lake.remove('a');
    expect((await lake.append('a', makeTable({ x: [1] }), 'a.csv')).parent).toBeNull();
  });

  it('keeps its rows when writing the index fails, and takes the same rows again after', async () => {
    const blobs = createMemoryBlobs();
    let full = false;
    const lake = lakeOf({
      ...blobs,
      write: async (name, bytes) => {
        if (full && name.startsWith('sets/')) throw new Error('the disk is full');
        await blobs.write(name, bytes);
      },
    });
    await lake.append('s', makeTable({ x: [1] }), 'a.csv');
    full = true;
    await expect(lake.append('s', makeTable({ x: [2] }), 'b.csv')).rejects.toThrow('full');
    expect((await lake.find('s')).rows).toBe(1);
    full = false;
    expect((await lake.append('s', makeTable({ x: [2] }), 'b.csv')).rows).toBe(2);
  });

  it.each(['', '   ', 'x'.repeat(201)])('refuses the name “%s”', async (name) => {
    await expect(lakeOf().append(name, makeTable({ x: [1] }), 'a.csv')).rejects.toMatchObject(failsWith('lake-name'));
  });

  it('refuses a table without rows', async () => {
    await expect(lakeOf().append('s', makeTable({ x: [] }), 'a.csv')).rejects.toMatchObject(failsWith('lake-empty'));
  });
});
