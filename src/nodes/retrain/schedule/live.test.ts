import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { fakeLoop } from '../../../testing/nodes/fake-live-context';
import { startTrigger } from '../../../testing/nodes/fake-trigger';
import { scheduleLive } from './live';

const HOUR = 3_600_000;

/** The ticks of so many in which it fires; by default a tick is an hour, the first from 2026-01-01 00:00 to 01:00. */
async function firings(params: JsonObject, ticks: number, tickMs = HOUR): Promise<number[]> {
  const trigger = await startTrigger(scheduleLive, params, fakeLoop({ tickMs, begin: Date.UTC(2026, 0, 1) }));
  const fired: number[] = [];
  for (let tick = 1; tick <= ticks; tick++) if ((await trigger.tick()).signal.fired) fired.push(tick);
  return fired;
}

describe('the schedule', () => {
  it('fires in the tick that a moment lies in, its end included and its beginning not', async () => {
    expect(await firings({ every: 'cron', cron: '0 3 * * *' }, 60)).toEqual([3, 27, 51]);
    expect(await firings({ every: 'cron', cron: '30 3 * * *' }, 30)).toEqual([4, 28]);
    expect(await firings({ every: 'daily' }, 48)).toEqual([24, 48]);
  });

  it('fires once for several moments in one tick', async () => {
    expect(await firings({ every: 'hourly' }, 3, 24 * HOUR)).toEqual([1, 2, 3]);
  });

  it('says when it fires next, in UTC', async () => {
    const trigger = await startTrigger(scheduleLive, { every: 'weekly' }, fakeLoop({ begin: Date.UTC(2026, 0, 1) }));
    const { status, signal } = await trigger.tick();
    expect(status.message.args.why).toMatchObject({
      code: 'schedule/next',
      args: { at: '2026-01-05T00:00:00.000Z' },
    });
    expect(signal.figures).toMatchObject({ moment: null, next: '2026-01-05T00:00:00.000Z' });
  });

  it('does not make up for moments that passed while nothing ticked', async () => {
    const trigger = await startTrigger(scheduleLive, { every: 'daily' }, fakeLoop({ begin: Date.UTC(2026, 0, 1) }));
    await trigger.tick();
    const [before, time] = [Date.UTC(2026, 0, 9, 5), Date.UTC(2026, 0, 9, 6)];
    const { signal } = await trigger.tick(undefined, { before, time });
    expect(signal).toMatchObject({ fired: false, figures: { next: '2026-01-10T00:00:00.000Z' } });
  });

  it('lets a moment go by that its cool-down holds back', async () => {
    expect(await firings({ every: 'hourly', coolDown: 3 }, 8)).toEqual([1, 4, 7]);
  });
});
