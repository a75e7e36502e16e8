import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRecording } from '../../store/recording/read-recording';
import { millrace } from '../fixtures/v1/command-line';
import { loopDocument } from './loop-document';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-printed-'));
  await writeFile(join(folder, 'loop.json'), JSON.stringify(loopDocument()));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['run', []],
  ['live', ['--ticks', '12']],
])('every event that `%s --events` prints can be replayed by the page', { timeout: 60_000 }, async (command, more) => {
  const { out, err } = await millrace(command, join(folder, 'loop.json'), '--events', ...more);
  const lines = out.join('\n').trim().split('\n');
  expect(lines.length, err.join('\n')).toBeGreaterThan(10);
  const read = readRecording(`${lines.join('\n')}\n`);
  expect(read.ok ? '' : read.refusal.message.en).toBe('');
  expect(read.ok && read.entries.map(({ line }) => line)).toEqual(lines.map((line) => JSON.parse(line)));
});
