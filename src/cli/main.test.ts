import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loopDocument } from '../testing/cli/loop-document';

const PROGRAM = fileURLToPath(new URL('../../scripts/millrace.mjs', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-pipe-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts the real command line, and reads as `head -1` does: no more than the first that it says. */
async function firstLineOf(...argv: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, ...argv, '--backend', 'cpu'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.once('data', () => child.stdout.destroy());
  return new Promise((resolve) => child.on('exit', resolve));
}

it.each([
  ['run', ['--events', '--set', 'split.method=group', '--set', 'split.groupColumn=condition'], 1],
  ['live', ['--events', '--ticks', '12'], 0],
] as const)(
  '%s ends as it would where nobody reads on, and writes its report',
  async (command, more, code) => {
    const report = join(folder, `${command}.json`);
    await writeFile(join(folder, 'loop.json'), JSON.stringify(loopDocument()));
    expect(await firstLineOf(command, join(folder, 'loop.json'), '--report', report, ...more)).toBe(code);
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ status: code === 0 ? 'completed' : 'failed' });
  },
  60_000,
);
