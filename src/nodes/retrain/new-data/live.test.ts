import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { fakeReport } from '../../../testing/nodes/fake-report';
import { startTrigger } from '../../../testing/nodes/fake-trigger';
import { newDataLive } from './live';

/** Ticks of 100 rows, of which 40 get a label; in which of them it fires. */
async function firings(params: JsonObject, ticks: number): Promise<number[]> {
  const trigger = await startTrigger(newDataLive, params);
  const fired: number[] = [];
  for (let tick = 1; tick <= ticks; tick++) {
    const rows = { batch: 100, labelled: 40, totalLabelled: 40 * tick };
    if ((await trigger.tick(fakeReport({ rows }))).signal.fired) fired.push(tick);
  }
  return fired;
}

describe('the trigger on new data', () => {
  it('counts labelled rows since its last firing', async () => {
    expect(await firings({ every: 100 }, 10)).toEqual([3, 6, 9]);
  });

  it('counts all rows where it is told to', async () => {
    expect(await firings({ every: 200, count: 'handed-out' }, 7)).toEqual([2, 4, 6]);
  });

  it('keeps counting while it is held back', async () => {
    expect(await firings({ every: 100, count: 'handed-out', coolDown: 4 }, 10)).toEqual([1, 5, 9]);
  });

  it('counts versions of the data set that the stream follows', async () => {
    const trigger = await startTrigger(newDataLive, { every: 2, count: 'versions' });
    const fired: number[] = [];
    for (const [at, versions] of [0, 1, 1, 2, 2, 3, 5, 6].entries()) {
      if ((await trigger.tick(fakeReport({ rows: { versions } }))).signal.fired) fired.push(at);
    }
    expect(fired).toEqual([3, 6]);
    const replay = await startTrigger(newDataLive, { every: 1, count: 'versions' });
    const { signal, status } = await replay.tick(fakeReport({}));
    expect(signal.fired).toBe(false);
    expect(status.message.args.why).toMatchObject({ code: 'new-data/follows-nothing' });
  });

  it('says how many have come', async () => {
    const trigger = await startTrigger(newDataLive, {});
    expect((await trigger.tick(fakeReport({ rows: { totalLabelled: 400 } }))).status.message.args.why).toMatchObject({
      code: 'new-data/came',
      args: { rows: 400, every: 1000, count: 'labelled' },
    });
  });
});
