import { describe, expect, it } from 'vitest';
import { createFileStore } from '../files/file-store';
import { createMemoryBlobs } from '../lib/blob-store';
import { Failure } from '../lib/failure';
import { putFile } from './put-file';

const full = new Failure({
  code: 'storage-full',
  message: { en: 'Full.', ko: '가득 찼어요.' },
  hint: { en: 'Free something.', ko: '비워 주세요.' },
});

/** A store with room for `room` bytes, of which `taken` are taken. */
function fullStore(room: number, taken: number) {
  const blobs = createMemoryBlobs();
  let left = room - taken;
  const files = createFileStore({
    ...blobs,
    write: async (name, bytes) => {
      if (bytes.length > left) throw full;
      left -= bytes.length;
      await blobs.write(name, bytes);
    },
  });
  return { files, free: (bytes: number) => (left += bytes) };
}

const file = new File(['abc'], 'one.csv');

describe('keeping a file', () => {
  it('makes room where there is none, and says what went', async () => {
    const { files, free } = fullStore(20, 19);
    const kept = await putFile(files, file, async () => {
      free(15);
      return { files: 1, bytes: 15 };
    });
    expect(kept).toMatchObject({ file: { name: 'one.csv', bytes: 3 }, freed: { files: 1, bytes: 15 } });
    expect(await files.has(kept.file.hash)).toBe(true);
  });

  it('fails with the remedy where nothing may go', async () => {
    const { files } = fullStore(20, 19);
    const failing = putFile(files, file, async () => ({ files: 0, bytes: 0 }));
    await expect(failing).rejects.toMatchObject({ detail: { code: 'storage-full' } });
    expect(await files.list()).toEqual([]);
  });
});
