import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFolderBlobs } from './folder-blobs';
import { takeFolderLock } from './folder-lock';

let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-blobs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fresh = (): string => join(folder, `store${count++}`);
const bytes = (word: string): Uint8Array => new TextEncoder().encode(word);
const said = (blob: Uint8Array | undefined): string | undefined =>
  blob === undefined ? undefined : new TextDecoder().decode(blob);

describe('blobs in a folder', () => {
  it('read back what was written, also in another store of the same folder, until removed', async () => {
    const path = fresh();
    await createFolderBlobs(path).write('models/a.bin', bytes('one'));
    const again = createFolderBlobs(path);
    expect(said(await again.read('models/a.bin'))).toBe('one');
    await again.write('models/a.bin', bytes('two'));
    expect(said(await again.read('models/a.bin'))).toBe('two');
    await again.remove('models/a.bin');
    await again.remove('models/a.bin');
    expect(await again.read('models/a.bin')).toBeUndefined();
  });

  it('tell sizes and ages without being read, of blobs alone', async () => {
    const blobs = createFolderBlobs(fresh());
    const before = Date.now();
    await blobs.write('models/a.bin', bytes('four'));
    expect((await blobs.stat('models/a.bin'))?.bytes).toBe(4);
    expect((await blobs.stat('models/a.bin'))?.writtenAt).toBeGreaterThan(before - 5_000);
    expect(await blobs.stat('models')).toBeUndefined();
    expect(await blobs.stat('models/b.bin')).toBeUndefined();
  });

  it('list names by prefix in code-point order, and nothing that stands beside them', async () => {
    const path = fresh();
    const blobs = createFolderBlobs(path);
    expect(await blobs.list('')).toEqual([]);
    for (const name of ['sets/b', 'sets/a/x', 'sets/B', 'setsquare', 'chunks/1']) await blobs.write(name, bytes(name));
    await writeFile(join(path, 'notes of mine.txt'), 'x');
    expect(await blobs.list('sets/')).toEqual(['sets/B', 'sets/a/x', 'sets/b']);
    expect(await blobs.list('set')).toEqual(['sets/B', 'sets/a/x', 'sets/b', 'setsquare']);
    expect(await blobs.list('')).toHaveLength(5);
    expect(await blobs.list('models/')).toEqual([]);
  });

  it.each(['../out', 'a/../../out', '/etc/passwd', 'a//b', '', '.', 'a/.', 'spaced name', '한글', 'a\\b', '~parts/x'])(
    'refuse the name “%s”',
    async (name) => {
      const blobs = createFolderBlobs(fresh());
      await expect(blobs.write(name, bytes('x'))).rejects.toThrow('cannot name a blob');
      await expect(blobs.read(name)).rejects.toThrow('cannot name a blob');
      await expect(blobs.remove(name)).rejects.toThrow('cannot name a blob');
    },
  );

  it('leave nothing behind a write that fails, and sweep away what a killed process left a day ago', async () => {
    const path = fresh();
    await mkdir(join(path, '~parts'), { recursive: true });
    for (const name of ['old', 'young']) await writeFile(join(path, '~parts', name), 'half');
    await utimes(join(path, '~parts', 'old'), 0, 0);
    const blobs = createFolderBlobs(path);
    await blobs.write('a/b', bytes('whole'));
    await expect(blobs.write('a', bytes('a folder stands here'))).rejects.toThrow();
    expect(await readdir(join(path, '~parts'))).toEqual(['young']);
    expect(said(await blobs.read('a/b'))).toBe('whole');
  });

  it('stay whole while two processes write the same names', async () => {
    const path = fresh();
    const script = `
      import { createFolderBlobs } from ${JSON.stringify(new URL('./folder-blobs.ts', import.meta.url).href)};
      const blobs = createFolderBlobs(${JSON.stringify(path)});
      const word = process.argv[1];
      for (let i = 0; i < 40; i++) await blobs.write('shared/' + (i % 4), new Uint8Array(50_000).fill(word.charCodeAt(0)));
      for (let i = 0; i < 40; i++) await blobs.exclusively('count', async () => {
        const now = new TextDecoder().decode((await blobs.read('count')) ?? new Uint8Array());
        await blobs.write('count', new TextEncoder().encode(String(Number(now) + 1)));
      });`;
    const run = (word: string) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, word]);
    await Promise.all([run('a'), run('b')]);
    const blobs = createFolderBlobs(path);
    for (const name of await blobs.list('shared/')) {
      const blob = await blobs.read(name);
      expect(blob).toHaveLength(50_000);
      expect(new Set(blob).size, `${name} is of one process`).toBe(1);
    }
    expect(said(await blobs.read('count'))).toBe('80');
    expect(await readdir(join(path, '~parts'))).toEqual([]);
  });
});

describe('the lock of a folder', () => {
  it('is refused while another holds it, naming the process and the remedy, and given when that one is done', async () => {
    const path = fresh();
    await mkdir(path);
    const lock = await takeFolderLock(path, 'loop', 0);
    await expect(takeFolderLock(path, 'loop', 30)).rejects.toMatchObject({
      detail: { code: 'folder-in-use', message: { en: expect.stringContaining(String(process.pid)) } },
    });
    await lock.release();
    await (await takeFolderLock(path, 'loop', 0)).release();
    expect(await readdir(path)).toEqual([]);
  });

  it('of a process that is no more is taken over, even where this process has its number', async () => {
    const path = fresh();
    await mkdir(path);
    for (const pid of [2 ** 22 + 1, process.pid]) {
      await writeFile(join(path, '~loop.lock'), JSON.stringify({ pid, host: hostname(), id: 'of old' }));
      const lock = await takeFolderLock(path, 'loop', 0);
      expect(await readFile(join(path, '~loop.lock'), 'utf8')).not.toContain('of old');
      await lock.release();
    }
  });

  it('of another machine is respected', async () => {
    const path = fresh();
    await mkdir(path);
    await writeFile(join(path, '~loop.lock'), JSON.stringify({ pid: 1, host: 'elsewhere', id: 'x' }));
    await expect(takeFolderLock(path, 'loop', 0)).rejects.toMatchObject({ detail: { code: 'folder-in-use' } });
  });

  it('is touched while it is held', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const path = fresh();
    await mkdir(path);
    const lock = await takeFolderLock(path, 'loop', 0);
    const file = join(path, '~loop.lock');
    await utimes(file, 0, 0);
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(Date.now() - (await stat(file)).mtimeMs).toBeLessThan(60_000));
    lock.assertHeld();
    await lock.release();
  });

  it.each([
    ['on another machine', { pid: 1, host: 'elsewhere', id: 'x' }],
    ['that hangs', { pid: process.ppid, host: hostname(), id: 'x' }],
  ])('of a process %s is taken over when it was not touched for a minute', async (_, holder) => {
    const path = fresh();
    await mkdir(path);
    const file = join(path, '~loop.lock');
    await writeFile(file, JSON.stringify(holder));
    const ago = (ms: number): Promise<void> => utimes(file, new Date(), new Date(Date.now() - ms));
    await ago(50_000);
    await expect(takeFolderLock(path, 'loop', 0)).rejects.toMatchObject({ detail: { code: 'folder-in-use' } });
    await ago(61_000);
    await (await takeFolderLock(path, 'loop', 0)).release();
  });

  it('that was taken over is found out before the next write, and left to who has it', async () => {
    const path = fresh();
    const blobs = createFolderBlobs(path);
    await blobs.write('kept', bytes('before'));
    const file = join(path, '~index.lock');
    const theirs = JSON.stringify({ pid: 1, host: 'elsewhere', id: 'x' });
    await blobs.exclusively?.('index', async () => {
      await blobs.write('kept', bytes('mine'));
      await rm(file);
      await writeFile(file, theirs);
      const refused = { detail: { code: 'folder-taken' } };
      await expect(blobs.write('kept', bytes('too late'))).rejects.toMatchObject(refused);
      await expect(blobs.remove('kept')).rejects.toMatchObject(refused);
    });
    expect(said(await blobs.read('kept'))).toBe('mine');
    expect(await readFile(file, 'utf8')).toBe(theirs);
  });
});
