import { describe, expect, it } from 'vitest';
import { createMemoryBlobs } from '../lib/blob-store';
import { createFileStore } from './file-store';

const hash = (digit: string): string => digit.repeat(64);
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);

function setUp() {
  let time = 1_000;
  const blobs = createMemoryBlobs(() => time++);
  return { blobs, files: createFileStore(blobs) };
}

describe('kept files', () => {
  it('are read back by their hash until they are removed, and nothing of them stays', async () => {
    const { blobs, files } = setUp();
    await files.write(hash('a'), bytes(3), 'one.csv');
    expect(await files.has(hash('a'))).toBe(true);
    expect(await files.read(hash('a'))).toEqual(bytes(3));
    await files.remove(hash('a'));
    await files.remove(hash('a'));
    expect(await files.has(hash('a'))).toBe(false);
    expect(await files.read(hash('a'))).toBeUndefined();
    expect(await blobs.list('')).toEqual([]);
  });

  it('are listed with their sizes, ages and the first name that each was given', async () => {
    const { files } = setUp();
    await files.write(hash('a'), bytes(3), 'one.csv');
    await files.write(hash('b'), bytes(5), '한글 이름.csv');
    await files.write(hash('a'), bytes(3), 'the same.csv');
    expect(await files.list()).toEqual([
      { hash: hash('a'), name: 'one.csv', bytes: 3, writtenAt: 1_000 },
      { hash: hash('b'), name: '한글 이름.csv', bytes: 5, writtenAt: 1_002 },
    ]);
  });

  it('are found where they lay before they had names, and what lies beside them is passed over', async () => {
    const { blobs, files } = setUp();
    await blobs.write(hash('c'), bytes(2));
    await blobs.write(`${hash('c')}.123.part`, bytes(1));
    await blobs.write('notes.txt', bytes(1));
    expect(await files.list()).toEqual([{ hash: hash('c'), name: null, bytes: 2, writtenAt: 1_000 }]);
  });

  it('are never written twice', async () => {
    const { blobs } = setUp();
    const written: string[] = [];
    const files = createFileStore({
      ...blobs,
      write: (name, content) => {
        written.push(name);
        return blobs.write(name, content);
      },
    });
    for (const name of ['one.csv', 'again.csv']) await files.write(hash('a'), bytes(3), name);
    expect(written).toEqual([hash('a'), `names/${hash('a')}`]);
  });

  it('cannot be asked for by what is no hash', async () => {
    const { blobs, files } = setUp();
    await blobs.write('names/x', bytes(1));
    expect(await files.read('names/x')).toBeUndefined();
    expect(await files.has('names/x')).toBe(false);
  });
});
