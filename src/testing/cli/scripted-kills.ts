import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { createFolderBlobs } from '../../cli/folder-blobs';
import { createRandom } from '../../lib/random';
import { createRegistry } from '../../registry/create-registry';
import type { ModelVersion } from '../../registry/registry';
import { loopDocument } from './loop-document';

const PROGRAM = fileURLToPath(new URL('../../../scripts/millrace.mjs', import.meta.url));

/** Starts the real command line; kills it `delay` ms after it has printed so many events. */
async function millrace(folder: string, registry: string, kill?: { readonly events: number; readonly delay: number }) {
  const child = spawn(
    process.execPath,
    [PROGRAM, 'live', join(folder, 'loop.json'), '--registry', join(folder, registry), '--backend', 'cpu', '--events'],
    { env: { ...process.env, LANG: 'C', LC_ALL: 'C' } },
  );
  let out = '';
  let err = '';
  let killing: Promise<unknown> | undefined;
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (kill === undefined || killing !== undefined || out.split('\n').length <= kill.events) return;
    killing = wait(kill.delay).then(() => child.kill('SIGKILL'));
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (ended, by) => resolve({ code: ended, signal: by })),
  );
  return { code, killed: signal === 'SIGKILL', err };
}

async function eventsOf(folder: string, registry: string): Promise<string> {
  const loops = join(folder, registry, 'loops');
  const names = await readdir(loops);
  expect(names).toHaveLength(1);
  return readFile(join(loops, names[0] ?? '', 'events.ndjson'), 'utf8');
}

/** What the registry holds, but for the hour and how long training took. */
async function modelsOf(folder: string, registry: string): Promise<readonly Omit<ModelVersion, 'keptAt' | 'bytes'>[]> {
  const versions = await createRegistry(createFolderBlobs(join(folder, registry)), { now: () => '' }).list();
  return versions.map(({ keptAt: _hour, bytes: _bytes, ...version }) => version).sort((a, b) => a.number - b.number);
}

/**
 * Plays a loop whole, and once more killed again and again, until it is through or has been killed `most` times: it
 * makes the same events to the byte, and promotes nothing twice.
 */
export async function expectToGoOn(seed: number, most = Number.POSITIVE_INFINITY): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-killed-'));
  try {
    await writeFile(join(folder, 'loop.json'), JSON.stringify(loopDocument()));
    const whole = await millrace(folder, 'whole');
    expect(whole, whole.err).toMatchObject({ killed: false });
    const random = createRandom(seed);
    let kills = 0;
    let last = await millrace(folder, 'killed', { events: 1, delay: 0 });
    for (; last.killed; kills++) {
      const events = 1 + Math.floor(random.next() * 24);
      last = await millrace(folder, 'killed', kills < most - 1 ? { events, delay: random.next() * 12 } : undefined);
    }
    expect(kills).toBeGreaterThanOrEqual(3);
    expect(last.code, last.err).toBe(whole.code);
    const events = await eventsOf(folder, 'whole');
    expect(events).toMatch(/"type":"promote"/);
    expect(await eventsOf(folder, 'killed')).toBe(events);
    expect(await modelsOf(folder, 'killed')).toEqual(await modelsOf(folder, 'whole'));
    const promotions = events.split('\n').filter((line) => line.includes('"type":"promote"')).length;
    const moves = (await modelsOf(folder, 'killed'))
      .flatMap((version) => version.moves)
      .filter((move) => move.stage === 'champion');
    // The first champion is no promotion on the timeline.
    expect(moves).toHaveLength(promotions + 1);
  } finally {
    await rm(folder, { recursive: true });
  }
}
