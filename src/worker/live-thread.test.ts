import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../application/workspace';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import { runLive } from '../engine/live/run-live';
import type { JobPool } from '../engine/live/train-job';
import { emptyDisk } from '../testing/empty-disk';
import { emptyHost } from '../testing/engine/fake-kinds';
import { fakeLiveKinds, fakeLoop } from '../testing/engine/fake-live-kinds';
import { createWorkerApi } from './create-worker-api';
import { createLiveBatcher } from './live-batcher';
import { createTrainApi } from './train-api';

const kinds = fakeLiveKinds;
const lifeline = Promise.resolve(null);

function setUp(pool?: JobPool) {
  const batches: (readonly LiveMessage[])[] = [];
  const events: EngineEvent[] = [];
  const workspace = createWorkspace({
    kinds,
    host: emptyHost,
    loadLive: async () => ({ runLive, kinds }),
    ...(pool && { threads: () => pool }),
  });
  const { live: api } = createWorkerApi({
    workspace,
    catalog: kinds.catalog,
    disk: emptyDisk(),
    lifeline,
    send: (batch) => events.push(...batch),
    keep: () => undefined,
    sendLive: (messages) => batches.push(messages),
  });
  const ticks = () => batches.flat().flatMap((message) => (message.type === 'ticks' ? message.records : []));
  return { api, batches, events, ticks };
}

const request = { document: fakeLoop(), backend: 'cpu', ticksPerSecond: null } as const;

describe('the loop in the worker', () => {
  it('tells every tick in order, and of the batch phase under the session’s name', async () => {
    const { api, ticks, events, batches } = setUp();
    const report = await api.start('s1', request);
    expect(report).toMatchObject({ runId: 's1', status: 'completed' });
    expect(ticks().map(({ tick }) => tick)).toEqual(ticks().map((_, at) => at + 1));
    expect(ticks().length).toBeGreaterThan(9);
    expect(new Set(events.map(({ runId }) => runId))).toEqual(new Set(['s1']));
    expect(batches.at(-1)?.at(-1)).toMatchObject({ type: 'phase', phase: 'ended' });
    expect(report.events.some((event) => event.type === 'promote')).toBe(true);
  });

  it('pauses, steps and stops as it is told, and passes over what names another session', async () => {
    const { api, ticks } = setUp();
    const done = api.start('s1', { ...request, paused: true });
    const until = async (count: number) => {
      while (ticks().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(ticks()).toHaveLength(0);
    api.control('s0', { type: 'step', ticks: 5 });
    api.control('s1', { type: 'step', ticks: 2 });
    await until(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ticks()).toHaveLength(2);
    api.stop('s0');
    api.stop('s1');
    expect((await done).status).toBe('completed');
    expect(ticks()).toHaveLength(2);
  });

  it('ends a session before it begins another', async () => {
    const { api, batches } = setUp();
    const first = api.start('s1', { ...request, ticksPerSecond: 2 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await api.start('s2', request);
    await first;
    const phases = batches.flat().flatMap((m) => (m.type === 'phase' ? [`${m.sessionId} ${m.phase}`] : []));
    expect(phases.indexOf('s1 ended')).toBeLessThan(phases.indexOf('s2 preparing'));
  });

  it('stops a session that still waits for the one before it to end', async () => {
    const { api, ticks } = setUp();
    const first = api.start('s1', { ...request, ticksPerSecond: 2 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = api.start('s2', { ...request, paused: true });
    api.stop('s2');
    await first;
    const before = ticks().length;
    expect((await second).status).toBe('cancelled');
    expect(ticks()).toHaveLength(before);
  });

  it('says so where there is no evidence', async () => {
    const { api } = setUp();
    expect(await api.evidence('monitor', 1, 'x')).toMatchObject({ ok: false, failure: { code: 'no-evidence' } });
  });

  it('tells the same events whether another thread trains or this one does', async () => {
    const jobs: string[] = [];
    const thread = createTrainApi({ kinds, host: emptyHost, lifeline });
    const pool: JobPool = {
      run: async (job) => {
        jobs.push(job.id);
        const result = await thread.perform(structuredClone(job));
        if (result === null) throw new Error('given up');
        return structuredClone(result);
      },
    };
    const here = setUp();
    const there = setUp(pool);
    await here.api.start('s', request);
    await there.api.start('s', request);
    expect(jobs.length).toBeGreaterThan(0);
    expect(JSON.stringify(there.ticks())).toBe(JSON.stringify(here.ticks()));
  });
});

describe('the batches of a live session', () => {
  it('gather ticks, hand a change of phase over at once, and keep the order', async () => {
    let clock = 0;
    const batches: (readonly LiveMessage[])[] = [];
    const batcher = createLiveBatcher(
      (messages) => batches.push(messages),
      () => clock,
      40,
    );
    const ticks = (): void => batcher.push({ sessionId: 's', type: 'ticks', records: [] });
    batcher.push({ sessionId: 's', type: 'phase', phase: 'playing' });
    for (clock = 1; clock < 30; clock += 10) ticks();
    expect(batches.map((batch) => batch.length)).toEqual([1]);
    clock = 45;
    ticks();
    expect(batches.map((batch) => batch.length)).toEqual([1, 4]);
    ticks();
    batcher.push({ sessionId: 's', type: 'phase', phase: 'paused' });
    expect(batches.at(-1)?.map(({ type }) => type)).toEqual(['ticks', 'phase']);
    ticks();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(batches.map((batch) => batch.length)).toEqual([1, 4, 2, 1]);
  });
});
