import { describe, expect, it } from 'vitest';
import type { TickingInput } from '../../graph/ticking';
import { Cancelled, Failure, type FailureDetail } from '../../lib/failure';
import { text } from '../../lib/text';
import type { LiveInputs, LiveRunner, LiveStep, LiveValue, RetrainJob } from '../../nodes/contract/live';
import { nobody, noServices } from '../../testing/engine/no-services';
import { said } from '../../testing/lib/said';
import { cellsOf, makeTable } from '../../testing/table/make-table';
import type { LiveNode } from './live-graph';
import { openStream } from './live-stream';
import type { LoopServices } from './services';
import { type LoopParts, type LoopState, makeTick } from './tick';
import { grantWishes } from './tick-jobs';

const words = said('said');
const step = (outputs: LiveStep['outputs'] = {}, state: LiveStep['state'] = {}): LiveStep => ({
  state,
  outputs,
  events: [],
  status: { level: 'ok', message: words },
});
const signal = (n: number): LiveValue => ({ type: 'signal', signal: { fired: false, reason: words, figures: { n } } });
type Heard = LiveInputs[string];
const firedAt = (value: Heard) => (value && 'type' in value && value.type === 'signal' ? value.signal.figures.n : null);

function node(id: string, tick: LiveRunner['tick'], inputs: readonly TickingInput[] = []): LiveNode {
  const runner: LiveRunner = { kind: 'fake', start: async () => ({}), tick };
  const place = { id, kind: 'fake', label: '', params: {}, position: { x: 0, y: 0 }, mode: 'on' } as const;
  return { node: place, runner, params: {}, inputs, given: [], answers: false };
}

const input = (port: string, nodeId: string, output: string, feedback = false): TickingInput => ({
  port,
  from: [{ nodeId, port: output }],
  many: false,
  feedback,
  required: false,
});

/** Hands out two rows, whose labels are there at once. */
const source = node('s', async (_state, _inputs, _params, ctx) => {
  const { rows: from } = ctx.stream('s');
  const rows = { from, to: from + Math.min(2, ctx.source?.rows ?? 0) };
  return step({ stream: { type: 'stream', batch: { stream: 's', rows, labelled: rows } } }, { to: rows.to });
});

function setUp(nodes: readonly LiveNode[], more: Partial<LoopParts> = {}) {
  const table = makeTable({ x: [0, 1, 2, 3, 4, 5, 6, 7] });
  const clock = { begin: 1_000, minutesPerTick: 1 };
  const stream = openStream('s', { table, historyRows: 2, target: 'x', follows: null, clock }, false);
  const begun: string[] = [];
  const services: LoopServices = {
    ...noServices,
    retraining: {
      begin: (job, view) => {
        begun.push(`${job.id} ${cellsOf(view.rows('s', job.rows), 'x')}`);
      },
      isDone: () => false,
      result: async () => ({ ok: true, version: 'v', metrics: {} }),
      cancel: (id) => {
        begun.push(`not ${id}`);
      },
      onWallClock: false,
      pending: () => [],
    },
  };
  const parts: LoopParts = {
    nodes,
    candidates: nodes,
    left: {},
    streams: new Map([['s', stream]]),
    services,
    clock: 'virtual',
    signal: new AbortController().signal,
    contextOf: (live, view) => ({
      nodeId: live.node.id,
      signal: new AbortController().signal,
      seed: 1,
      backend: 'cpu',
      stepColumns: () => null,
      yieldIfDue: async () => {},
      models: { ...services.models, keep: nobody },
      evaluated: {},
      ...view,
    }),
    ...more,
  };
  const state: LoopState = {
    tick: 0,
    time: 1_000,
    events: 0,
    states: new Map(nodes.map((live) => [live.node.id, {}])),
    failures: {},
    delayed: {},
    quiet: false,
    cursors: new Map([['s', stream.start]]),
  };
  return { parts, state, begun };
}

const still = { commands: [], wallTime: null };

function jobOf(id: string, to: number): RetrainJob {
  return { id, deployment: 'd', stream: 's', rows: { from: 0, to }, mode: 'full', halfLife: null };
}

function trouble(detail: Partial<FailureDetail>): Failure {
  return new Failure({ code: 'odd', message: text('Odd.', '이상.'), hint: text('Mend it.', '고치세요.'), ...detail });
}

describe('a tick', () => {
  it('gives where the loop stands next, leaves all that it was given as it was, and comes to the same again', async () => {
    const { parts, state } = setUp([source, node('a', async ({ n }) => step({}, { n: Number(n ?? 0) + 1 }))]);
    const before = structuredClone(state);
    const first = await makeTick(parts, state, still);
    expect(state).toEqual(before);
    expect(first.state).toMatchObject({ tick: 1, time: 61_000, quiet: false });
    expect(first.state.cursors).toEqual(new Map([['s', { rows: 4, labelledTo: 4 }]]));
    expect(first.state.states.get('a')).toEqual({ n: 1 });
    expect(await makeTick(parts, state, still)).toEqual(first);
    let at = first.state;
    for (let tick = 2; tick <= 4; tick++) at = (await makeTick(parts, at, still)).state;
    expect(at.cursors.get('s')).toEqual({ rows: 8, labelledTo: 8 });
    expect(at.quiet).toBe(true);
    expect(at.states.get('a')).toEqual({ n: 4 });
  });

  it('that throws has begun no training and moved no stream, and can be made again', async () => {
    let breaks = true;
    const asks = node('a', async (_state, _inputs, _params, ctx) => {
      ctx.retraining.begin(jobOf('a:1', 4));
      return step();
    });
    const cancels = node('b', async () => {
      if (breaks) throw new Cancelled();
      return step();
    });
    const { parts, state, begun } = setUp([source, asks, cancels]);
    const before = structuredClone(state);
    await expect(makeTick(parts, state, still)).rejects.toThrow(Cancelled);
    expect([state, begun]).toEqual([before, []]);
    breaks = false;
    const made = await makeTick(parts, state, still);
    expect(made.state.cursors.get('s')).toEqual({ rows: 4, labelledTo: 4 });
    expect(begun).toEqual([]);
    grantWishes(parts.services.retraining, made.wishes);
    expect(begun).toEqual(['a:1 0,1,2,3']);
  });

  it('that a stream keeps from its rows throws', async () => {
    const stuck = node('s', async () => {
      throw trouble({});
    });
    const { parts, state } = setUp([stuck]);
    await expect(makeTick(parts, state, still)).rejects.toMatchObject({ detail: { code: 'odd' } });
  });

  it('lets an input that takes many hear all that take part, in the order of its wires, those that are silent too', async () => {
    const heard: unknown[] = [];
    const says = (id: string, n: number | null) => node(id, async () => step(n === null ? {} : { signal: signal(n) }));
    const wires = ['c', 'gone', 'quiet', 'a'].map((nodeId) => ({ nodeId, port: 'signal' }));
    const many = (port: string, feedback: boolean): TickingInput => ({
      port,
      from: wires,
      many: true,
      feedback,
      required: false,
    });
    const hears = node(
      'd',
      async (_state, { now, before }) => {
        for (const list of [now, before]) heard.push(list && 'length' in list ? list.map(firedAt) : 'no list');
        return step();
      },
      [many('now', false), many('before', true)],
    );
    const { parts, state } = setUp([source, says('a', 1), says('quiet', null), says('c', 3), hears]);
    const once = await makeTick(parts, state, still);
    await makeTick(parts, once.state, still);
    const all = [3, null, 1];
    expect(heard).toEqual([all, [null, null, null], all, all]);
  });

  it('lets nodes hear those before them at once, and by a wire back what was said in the tick before', async () => {
    const heard: unknown[] = [];
    const first = node(
      'a',
      async (_state, { back }, _params, ctx) => {
        heard.push(['a', ctx.tick, firedAt(back), ctx.stream('s').rows]);
        return step();
      },
      [input('back', 'b', 'signal', true)],
    );
    const second = node(
      'b',
      async (_state, { stream }, _params, ctx) => {
        const rows =
          stream && 'type' in stream && stream.type === 'stream' ? cellsOf(ctx.rows('s', stream.batch.rows), 'x') : [];
        heard.push(['b', ctx.tick, ...rows]);
        return step({ signal: signal(ctx.tick) });
      },
      [input('stream', 's', 'stream')],
    );
    const { parts, state } = setUp([first, source, second]);
    const once = await makeTick(parts, state, still);
    await makeTick(parts, once.state, still);
    expect(heard).toEqual([
      ['a', 1, null, 2],
      ['b', 1, 2, 3],
      ['a', 2, 1, 4],
      ['b', 2, 4, 5],
    ]);
    expect(Object.keys(once.state.delayed)).toEqual(['b.signal']);
  });

  it('begins at once only the training whose result is asked for in the same tick, and none that a failed node wanted', async () => {
    const asks = node('a', async (_state, _inputs, _params, ctx) => {
      ctx.retraining.begin(jobOf('now', 3));
      ctx.retraining.begin(jobOf('later', 4));
      ctx.retraining.cancel('old');
      await ctx.retraining.result('now');
      return step();
    });
    const fails = node('b', async (_state, _inputs, _params, ctx) => {
      ctx.retraining.begin(jobOf('never', 4));
      throw trouble({});
    });
    const { parts, state, begun } = setUp([source, asks, fails]);
    const { wishes } = await makeTick(parts, state, still);
    expect(begun).toEqual(['now 0,1,2']);
    grantWishes(parts.services.retraining, wishes);
    expect(begun.slice(1)).toEqual(['now 0,1,2', 'later 0,1,2,3', 'not old']);
  });

  it('alerts again when a node’s trouble is another one, but not when it is only told in other words', async () => {
    const troubles: Partial<FailureDetail>[] = [
      { message: text('It is 3 hours late.', '3시간 늦었어요.') },
      { message: text('It is 4 hours late.', '4시간 늦었어요.') },
      { column: 'x' },
      { column: 'x', row: 3 },
      { column: 'x', row: 3 },
      { code: 'other', column: 'x', row: 3 },
    ];
    const fails = node('b', async (_state, _inputs, _params, ctx) => {
      throw trouble(troubles[ctx.tick - 1] ?? {});
    });
    const { parts, state } = setUp([source, fails]);
    let at = state;
    const alerts: number[] = [];
    for (const _ of troubles) {
      const { state: next, record } = await makeTick(parts, at, still);
      at = next;
      alerts.push(...record.events.map(({ tick }) => tick));
      expect(record.statuses.b?.level).toBe('alarm');
    }
    expect(alerts).toEqual([1, 3, 4, 6]);
    expect(at.events).toBe(4);
  });

  it('takes the wall clock’s time, which never goes back, and hands a wish to its node alone', async () => {
    const heard: string[] = [];
    const listens = (id: string) =>
      node(id, async (_state, _inputs, _params, ctx) => {
        heard.push(`${id} ${ctx.time} ${ctx.before} ${ctx.commands.map(({ type }) => type)}`);
        return step();
      });
    const { parts, state } = setUp([source, listens('a'), listens('b')], { clock: 'wall' });
    const { state: next } = await makeTick(parts, state, {
      commands: [{ nodeId: 'b', type: 'fire' }],
      wallTime: 5_000,
    });
    expect(next.time).toBe(5_000);
    expect((await makeTick(parts, next, { commands: [], wallTime: 4_000 })).state.time).toBe(5_000);
    expect(heard).toEqual(['a 5000 1000 ', 'b 5000 1000 fire', 'a 5000 5000 ', 'b 5000 5000 ']);
  });
});
