import { describe, expect, it } from 'vitest';
import { yieldNow } from '../../lib/yielding';
import { emptyHost } from '../../testing/engine/fake-kinds';
import { fakeLiveKinds, fakeLoop } from '../../testing/engine/fake-live-kinds';
import { play } from '../../testing/engine/fake-session';
import { createEngine } from '../engine';
import type { Host } from '../host';

const endless = fakeLoop({ rows: { params: { rows: 100_000 } }, train: { mode: 'off' } });

/** A clock that tests move by hand; each look at it moves it a little. */
function slowClock(stepMs: number): Host {
  let now = 0;
  return {
    ...emptyHost,
    now: () => {
      now += stepMs;
      return now;
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  // A turn may take microseconds, a tick at its own pace many turns.
  const patience = performance.now() + 5_000;
  while (performance.now() < patience && !holds()) await yieldNow();
  expect(holds()).toBe(true);
}

describe('playing', () => {
  it('can begin paused, make single steps, go on, and be stopped', async () => {
    const controller = new AbortController();
    const heard = play(endless, { paused: true, signal: controller.signal });
    await until(() => heard.phases().includes('paused'));
    expect(heard.records()).toEqual([]);
    heard.session.control({ type: 'step', ticks: 3 });
    await until(() => heard.phases().filter((phase) => phase === 'paused').length === 2);
    expect(heard.records().map(({ tick }) => tick)).toEqual([1, 2, 3]);
    heard.session.control({ type: 'play' });
    await until(() => heard.records().length > 20);
    heard.session.control({ type: 'pause' });
    await until(() => heard.phases().at(-1) === 'paused');
    const made = heard.records().length;
    for (let i = 0; i < 20; i++) await yieldNow();
    expect(heard.records().length).toBe(made);
    controller.abort();
    const report = await heard.session.done;
    expect(heard.phases().at(-1)).toBe('ended');
    expect(report.status).toBe('completed');
    expect(report.events.length).toBe(made);
  });

  it('keeps to the speed that is asked for, and takes on another at once', async () => {
    const heard = play(endless, { ticksPerSecond: 20, ticks: 8 });
    const started = performance.now();
    await until(() => heard.records().length === 2);
    await heard.session.done;
    expect(performance.now() - started).toBeGreaterThan(200);
    const crawling = play(endless, { ticksPerSecond: 0.001, ticks: 30 });
    await until(() => crawling.records().length === 1);
    crawling.session.control({ type: 'speed', ticksPerSecond: null });
    await crawling.session.done;
    expect(crawling.records().length).toBe(30);
  });

  it('ends after as many ticks as it is given', async () => {
    const heard = play(endless, { ticks: 7 });
    await heard.session.done;
    expect(heard.records().length).toBe(7);
    expect(heard.phases().at(-1)).toBe('ended');
  });

  it('tells of ticks in batches, at most 30 a second, and of each once', async () => {
    const host = slowClock(0.5);
    const heard = play(endless, { host, ticks: 400 });
    await heard.session.done;
    const batches = heard.messages.filter(({ type }) => type === 'ticks');
    expect(batches.length).toBeGreaterThan(5);
    expect(batches.length).toBeLessThan(host.now() / 33 + 3);
    expect(heard.records().map(({ tick }) => tick)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  });

  it('gives others turns while it plays as fast as it can', async () => {
    const controller = new AbortController();
    const heard = play(endless, { signal: controller.signal });
    await until(() => heard.records().length > 0);
    let longest = 0;
    let last = performance.now();
    for (let i = 0; i < 20; i++) {
      await yieldNow();
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    controller.abort();
    await heard.session.done;
    // Generous, since the machine may be busy: without turns it would be the whole of the stream.
    expect(longest).toBeLessThan(500);
    expect(heard.records().length).toBeGreaterThan(10);
  });

  it('hands a person’s wish to its node in the next tick, once', async () => {
    const seen: string[] = [];
    const gate = fakeLiveKinds.live.get('fake.gate');
    if (gate === undefined) throw new Error('no gate');
    const kinds = {
      ...fakeLiveKinds,
      live: new Map([
        ...fakeLiveKinds.live,
        [
          'fake.gate',
          {
            ...gate,
            tick: async (...given: Parameters<typeof gate.tick>) => {
              const [, , , ctx] = given;
              for (const command of ctx.commands) seen.push(`${ctx.tick} ${command.type}`);
              return gate.tick(...given);
            },
          },
        ] as const,
      ]),
    };
    const heard = play(fakeLoop(), { kinds, paused: true });
    await until(() => heard.phases().includes('paused'));
    heard.session.command({ nodeId: 'gate', type: 'promote' });
    heard.session.command({ nodeId: 'train', type: 'fire' });
    heard.session.control({ type: 'play' });
    await heard.session.done;
    expect(seen).toEqual(['1 promote']);
  });

  it('cancels the batch phase, and fails where nothing can tick', async () => {
    const controller = new AbortController();
    const kinds = {
      ...fakeLiveKinds,
      runners: new Map([
        ...fakeLiveKinds.runners,
        [
          'fake.rows',
          {
            kind: 'fake.rows',
            run: async () => {
              controller.abort();
              await yieldNow();
              throw new DOMException('aborted', 'AbortError');
            },
          },
        ] as const,
      ]),
    };
    const heard = play(fakeLoop(), { kinds, signal: controller.signal });
    expect((await heard.session.done).status).toBe('cancelled');
    expect(heard.phases()).toEqual(['preparing', 'ended']);
    expect(heard.records()).toEqual([]);
  });

  it('runs nothing of the batch phase again that an engine remembers', async () => {
    const engine = createEngine({ kinds: fakeLiveKinds, host: emptyHost });
    await play(fakeLoop(), { engine, ticks: 1 }).session.done;
    const again = await play(fakeLoop(), { engine, ticks: 1 }).session.done;
    expect(Object.values(again.nodes).every(({ cached }) => cached)).toBe(true);
    expect(again.nodes.gate).toMatchObject({ kind: 'fake.gate', status: 'completed' });
  });
});
