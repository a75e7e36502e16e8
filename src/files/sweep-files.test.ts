import { describe, expect, it } from 'vitest';
import { createMemoryBlobs } from '../lib/blob-store';
import { createFileStore } from './file-store';
import { sweepFiles, unusedFiles } from './sweep-files';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = 100 * DAY;
const hash = (digit: string): string => digit.repeat(64);
const file = (digit: string, writtenAt: number | null, bytes = 10) => ({
  hash: hash(digit),
  name: null,
  bytes,
  writtenAt,
});

describe('files that no document names', () => {
  it('may go once they are ten seconds old: a younger one may be on its way into a document', () => {
    const files = [file('a', NOW - DAY), file('b', NOW - 9_000), file('c', NOW - 11_000), file('d', NOW - DAY)];
    expect(unusedFiles(files, new Set([hash('d')]), { now: NOW })).toEqual([files[0], files[2]]);
  });

  it('go unasked only after the days that were said, and never where their age is not known', () => {
    const files = [file('a', NOW - 31 * DAY), file('b', NOW - 29 * DAY), file('c', null)];
    expect(unusedFiles(files, new Set(), { now: NOW, olderThanDays: 30 })).toEqual([files[0]]);
    expect(unusedFiles(files, new Set(), { now: NOW })).toEqual(files);
  });

  it('are removed, and those that are named meanwhile stay', async () => {
    const store = createFileStore(createMemoryBlobs(() => 0));
    for (const [digit, length] of [
      ['a', 3],
      ['b', 4],
      ['c', 5],
    ] as const) {
      await store.write(hash(digit), new Uint8Array(length), `${digit}.csv`);
    }
    let listed = false;
    const watched = {
      ...store,
      list: async () => {
        listed = true;
        return store.list();
      },
    };
    const freed = await sweepFiles(watched, {
      // Asked for only once the files are known: what came into a document meanwhile counts.
      named: async () => new Set(listed ? [hash('b')] : []),
      now: NOW,
    });
    expect(freed).toEqual({ files: 2, bytes: 8 });
    expect((await store.list()).map(({ name }) => name)).toEqual(['b.csv']);
  });
});
