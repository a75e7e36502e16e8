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
    expect(status.text.en).toBe('Did not fire: accuracy 0.91 over 500 rows, bound 0.85.');
    expect(status.text.ko).toContain('0.91');
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
    expect(status.text.en).toBe('Did not fire: accuracy cannot be told from 0 labelled rows.');
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
    expect(status.text.en).toBe('Fired: accuracy 0.8 over 500 rows, bound 0.81, 10 % worse than the champion’s 0.9.');
  });

  it('says that there is none', async () => {
    const trigger = await startTrigger(performanceLive, { condition: 'relative', ...free });
    const { status } = await trigger.tick(fakeReport());
    expect(status.text.en).toBe('Did not fire: the champion came without a figure of its own for accuracy.');
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
    expect(held.status.text.en).toBe(
      'Would fire (ADWIN found drift at tick 1), but 1000 of 1200 labelled rows since the last champion.',
    );
    expect(held.events).toMatchObject([{ type: 'trigger', figures: { fired: false, decision: 'too-few-rows' } }]);
    expect((await trigger.tick(drifted(1))).events).toEqual([]);
    expect(
      (await trigger.tick({ ...drifted(1), rows: { ...fakeReport().rows, totalLabelled: 1_200 } })).signal.fired,
    ).toBe(true);
    const other = await startTrigger(performanceLive, { minRows: 1_200, coolDown: 0 });
    await other.tick(drifted(1));
    expect((await other.tick(drifted(1, 'v2'))).status.text.en).toBe(
      'Did not fire: ADWIN finds no drift since tick 2.',
    );
  });
});
