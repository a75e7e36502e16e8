import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import { onDisk } from './disk-failure';
import { createFolderBlobs } from './folder-blobs';

const codeOf = async (work: () => Promise<unknown>): Promise<unknown> =>
  onDisk(work).then(
    () => 'done',
    (cause: unknown) => (cause instanceof Failure ? cause.detail.code : cause),
  );
const refusing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code, path: '/x' }));

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'disk-forbidden'],
  ['EROFS', 'disk-forbidden'],
  ['EIO', 'disk-failed'],
])('what a disk refuses with %s is a failure, and no bug', async (errno, code) => {
  expect(await codeOf(refusing(errno))).toBe(code);
});

it.runIf(process.platform === 'linux')('a disk without room is told by those who write', async () => {
  expect(await codeOf(() => writeFile('/dev/full', 'x'))).toBe('disk-full');
});

it('other mistakes stay what they are', async () => {
  const bug = new TypeError('x is not a function');
  expect(await codeOf(() => Promise.reject(bug))).toBe(bug);
});

it('blobs of a folder that is none say so', async () => {
  const blobs = createFolderBlobs('/dev/null/blobs');
  await expect(blobs.write('a', new Uint8Array(1))).rejects.toMatchObject({ detail: { code: 'disk-failed' } });
});
