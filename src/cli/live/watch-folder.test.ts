import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createLake } from '../../lake/create-lake';
import type { DataLake } from '../../lake/lake';
import { createMemoryBlobs } from '../../lib/blob-store';
import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import { cellsOf } from '../../testing/table/make-table';
import { createFolderWatch } from './watch-folder';

const made: string[] = [];
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-inbox-'));
  made.push(folder);
});
afterAll(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

/** Puts a file there that was last changed in 1970. */
async function put(name: string, content: string): Promise<void> {
  await writeFile(join(folder, name), content);
  await utimes(join(folder, name), 1, 1);
}

function watching(
  lake: Pick<DataLake, 'append' | 'read' | 'find'> = createLake(createMemoryBlobs()),
  now?: () => number,
) {
  const said: string[] = [];
  const warnings: string[] = [];
  const { look, refused } = createFolderWatch([{ set: 'sales', folder }], {
    lake,
    ...(now === undefined ? {} : { now }),
    say: ({ en }) => said.push(en),
    warn: ({ en }) => warnings.push(en),
  });
  const xs = async () => cellsOf((await lake.read('sales')).table, 'x');
  return { lake, look, refused, said, warnings, xs };
}

describe('a watched folder', () => {
  it('appends each CSV file once, in the order of names, also in another process', async () => {
    const { lake, look, said, warnings, xs } = watching();
    await put('2-tuesday.csv', 'x,who\n3,a\n4,b\n');
    await put('1-monday.csv', 'x,who\n1,a\n2,b\n');
    await put('readme.md', 'nothing');
    expect(await look()).toBe(0);
    expect(await xs()).toEqual([1, 2, 3, 4]);
    await put('3-wednesday.csv', 'x,who\n5,c\n6,c\n');
    await look();
    await look();
    await watching(lake).look();
    expect(await xs()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(said).toHaveLength(3);
    expect(said[1]).toBe('2 rows of 2-tuesday.csv appended to “sales”, which has 4 now.');
    expect(warnings).toEqual([]);
  });

  it('appends a file that holds the rows of another, and one whose rows come back, each once', async () => {
    const { lake, look, warnings, xs } = watching();
    await put('day1.csv', 'x\n1\n1\n');
    await put('day2.csv', 'x\n1\n1\n');
    await look();
    expect(await xs()).toEqual([1, 1, 1, 1]);
    await watching(lake).look();
    expect(await xs()).toHaveLength(4);
    await put('day2.csv', 'x\n2\n');
    await watching(lake).look();
    await put('day2.csv', 'x\n1\n1\n');
    await watching(lake).look();
    await watching(lake).look();
    expect([await xs(), warnings]).toEqual([[1, 1, 1, 1, 2, 1, 1], []]);
  });

  it('tells files of one name in several folders apart', async () => {
    const lake = createLake(createMemoryBlobs());
    const folders = ['north', 'south'].map((name) => ({ set: 'sales', folder: join(folder, name) }));
    for (const each of folders) {
      await mkdir(each.folder);
      await put(join(basename(each.folder), 'a.csv'), 'x\n1\n');
    }
    const look = () => createFolderWatch(folders, { lake, say: () => {}, warn: () => {} }).look();
    await look();
    await look();
    expect((await lake.versions('sales')).map(({ from, rows }) => [from, rows])).toEqual([
      ['north/a.csv', 1],
      ['south/a.csv', 2],
    ]);
  });

  it('reads a later file as the first was read', async () => {
    const { look, warnings, xs } = watching();
    await put('1.csv', 'x;who\n17,5;a\n3,25;b\n');
    await look();
    await put('2.csv', 'x;who\n17,478;a\n12,345;b\n');
    await put('3.csv', 'x,who\n"1,452",a\n"2,345",b\n');
    await look();
    expect([await xs(), warnings]).toEqual([[17.5, 3.25, 17.478, 12.345, 1.452, 2.345], []]);
  });

  it('waits for a file that is still being written', async () => {
    const { look, xs } = watching();
    await writeFile(join(folder, 'a.csv'), 'x\n1\n');
    expect(await look()).toBe(1);
    await put('a.csv', 'x\n1\n2\n');
    expect(await look()).toBe(0);
    expect(await xs()).toEqual([1, 2]);
  });

  it('takes a file whose clock is ahead once it no longer changes', async () => {
    let now = Date.UTC(2025, 0, 1);
    const { look, xs } = watching(undefined, () => now);
    await writeFile(join(folder, 'a.csv'), 'x\n1\n');
    await utimes(join(folder, 'a.csv'), now / 1000 + 86_400, now / 1000 + 86_400);
    expect(await look()).toBe(1);
    now += 1_500;
    expect(await look()).toBe(0);
    expect(await xs()).toEqual([1]);
  });

  it('takes a file at a later look when another process held the lake, and tells of that once', async () => {
    const lake = createLake(createMemoryBlobs());
    let held = 2;
    const words = text('Another process is working on it.', '다른 프로세스가 작업하고 있어요.');
    const { look, warnings, xs } = watching({
      read: lake.read,
      find: lake.find,
      append: async (...rows) => {
        if (held-- > 0) throw new Failure({ code: 'folder-in-use', message: words, hint: words });
        return lake.append(...rows);
      },
    });
    await put('a.csv', 'x\n1\n');
    for (let i = 0; i < 3; i++) await look();
    expect(await xs()).toEqual([1]);
    expect(warnings).toHaveLength(1);
  });

  it('tells once of a file that does not fit, and takes it when it has been mended', async () => {
    const { look, refused, warnings, xs } = watching();
    await put('a.csv', 'x\n1\n2\n');
    await put('b.csv', 'y\n1\n2\n');
    await put('c.csv', '');
    await look();
    await look();
    expect(warnings).toEqual([expect.stringMatching(/^b\.csv: .*“y”.*/), expect.stringMatching(/^c\.csv: .*empty/)]);
    expect(refused()).toEqual([join(folder, 'b.csv'), join(folder, 'c.csv')]);
    await writeFile(join(folder, 'b.csv'), 'x\n30\n');
    await utimes(join(folder, 'b.csv'), 2, 2);
    await look();
    expect(await xs()).toEqual([1, 2, 30]);
    expect(refused()).toEqual([join(folder, 'c.csv')]);
  });

  it('tells once of a folder that is not there', async () => {
    const { look, warnings } = watching();
    await rm(folder, { recursive: true });
    await look();
    await look();
    expect(warnings).toEqual([expect.stringContaining(folder)]);
  });
});
