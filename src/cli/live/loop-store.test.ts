import { createHash } from 'node:crypto';
import { appendFile, copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LoopCheckpoint } from '../../engine/live/checkpoint';
import type { TickRecord } from '../../engine/live/messages';
import { asWritten } from '../../lib/as-written';
import { text } from '../../lib/text';
import { said } from '../../testing/lib/said';
import { openLoopStore } from './loop-store';

let count = 0;
const root = mkdtemp(join(tmpdir(), 'millrace-loop-'));
afterAll(async () => rm(await root, { recursive: true }));
const fresh = async (): Promise<string> => join(await root, `loop${count++}`);

const record = (tick: number, level: 'ok' | 'alarm' = 'ok'): TickRecord => ({
  tick,
  time: tick * 1_000,
  events: [
    {
      index: tick - 1,
      tick,
      time: tick * 1_000,
      nodeId: 'deploy1',
      type: 'batch',
      reason: asWritten(text(`Tick ${tick}.`, `틱 ${tick}.`)),
      figures: { rows: tick },
    },
  ],
  statuses: { deploy1: { level, message: said('serving') } },
  reports: {},
});
const checkpoint = (tick: number): LoopCheckpoint => ({
  format: 'millrace/loop',
  version: 2,
  origin: 'o',
  pins: { params: {}, follows: {} },
  tick,
  time: tick * 1_000,
  events: tick,
  states: {},
  troubles: {},
  left: {},
  fedBack: {},
  streams: {},
  quiet: false,
  jobs: [],
});

/** A folder in which three ticks have been kept. */
async function kept(): Promise<string> {
  const folder = await fresh();
  const store = await openLoopStore(folder, false);
  for (const tick of [1, 2, 3]) await store.keep(record(tick, tick === 3 ? 'alarm' : 'ok'), checkpoint(tick));
  await store.close();
  return folder;
}

async function savedIn(folder: string, anew = false) {
  const store = await openLoopStore(folder, anew);
  await store.close();
  return store.saved;
}

describe("a loop's place on the disk", () => {
  it('begins empty, and goes on with every event and the last checkpoint', async () => {
    expect(await savedIn(await fresh())).toBeUndefined();
    const saved = await savedIn(await kept());
    expect(saved?.tick).toBe(3);
    expect(saved?.loop).toEqual(checkpoint(3));
    expect(saved?.alarms).toEqual(['deploy1']);
    expect(saved?.events.map(({ reason }) => reason)).toEqual(['Tick 1.', 'Tick 2.', 'Tick 3.']);
  });

  it('cuts off what was written after the checkpoint, whole lines and halves', async () => {
    const folder = await kept();
    const before = await readFile(join(folder, 'events.ndjson'), 'utf8');
    await appendFile(join(folder, 'events.ndjson'), '{"tick":4,"type":"batch"}\n{"tick":4,"ty');
    expect((await savedIn(folder))?.events).toHaveLength(3);
    expect(await readFile(join(folder, 'events.ndjson'), 'utf8')).toBe(before);
  });

  it('begins anew where a process was killed before its first checkpoint, and when asked to', async () => {
    const folder = await fresh();
    await (await openLoopStore(folder, false)).close();
    await appendFile(join(folder, 'events.ndjson'), '{"tick":1}\n');
    expect(await savedIn(folder)).toBeUndefined();
    expect(await readFile(join(folder, 'events.ndjson'), 'utf8')).toBe('');
    const other = await kept();
    expect(await savedIn(other, true)).toBeUndefined();
    expect(await savedIn(other)).toBeUndefined();
  });

  it('goes on from the flushed checkpoint where a power cut took the newest', async () => {
    const folder = await kept();
    // The first tick is always flushed; the others came within the same second.
    await writeFile(join(folder, 'checkpoint.json'), '');
    expect((await savedIn(folder))?.events).toHaveLength(1);
    const other = await kept();
    await truncate(join(other, 'events.ndjson'), 200);
    expect((await savedIn(other))?.tick).toBe(1);
  });

  it('says that it is damaged rather than beginning anew', async () => {
    const folder = await kept();
    const file = join(folder, 'checkpoint.json');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('"tick":3', '"tick":2'));
    await copyFile(file, join(folder, 'checkpoint.flushed.json'));
    await expect(savedIn(folder)).rejects.toMatchObject({ detail: { code: 'loop-damaged' } });
    // And it lets go of the folder when it fails.
    await expect(savedIn(folder)).rejects.toMatchObject({ detail: { code: 'loop-damaged' } });
  });

  it('does not go on with events that were changed where they lie', async () => {
    const folder = await kept();
    const file = join(folder, 'events.ndjson');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('Tick 3.', 'Tick 9.'));
    expect((await savedIn(folder))?.tick).toBe(1);
    const other = await kept();
    await writeFile(join(other, 'events.ndjson'), whole.replace('Tick 1.', 'Tick 9.'));
    await expect(savedIn(other)).rejects.toMatchObject({ detail: { code: 'loop-damaged' } });
  });

  it('goes on from a checkpoint of before, which kept the length of the events alone', async () => {
    const folder = await kept();
    const path = join(folder, 'checkpoint.json');
    const [, json = ''] = (await readFile(path, 'utf8')).split('\n');
    const former = json.replace(/"eventSha256":"[0-9a-f]+",/, '');
    expect(former).not.toBe(json);
    await writeFile(path, `${createHash('sha256').update(former).digest('hex')}\n${former}\n`);
    expect((await savedIn(folder))?.tick).toBe(3);
  });

  it('belongs to one process at a time', async () => {
    const folder = await fresh();
    const store = await openLoopStore(folder, false);
    await expect(openLoopStore(folder, false)).rejects.toMatchObject({ detail: { code: 'folder-in-use' } });
    await store.close();
    await savedIn(folder);
  });

  it('writes nothing once another process has taken it over', async () => {
    const folder = await fresh();
    const store = await openLoopStore(folder, false);
    await store.keep(record(1), checkpoint(1));
    const lock = join(folder, '~loop.lock');
    await rm(lock);
    await writeFile(lock, JSON.stringify({ pid: 1, host: 'elsewhere', id: 'x' }));
    const before = await readFile(join(folder, 'events.ndjson'), 'utf8');
    await expect(store.keep(record(2), checkpoint(2))).rejects.toMatchObject({ detail: { code: 'folder-taken' } });
    expect(await readFile(join(folder, 'events.ndjson'), 'utf8')).toBe(before);
    await store.close();
    await rm(lock);
    expect((await savedIn(folder))?.tick).toBe(1);
  });
});
