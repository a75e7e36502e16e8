import { describe, expect, it } from 'vitest';
import { fakeReport } from '../../../testing/nodes/fake-report';
import { startTrigger } from '../../../testing/nodes/fake-trigger';
import { performanceLive } from './live';

const free = { minRows: 0, coolDown: 0 };
const drifted = (lastDrift: number, version = 'v1') =>
  fakeReport({ version, detectors: { adwin: { verdict: 'stable', lastDrift, drifts: 1 } } });

describe('a bound of its own', () => {
  it('says the figure, its rows and the bound when it does not fire', async () => {
    const trigger = await startTrigger(performanceLive, { condition: 'absolute', bound: 0.85, ...free });
    const { signal, status, events } = await trigger.tick(fakeReport());
    expect(signal.fired).toBe(false);
    expect(status.message).toMatchObject({
      code: 'trigger/not-fired',
      args: {
        why: { code: 'performance/against-bound', args: { measure: 'accuracy', value: 0.91, rows: 500, limit: 0.85 } },
      },
    });
    expect(events).toEqual([]);
  });

  it('fires below it, and above it where less is better', async () => {
    const low = await startTrigger(performanceLive, { condition: 'absolute', bound: 0.95, ...free });
    const { signal, events } = await low.tick(fakeReport());
    expect(signal).toMatchObject({ fired: true, figures: { value: 0.91, bound: 0.95, sinceTick: 1, sinceRow: 0 } });
    expect(events).toMatchObject([{ type: 'trigger', figures: { fired: true, measure: 'accuracy' } }]);
    const error = await startTrigger(performanceLive, { condition: 'absolute', measure: 'rmse', bound: 10, ...free });
    expect((await error.tick(fakeReport({ performance: { window: { rmse: 9 } } }))).signal.fired).toBe(false);
    expect((await error.tick(fakeReport({ performance: { window: { rmse: 11 } } }))).signal.fired).toBe(true);
  });

  it('does not fire where the figure is undefined', async () => {
    const trigger = await startTrigger(performanceLive, { condition: 'absolute', ...free });
    const { status } = await trigger.tick(
      fakeReport({ rows: { window: 0 }, performance: { window: { accuracy: null } } }),
    );
    expect(status.message.args.why).toMatchObject({ code: 'performance/unknown', args: { rows: 0 } });
  });
});

describe('the champion’s own figure', () => {
  it('fires at a share below it', async () => {
    const trigger = await startTrigger(performanceLive, { condition: 'relative', worseBy: 0.1, ...free });
    const at = (accuracy: number) =>
      trigger.tick(fakeReport({ performance: { window: { accuracy }, reference: { accuracy: 0.9 } } }));
    expect((await at(0.82)).signal.fired).toBe(false);
    const { signal, status } = await at(0.8);
    expect(signal.fired).toBe(true);
    expect(status.message).toMatchObject({
      code: 'trigger/fired',
      args: {
        why: {
          code: 'performance/against-champion',
          args: { value: 0.8, limit: expect.closeTo(0.81, 9), worseBy: 0.1, reference: 0.9 },
        },
      },
    });
  });

  it('says that there is none', async () => {
    const trigger = await startTrigger(performanceLive, { condition: 'relative', ...free });
    const { status } = await trigger.tick(fakeReport());
    expect(status.message.args.why).toMatchObject({ code: 'performance/no-reference', args: { measure: 'accuracy' } });
  });
});

describe('a detector', () => {
  it('fires once for a drift', async () => {
    const trigger = await startTrigger(performanceLive, free);
    expect((await trigger.tick(fakeReport())).signal.fired).toBe(false);
    expect((await trigger.tick(drifted(2))).signal.fired).toBe(true);
    expect((await trigger.tick(drifted(2))).signal.fired).toBe(false);
    expect((await trigger.tick(drifted(4))).signal.fired).toBe(true);
  });

  it('holds a drift until there are rows enough, and drops it for another champion', async () => {
    const trigger = await startTrigger(performanceLive, { minRows: 1_200, coolDown: 0 });
    const held = await trigger.tick(drifted(1));
    expect(held.status).toMatchObject({ level: 'warning' });
    expect(held.status.message).toMatchObject({
      code: 'trigger/too-few-rows',
      args: {
        why: { code: 'performance/drift-found', args: { detector: 'adwin', tick: 1 } },
        rows: 1000,
        minRows: 1200,
        since: 'champion',
      },
    });
    expect(held.events).toMatchObject([{ type: 'trigger', figures: { fired: false, decision: 'too-few-rows' } }]);
    expect((await trigger.tick(drifted(1))).events).toEqual([]);
    expect(
      (await trigger.tick({ ...drifted(1), rows: { ...fakeReport().rows, totalLabelled: 1_200 } })).signal.fired,
    ).toBe(true);
    const other = await startTrigger(performanceLive, { minRows: 1_200, coolDown: 0 });
    await other.tick(drifted(1));
    expect((await other.tick(drifted(1, 'v2'))).status.message.args.why).toMatchObject({
      code: 'performance/no-drift',
      args: { detector: 'adwin', warns: false, since: 2 },
    });
  });

  it('waits for the first rows of a promoted champion, and then asks for more than chance', async () => {
    const trigger = await startTrigger(performanceLive, { condition: 'relative', minRows: 0, coolDown: 0 });
    const first = (rows: number, reference: number | null, accuracy: number) =>
      trigger.tick(
        fakeReport({
          performance: {
            window: { accuracy },
            reference: reference === null ? null : { accuracy: reference },
            referenceOf: { what: 'first-rows', rows, needed: 300, chance: reference === null ? null : 0.04 },
          },
        }),
      );
    const waits = await first(120, null, 0.5);
    expect(waits.status.message.args.why).toMatchObject({
      code: 'performance/first-rows',
      args: { rows: 120, needed: 300 },
    });
    expect((await first(300, 0.9, 0.78)).signal.fired).toBe(false);
    const fires = await first(300, 0.9, 0.77);
    expect(fires.signal).toMatchObject({ fired: true, reason: { args: { chance: 0.04, reference: 0.9 } } });
  });
});
