import { describe, expect, it } from 'vitest';
import { Failure } from '../../lib/failure';
import { createRandom } from '../../lib/random';
import { text } from '../../lib/text';
import { reportEvent } from '../../nodes/contract/live-events';
import { fakeLiveKinds, fakeLoop, fakeRows } from '../../testing/engine/fake-live-kinds';
import { memoryRegistry, play } from '../../testing/engine/fake-session';
import { noServices } from '../../testing/engine/no-services';
import type { Kinds } from '../kinds';
import { createLoop, type Loop } from './loop';
import { liveWords } from './wording';

/** The stream of the small loop without the nodes behind it. */
function openAlone(kinds: Kinds): Promise<Loop> {
  return createLoop({
    pipeline: kinds.catalog.compile(fakeLoop()),
    kinds,
    backend: 'cpu',
    batch: {
      completed: new Set(['stream']),
      inputs: () => ({ table: { type: 'table', table: fakeRows(60) } }),
      evaluated: new Map(),
    },
    services: () => noServices,
    clock: 'virtual',
    now: () => 0,
    signal: new AbortController().signal,
  });
}

const long = { rows: { params: { rows: 220 } }, stream: { params: { batch: 2, delay: 3 } } };

describe('the loop', () => {
  it('asks nodes in the order of the wires, and hears what comes back by the feedback wire a tick later', async () => {
    const heard = play(fakeLoop());
    await heard.session.done;
    const gate = heard.events().find(({ type }) => type === 'gate');
    const promote = heard.events().find(({ type }) => type === 'promote');
    expect(promote?.figures.version).toBe(gate?.figures.version);
    expect([gate?.tick, promote?.tick]).toEqual([5, 6]);
    const served = heard.events().filter(({ type }) => type === 'batch');
    const change = served.findIndex(({ figures }) => figures.version === gate?.figures.version);
    expect(served[change]?.tick).toBe(6);
    expect(served.length).toBe(heard.records().length);
  });

  it('numbers events and gives each the time of its tick', async () => {
    const heard = play(fakeLoop());
    await heard.session.done;
    expect(heard.events().map(({ index }) => index)).toEqual(heard.events().map((_, index) => index));
    expect(heard.events().every(({ tick, time }) => time === 1000 + tick * 60_000)).toBe(true);
  });

  it('says the same to the byte whenever the same document is played', async () => {
    const one = play(fakeLoop(long));
    const two = play(fakeLoop(long), { ticksPerSecond: 5_000 });
    const reports = await Promise.all([one.session.done, two.session.done]);
    expect(JSON.stringify(reports[0].events)).toBe(JSON.stringify(reports[1].events));
    expect(reports[0].events.length).toBeGreaterThan(150);
  });

  it('goes on from a checkpoint as if it had never been killed, at whatever tick and however often', async () => {
    const document = fakeLoop(long);
    const whole = await play(document).session.done;
    const random = createRandom(7);
    for (let round = 0; round < 6; round++) {
      const registry = memoryRegistry();
      const events: unknown[] = [];
      let saved: string | undefined;
      let ended = false;
      while (!ended) {
        const controller = new AbortController();
        let life = 1 + random.integer(25);
        const [soon, afterPromoting] = [random.next() < 0.5, random.next() < 0.5];
        const heard = play(document, {
          // A kill just after a promotion, whose tick is then made again, must not promote twice.
          registry: {
            ...registry,
            promote: async (...promotion) => {
              await registry.promote(...promotion);
              if (afterPromoting && life <= 3) controller.abort();
            },
          },
          signal: controller.signal,
          ...(saved === undefined ? {} : { from: JSON.parse(saved) }),
          afterTick: (record, checkpoint) => {
            for (const event of record.events) events.push(reportEvent(event, liveWords));
            saved = JSON.stringify(checkpoint());
            if (--life > 0) return;
            if (soon) queueMicrotask(() => controller.abort());
            else controller.abort();
          },
        });
        await heard.session.done;
        ended = !controller.signal.aborted;
      }
      expect(JSON.stringify(events)).toBe(JSON.stringify(whole.events));
      const champions = (await registry.list()).filter(({ stage }) => stage === 'champion');
      expect(champions).toHaveLength(1);
      const moves = (await registry.list()).flatMap((version) =>
        version.moves.filter(({ stage }) => stage === 'champion'),
      );
      expect(moves).toHaveLength(1 + whole.events.filter(({ type }) => type === 'promote').length);
    }
  });

  it('stands where it stood when a tick throws, and makes that tick then', async () => {
    let breaks = false;
    const stream = fakeLiveKinds.live.get('fake.stream');
    if (stream === undefined) throw new Error('no stream');
    const tick: typeof stream.tick = async (...given) => {
      const made = await stream.tick(...given);
      if (breaks) throw new Error('the disk is gone');
      return made;
    };
    const kinds = { ...fakeLiveKinds, live: new Map([...fakeLiveKinds.live, ['fake.stream', { ...stream, tick }]]) };
    const whole = await openAlone(fakeLiveKinds);
    const loop = await openAlone(kinds);
    expect(await loop.step()).toEqual(await whole.step());
    const before = JSON.stringify(loop.checkpoint());
    breaks = true;
    await expect(loop.step()).rejects.toThrow('the disk is gone');
    expect(JSON.stringify(loop.checkpoint())).toBe(before);
    breaks = false;
    expect(await loop.step()).toEqual(await whole.step());
    expect(loop.checkpoint()).toEqual(whole.checkpoint());
    expect(loop.stream('stream').rows).toBe(28);
  });

  it('refuses a checkpoint of another pipeline, and one that is damaged', async () => {
    let saved: unknown;
    const first = play(fakeLoop(), {
      ticks: 3,
      afterTick: (_record, checkpoint) => {
        saved = checkpoint();
      },
    });
    await first.session.done;
    const other = play(fakeLoop({ train: { params: { every: 4 } } }), { from: saved });
    expect((await other.session.done).status).toBe('failed');
    expect(other.messages.at(-1)).toMatchObject({ phase: 'failed', failure: { code: 'checkpoint-foreign' } });
    const damaged = play(fakeLoop(), { from: { ...Object(saved), tick: -1 } });
    await damaged.session.done;
    expect(damaged.messages.at(-1)).toMatchObject({ failure: { code: 'checkpoint-foreign' } });
  });

  it('goes without what is off or failed, and says so under the nodes that listen to it', async () => {
    const off = play(fakeLoop({ train: { mode: 'off' } }));
    const report = await off.session.done;
    expect(new Set(report.events.map(({ type }) => type))).toEqual(new Set(['batch']));
    expect(off.records()[0]?.statuses.gate).toMatchObject({ level: 'warning' });
    expect(off.records()[0]?.statuses.train).toBeUndefined();

    const failed = play(fakeLoop({ fit: { params: { fails: 1 } } }));
    const half = await failed.session.done;
    expect(half.status).toBe('failed');
    expect(half.events).toEqual([]);
    expect(failed.records().length).toBe(10);
  });

  it('alerts once when a node cannot do its part, lets it try again each tick, and keeps its state meanwhile', async () => {
    const heard = play(fakeLoop({ train: { params: { breaksFrom: 3, breaksTo: 6 } } }));
    await heard.session.done;
    const alerts = heard.events().filter(({ type, nodeId }) => type === 'alert' && nodeId === 'train');
    expect(alerts.map(({ tick }) => tick)).toEqual([3]);
    expect(alerts[0]?.reason).toMatchObject({
      code: 'loop/could-not',
      args: { name: { en: 'fake.train' }, code: 'fake', message: { en: 'Out of order.' } },
    });
    expect(heard.records().map(({ statuses }) => statuses.train?.level === 'alarm')).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tick) => tick >= 3 && tick < 6),
    );
    expect(heard.events().filter(({ type }) => type === 'batch')).toHaveLength(10);
  });

  it('leaves out a node that cannot go live, and tells of it once', async () => {
    const heard = play(fakeLoop({ train: { params: { refuses: 1 } } }));
    const report = await heard.session.done;
    const alerts = heard.events().filter(({ type }) => type === 'alert');
    expect(alerts.map(({ type, tick, nodeId }) => [type, tick, nodeId])).toEqual([['alert', 1, 'train']]);
    expect(report.nodes.train).toMatchObject({ status: 'failed', failure: { code: 'fake' } });
  });

  it('fails where no stream is left, and where nobody would answer its rows', async () => {
    const still = play(fakeLoop({ stream: { mode: 'off' } }));
    await still.session.done;
    expect(still.messages.at(-1)).toMatchObject({ phase: 'failed', failure: { code: 'nothing-live' } });
    const unanswered = play(fakeLoop({ deploy: { params: { refuses: 1 } } }));
    expect(await unanswered.session.done).toMatchObject({ status: 'failed', events: [] });
    expect(unanswered.messages.at(-1)).toMatchObject({ phase: 'failed', failure: { code: 'fake' } });
  });

  it('stops before a tick whose rows cannot be answered, and answers them once they can be', async () => {
    const whole = play(fakeLoop());
    await whole.session.done;
    let saved: unknown;
    const afterTick = (_record: unknown, checkpoint: () => unknown): void => {
      saved = checkpoint();
    };
    const registry = memoryRegistry();
    const first = play(fakeLoop(), { registry, afterTick, ticks: 3 });
    await first.session.done;
    const from = saved;
    const gone = async (): Promise<never> => {
      throw new Failure({ code: 'version-damaged', message: text('Gone.', '없어요.'), hint: text('', '') });
    };
    const broken = play(fakeLoop(), { registry: { ...registry, load: gone }, afterTick, from });
    expect((await broken.session.done).status).toBe('failed');
    expect(broken.messages.at(-1)).toMatchObject({ phase: 'failed', failure: { code: 'version-damaged' } });
    expect([broken.records(), saved]).toEqual([[], from]);
    const mended = play(fakeLoop(), { registry, from });
    await mended.session.done;
    expect([...first.events(), ...mended.events()]).toEqual(whole.events());
  });

  it('tells of training that fails, and goes on serving', async () => {
    const heard = play(fakeLoop({ train: { params: { window: 0 } } }));
    const report = await heard.session.done;
    expect(report.events.filter(({ type }) => type === 'alert').length).toBeGreaterThan(0);
    expect(report.events.filter(({ type }) => type === 'batch')).toHaveLength(10);
    expect(report.events.some(({ type }) => type === 'promote')).toBe(false);
  });
});
