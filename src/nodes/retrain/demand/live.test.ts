import { describe, expect, it } from 'vitest';
import { fakeReport } from '../../../testing/nodes/fake-report';
import { startTrigger } from '../../../testing/nodes/fake-trigger';
import { demandLive } from './live';

const fire = { commands: [{ nodeId: 'demand', type: 'fire' }] } as const;

describe('the trigger on demand', () => {
  it('fires when a person asks, and only then', async () => {
    const trigger = await startTrigger(demandLive, {});
    expect((await trigger.tick()).status.message).toMatchObject({
      code: 'trigger/not-fired',
      args: { why: { code: 'demand/nobody' } },
    });
    const { signal, events } = await trigger.tick(undefined, fire);
    expect(signal.fired).toBe(true);
    expect(events).toMatchObject([{ type: 'trigger', figures: { fired: true, byHand: true } }]);
    expect((await trigger.tick()).signal.fired).toBe(false);
  });

  it('fires by itself at the ticks of its list', async () => {
    const trigger = await startTrigger(demandLive, { ticks: [2, 3] });
    const fired = [];
    for (let tick = 1; tick <= 4; tick++) fired.push((await trigger.tick()).signal.fired);
    expect(fired).toEqual([false, true, true, false]);
  });

  it('tells a person why it is held back, each time', async () => {
    const trigger = await startTrigger(demandLive, { minRows: 5_000 });
    const { status, events } = await trigger.tick(fakeReport(), fire);
    expect(status.message).toMatchObject({
      code: 'trigger/too-few-rows',
      args: { why: { code: 'demand/asked' }, rows: 1000, minRows: 5000, since: 'champion' },
    });
    expect(events).toHaveLength(1);
    await trigger.tick(fakeReport());
    expect((await trigger.tick(fakeReport(), fire)).events).toHaveLength(1);
  });

  it('passes minimum rows over where nobody counts them', async () => {
    const trigger = await startTrigger(demandLive, { minRows: 5_000 });
    expect((await trigger.tick(undefined, fire)).signal.fired).toBe(true);
  });
});
