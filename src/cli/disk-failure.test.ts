import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { RunReport } from '../engine/report';
import { Failure } from '../lib/failure';
import { onDisk } from './disk-failure';
import { createFolderBlobs } from './folder-blobs';
import { writeReport } from './write-report';

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
  ['ENOENT', 'disk-missing'],
  ['EISDIR', 'disk-folder'],
  ['EEXIST', 'disk-no-folder'],
  ['ENOTDIR', 'disk-no-folder'],
  ['EIO', 'disk-failed'],
])('what a disk refuses with %s is a failure, and no bug', async (errno, code) => {
  expect(await codeOf(refusing(errno))).toBe(code);
});

it.runIf(process.platform === 'linux')('a disk without room is told by those who write', async () => {
  expect(await codeOf(() => writeFile('/dev/full', 'x'))).toBe('disk-full');
});

it.runIf(process.platform === 'linux')('a report that could not be written says so in the same words', async () => {
  const report: RunReport = {
    format: 'millrace/report',
    version: 1,
    runId: 'r',
    status: 'completed',
    backend: 'none',
    seed: 1,
    ms: 0,
    nodes: {},
    events: [],
  };
  expect(await writeReport('/dev/full', report)).toEqual([
    {
      en: 'The report could not be written: The disk has no room left.',
      ko: '보고서를 쓰지 못했어요: 디스크에 남은 공간이 없어요.',
    },
  ]);
  expect((await writeReport('/nowhere/at/all.json', report))[0]?.en).toMatch(
    /^The report could not be written: There is no such file or folder: \/nowhere\/at\/all\.json\.$/,
  );
});

it('other mistakes stay what they are', async () => {
  const bug = new TypeError('x is not a function');
  expect(await codeOf(() => Promise.reject(bug))).toBe(bug);
});

it('blobs of a folder that is none say so', async () => {
  const blobs = createFolderBlobs('/dev/null/blobs');
  await expect(blobs.write('a', new Uint8Array(1))).rejects.toMatchObject({ detail: { code: 'disk-no-folder' } });
});
