import { describe, expect, it } from 'vitest';
import { type BlobStore, createMemoryBlobs } from '../lib/blob-store';
import type { Table } from '../table/table';
import { cellsOf, makeTable } from '../testing/table/make-table';
import { createLake } from './create-lake';
import { readIndex, readPage } from './index-file';
import type { DataLake } from './lake';

const clock = (): Date => new Date(0);
const failsWith = (code: string) => ({ detail: expect.objectContaining({ code }) });

/** Rows `2 · k` and `2 · k + 1` of a long set. */
const rowsOf = (k: number): Table => makeTable({ x: [k, k + 0.5], who: [`w${k % 7}`, k % 3 === 0 ? null : 'a'] });

async function long(blobs: BlobStore, appends: number, name = 's'): Promise<DataLake> {
  const lake = createLake(blobs, clock);
  for (let k = 0; k < appends; k++) await lake.append(name, rowsOf(k), `${k}.csv`);
  return lake;
}

/** A store that counts what is asked of it, by folder. */
function counted() {
  const blobs = createMemoryBlobs();
  const read: string[] = [];
  const written: { readonly name: string; readonly bytes: number }[] = [];
  const store: BlobStore = {
    ...blobs,
    read: (name) => {
      read.push(name);
      return blobs.read(name);
    },
    write: (name, bytes) => {
      written.push({ name, bytes: bytes.length });
      return blobs.write(name, bytes);
    },
  };
  const forget = (): void => {
    read.length = 0;
    written.length = 0;
  };
  return { store, read, written, forget };
}

const chunks = (names: readonly string[]) => names.filter((name) => name.startsWith('chunks/')).length;

describe('a data set to which rows are appended again and again', () => {
  it('is read from a row on with the same cells as in the whole, out of the chunks that hold them alone', async () => {
    const { store, read, forget } = counted();
    const lake = await long(store, 150);
    const whole = (await lake.read('s')).table;
    const [x, who] = [cellsOf(whole, 'x'), cellsOf(whole, 'who')];
    for (const from of [0, 1, 2, 131, 257, 298, 299, 300, 400]) {
      forget();
      const { table, version } = await lake.read('s', '', { from });
      expect([version.rows, table.rows]).toEqual([300, Math.max(0, 300 - from)]);
      expect(cellsOf(table, 'x')).toEqual(x.slice(from));
      expect(cellsOf(table, 'who')).toEqual(who.slice(from));
      expect(chunks(read)).toBe(Math.max(0, 150 - Math.floor(from / 2)));
    }
    const [, middle] = await lake.versions('s', { from: 100 });
    const part = await lake.read('s', middle?.hash, { from: 101 });
    expect(cellsOf(part.table, 'x')).toEqual(x.slice(101, 104));
  });

  it('gives the versions of one set from a row on, asking for no other set and for no older version', async () => {
    const { store, read, forget } = counted();
    const lake = await long(store, 150);
    for (const other of ['a', 'b', 'c']) await lake.append(other, rowsOf(0), 'a.csv');
    forget();
    expect((await lake.versions('s', { from: 295 })).map(({ rows }) => rows)).toEqual([296, 298, 300]);
    expect(await lake.versions('s', { from: 300 })).toEqual([]);
    expect((await lake.find('s')).rows).toBe(300);
    expect(read).toHaveLength(3);
    expect(new Set(read).size).toBe(1);
    expect((await lake.versions('s')).map(({ rows }) => rows)).toEqual(
      Array.from({ length: 150 }, (_, k) => 2 * k + 2),
    );
    expect(await lake.versions('none')).toEqual([]);
  });

  it('takes an append by as little reading and writing when it is long as when it is short', async () => {
    const { store, read, written, forget } = counted();
    const lake = createLake(store, clock);
    const most = { bytes: [0, 0], names: [0, 0] };
    for (let k = 0; k < 1_200; k++) {
      forget();
      await lake.append('s', rowsOf(k), 'rows.csv');
      const half = k < 600 ? 0 : 1;
      most.bytes[half] = Math.max(
        most.bytes[half] ?? 0,
        written.reduce((sum, { bytes }) => sum + bytes, 0),
      );
      most.names[half] = Math.max(most.names[half] ?? 0, read.length);
    }
    expect(most.bytes[1]).toBeLessThan(1.1 * (most.bytes[0] ?? 0));
    // The index, and whether the rows are there already.
    expect(most.names).toEqual([2, 2]);
    forget();
    await createLake(store, clock).append('s', rowsOf(1_200), 'rows.csv');
    // In another process also the last block, of 1,024 rows at most, and a few pages that say where it lies.
    expect(chunks(read)).toBe(1 + (2_400 % 1_024) / 2);
    expect(read.length - chunks(read)).toBeLessThan(1 + 512 / 64 + 2);
  });

  it('writes the index of a few versions to the byte as it always did, so that its hashes stay what they are', async () => {
    const blobs = createMemoryBlobs();
    const lake = createLake(blobs, clock);
    for (let i = 0; i < 3; i++) {
      await lake.append('s', makeTable({ x: [i, i + 0.5], who: ['a', String(i)] }), `${i}.csv`);
    }
    const [index = ''] = await blobs.list('sets/');
    const keptAt = '1970-01-01T00:00:00.000Z';
    const hashes = [
      'ec5d868bbd51f9f1c13e1a5dc0796c28c4d32edfaca8d73dcf050125b6dc125b',
      'b58f8b193ff6d035dd93e45ffecea786d2908b5c1108e91813572ee6821d866e',
      '4a0577974e27adae2ea5095d3217d3990173d665719fab51c1bedf1999da53ab',
    ];
    const pieces = [
      '7f75723a38bbf97d1b6a682675e277c582d33c79fab6fe486ba1a5aad3f40999',
      '905fc3f09091315d52388426398a718306692f4324139040250efe85c6da3ee8',
      '451f0c832fa708032aa8df41378649ea707393b47b786d0389757c0e39c3f1a0',
    ];
    const fields = [
      { name: 'x', type: 'number', role: null },
      { name: 'who', type: 'category', role: null },
    ];
    const versions = hashes.map((hash, k) => ({
      hash,
      parent: hashes[k - 1] ?? null,
      rows: 2 * k + 2,
      added: 2,
      from: `${k}.csv`,
      keptAt,
      chunks: [{ hash: pieces[k], rows: 2 }],
      sealed: '',
      ...(k === 0 ? { fields } : {}),
    }));
    expect(new TextDecoder().decode(await blobs.read(index))).toBe(
      `${JSON.stringify({ format: 'millrace/lake-set', version: 1, name: 's', versions })}\n`,
    );
  });

  it('opens a folder whose index holds all versions of a long set, and goes on there to the same hashes', async () => {
    const blobs = createMemoryBlobs();
    const lake = await long(blobs, 200);
    const [index = ''] = await blobs.list('sets/');
    const newest = readIndex((await blobs.read(index)) ?? new Uint8Array());
    const versions = [];
    for (const page of newest?.pages ?? []) {
      versions.push(...(readPage((await blobs.read(`pages/${page}`)) ?? new Uint8Array()) ?? []));
    }
    expect(versions).toHaveLength(192);
    versions.push(...(newest?.versions ?? []));
    const whole = versions.map(({ fields, ...version }, k) => (k === 0 ? { ...version, fields } : version));
    const old = createMemoryBlobs();
    for (const name of await blobs.list('chunks/')) await old.write(name, (await blobs.read(name)) ?? new Uint8Array());
    const file = { format: 'millrace/lake-set', version: 1, name: 's', versions: whole };
    await old.write(index, new TextEncoder().encode(`${JSON.stringify(file)}\n`));

    const taken = createLake(old, clock);
    expect(await taken.list()).toEqual(await lake.list());
    expect(await taken.read('s')).toEqual(await lake.read('s'));
    await expect(taken.append('s', rowsOf(3), 'again.csv')).rejects.toMatchObject(failsWith('lake-repeated'));
    expect(await taken.append('s', rowsOf(200), 'next.csv')).toEqual(await lake.append('s', rowsOf(200), 'next.csv'));
    expect(await taken.list()).toEqual(await lake.list());
    expect((await taken.read('s')).table).toEqual((await lake.read('s')).table);
    const once = createLake(createMemoryBlobs(), clock);
    await once.append('s', (await taken.read('s')).table, 'all.csv');
    expect((await once.find('s')).hash).toBe((await taken.find('s')).hash);
  });

  it('comes to the same hash where two processes append to it by turns', async () => {
    const blobs = createMemoryBlobs();
    const lakes = [createLake(blobs, clock), createLake(blobs, clock)];
    for (let k = 0; k < 12; k++) await lakes[k % 2]?.append('s', rowsOf(k), `${k}.csv`);
    const alone = await long(createMemoryBlobs(), 12);
    expect(await lakes[0]?.find('s')).toEqual(await alone.find('s'));
  });

  it('refuses rows that it has, and finds versions by their hash, however long ago they came', async () => {
    const lake = await long(createMemoryBlobs(), 150);
    await expect(lake.append('s', rowsOf(2), 'copy.csv')).rejects.toMatchObject(failsWith('lake-repeated'));
    const [, second] = await lake.versions('s');
    expect(await lake.find('s', second?.hash.slice(0, 8))).toEqual(second);
    expect(cellsOf((await lake.read('s', second?.hash)).table, 'x')).toEqual([0, 0.5, 1, 1.5]);
  });

  it('leaves no bytes behind when it is removed, and takes none from a set with the same rows', async () => {
    const blobs = createMemoryBlobs();
    await long(blobs, 70, 'a');
    const lake = await long(blobs, 70, 'b');
    await lake.remove('a');
    expect((await lake.read('b')).table.rows).toBe(140);
    await lake.remove('b');
    expect(await blobs.list('')).toEqual([]);
  });

  it.each(['changed', 'vanished'])(
    'fails where a page of its older versions has %s, and is read on from newer rows',
    async (what) => {
      const blobs = createMemoryBlobs();
      await long(blobs, 5, 'other');
      await long(blobs, 70);
      const [page = ''] = await blobs.list('pages/');
      const bytes = (await blobs.read(page)) ?? new Uint8Array();
      if (what === 'vanished') await blobs.remove(page);
      else
        await blobs.write(
          page,
          bytes.map((byte, k) => (k === 60 ? byte ^ 1 : byte)),
        );
      const lake = createLake(blobs, clock);
      await expect(lake.read('s')).rejects.toMatchObject(failsWith('lake-damaged'));
      await expect(lake.versions('s')).rejects.toMatchObject(failsWith('lake-damaged'));
      expect(cellsOf((await lake.read('s', '', { from: 138 })).table, 'x')).toEqual([69, 69.5]);
      expect((await lake.list()).map(({ name }) => name)).toEqual(['other']);
      await lake.remove('other');
      await blobs.write(page, bytes);
      expect((await createLake(blobs, clock).read('s')).table.rows).toBe(140);
    },
  );
});
