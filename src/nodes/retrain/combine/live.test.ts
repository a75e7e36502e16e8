import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { said } from '../../../testing/lib/said';
import { startTrigger } from '../../../testing/nodes/fake-trigger';
import type { LiveValue } from '../../contract/live';
import { sayOfTrigger } from '../../triggers/messages';
import { combineLive } from './live';
import { sayOfCombine } from './messages';

const signal = (fired: boolean, name = 'it', figures: JsonObject = {}): LiveValue => ({
  type: 'signal',
  signal: { fired, reason: said(name), figures },
});

/** In which ticks it fires, when the signals fire in these. */
async function firings(
  params: JsonObject,
  ticks: number,
  ...signals: readonly (readonly number[])[]
): Promise<number[]> {
  const combined = await startTrigger(combineLive, params);
  const names = ['first', 'second', 'third', 'fourth'];
  const fired: number[] = [];
  for (let tick = 1; tick <= ticks; tick++) {
    const inputs = Object.fromEntries(signals.map((at, i) => [names[i] ?? '', signal(at.includes(tick))]));
    if ((await combined.with(inputs)).signal.fired) fired.push(tick);
  }
  return fired;
}

describe('any of several signals', () => {
  it('fires in each tick in which one does, and says why', async () => {
    expect(await firings({}, 6, [1, 3], [3, 5])).toEqual([1, 3, 5]);
    const combined = await startTrigger(combineLive, {});
    const step = await combined.with({ first: signal(false), second: signal(true, 'b'), third: signal(true, 'c') });
    expect(step.status.message).toEqual(
      sayOfTrigger('fired', { why: sayOfCombine('all', { whys: [said('b'), said('c')] }) }),
    );
    expect(step.events).toMatchObject([{ type: 'trigger', figures: { counting: ['second', 'third'], of: 3 } }]);
  });
});

describe('all of several signals', () => {
  it('must fire within the ticks given, each firing counted once', async () => {
    expect(await firings({ mode: 'all', within: 3 }, 9, [1, 8], [3, 6])).toEqual([3, 8]);
    expect(await firings({ mode: 'all', within: 2 }, 9, [1, 8], [3, 6])).toEqual([]);
    expect(await firings({ mode: 'all' }, 9, [1, 4], [2, 4], [3, 4])).toEqual([4]);
  });

  it('never takes a wired signal that stays silent for one that fired', async () => {
    const combined = await startTrigger(combineLive, { mode: 'all', within: 1 });
    const step = await combined.with({ first: signal(true, 'a'), second: undefined });
    expect(step.signal.fired).toBe(false);
    expect(step.status.message).toEqual(
      sayOfTrigger('not-fired', { why: sayOfCombine('some', { counting: 1, of: 2, within: 1 }) }),
    );
  });

  it('says how many have fired, and hands on where the first condition began', async () => {
    const combined = await startTrigger(combineLive, { mode: 'all', within: 5 });
    const one = await combined.with({ first: signal(true, 'a', { sinceRow: 700 }), second: signal(false) });
    expect(one.status.message).toEqual(
      sayOfTrigger('not-fired', { why: sayOfCombine('some', { counting: 1, of: 2, within: 5 }) }),
    );
    const both = await combined.with({ first: signal(false), second: signal(true, 'b', { sinceRow: 900 }) });
    expect(both.signal.figures).toMatchObject({ sinceRow: 700 });
  });
});
