import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '../../lib/text';
import { said } from '../../testing/lib/said';
import { fakeReport } from '../../testing/nodes/fake-report';
import { startTrigger } from '../../testing/nodes/fake-trigger';
import { defineKind } from '../contract/kind';
import { sayOfTrigger } from './messages';
import { defineTrigger } from './trigger-frame';
import { inferTrigger, reportInput, signalOutput, triggerForm, triggerShape } from './trigger-params';

const kindOf = (id: string, coolDown: number) =>
  defineKind({
    id,
    version: 1,
    stage: 'retrain',
    role: 'trigger',
    computesWith: 'nothing',
    icon: 'box',
    title: text(id, id),
    keywords: [],
    inputs: [reportInput],
    outputs: [signalOutput],
    params: z.strictObject(triggerShape({ minRows: 0, coolDown })),
    form: triggerForm,
    summary: () => text(id, id),
    infer: (inputs, params) => inferTrigger(inputs, params),
  });

/** Fires whenever the figure in the report's window is below 1. */
const live = defineTrigger(kindOf('test.trigger', 3), {
  own: z.strictObject({ asked: z.number() }),
  begin: { asked: 0 },
  judge: ({ own, report }) => {
    const value = report?.performance.window.accuracy ?? 0;
    return {
      own: { asked: own.asked + 1 },
      met: value < 1,
      why: said('figure', value),
      figures: { value, asked: own.asked + 1 },
    };
  },
});

/** Cannot judge without a report. */
const needy = defineTrigger(kindOf('test.needy', 0), {
  own: z.strictObject({}),
  begin: {},
  judge: ({ own, report }) => (report === null ? null : { own, met: true, why: said('seen'), figures: {} }),
});

const few = (since: string) => ({ code: 'trigger/too-few-rows', args: { rows: 100, minRows: 150, since } });
const bad = fakeReport({ performance: { window: { accuracy: 0.5 } } });
const good = fakeReport({ performance: { window: { accuracy: 1 } } });

describe('the frame of a trigger', () => {
  it('waits without a word on the timeline while the report that it needs is silent', async () => {
    const trigger = await startTrigger(needy, {});
    const { signal, events, status, state } = await trigger.tick();
    expect(signal).toMatchObject({ fired: false, figures: { decision: 'no-report' } });
    expect(events).toEqual([]);
    expect(status).toMatchObject({ level: 'warning', message: { code: 'trigger/no-report' } });
    expect(state).toMatchObject({ batches: 0, decision: 'not-fired', history: [] });
    expect((await trigger.tick(bad)).signal.fired).toBe(true);
  });

  it('lets the cool-down pass in batches, not counting ticks without rows', async () => {
    const trigger = await startTrigger(live, {});
    expect((await trigger.tick(bad)).signal.fired).toBe(true);
    const empty = { ...bad, rows: { ...bad.rows, batch: 0 } };
    expect((await trigger.tick(empty)).status.message).toEqual(
      sayOfTrigger('cool-down', { why: said('figure', 0.5), batches: 0, coolDown: 3 }),
    );
    await trigger.tick(bad);
    await trigger.tick(bad);
    expect((await trigger.tick(bad)).signal.fired).toBe(true);
  });

  it('says since which row its condition is met, whether or not every row got a label', async () => {
    const trigger = await startTrigger(live, {});
    await trigger.tick({ ...good, rows: { ...good.rows, labelled: 40 } });
    const sparse = await trigger.tick({ ...bad, rows: { ...bad.rows, labelled: 40 } });
    expect(sparse.signal.figures).toMatchObject({ sinceTick: 2, sinceRow: 100 });
  });

  it('tells once that it is held back, not while what it fired for goes on', async () => {
    const trigger = await startTrigger(live, { coolDown: 10 });
    await trigger.tick(bad);
    const events = [];
    for (const report of [bad, bad, good, bad, bad]) events.push((await trigger.tick(report)).events.length);
    expect(events).toEqual([0, 0, 0, 1, 0]);
  });

  describe('while what hears it waits for rows', () => {
    const waiting = (rows: number, since = 1) => ({ awaited: () => ({ since, rows }) });

    it('says so once for each training, and fires again once it would be heard', async () => {
      const trigger = await startTrigger(live, {});
      expect((await trigger.tick(bad)).signal.fired).toBe(true);
      const told = [];
      for (const rows of [300, 200, 100]) {
        const { signal, events, status } = await trigger.tick(bad, waiting(rows));
        told.push(events.length);
        expect(signal).toMatchObject({ fired: false, figures: { decision: 'awaited', askedAt: 1, rowsAwaited: rows } });
        expect(status.message).toEqual(sayOfTrigger('awaited', { why: said('figure', 0.5), since: 1, rows }));
      }
      expect(told).toEqual([1, 0, 0]);
      // Its cool-down goes on from where the firing would have been.
      for (const _ of [5, 6]) expect((await trigger.tick(bad)).signal.figures.decision).toBe('cool-down');
      const { signal, status } = await trigger.tick(bad);
      expect(signal.fired).toBe(true);
      expect(status.figures?.history).toHaveLength(4);
      expect((await trigger.tick(bad, waiting(300, 7))).events).toHaveLength(1);
    });

    it('has nothing to say where its condition is not met, however often that changes', async () => {
      const trigger = await startTrigger(live, { coolDown: 0 });
      const told = [];
      for (const report of [good, bad, good, bad]) told.push((await trigger.tick(report, waiting(100))).events.length);
      expect(told).toEqual([0, 1, 0, 0]);
    });

    it('fires in the tick in which another champion serves, which may have been what was waited with', async () => {
      const trigger = await startTrigger(live, { coolDown: 0 });
      await trigger.tick(bad);
      expect((await trigger.tick({ ...bad, version: 'v2' }, waiting(100))).signal.fired).toBe(true);
    });
  });

  it('counts rows from the later of champion and firing, and says which', async () => {
    const trigger = await startTrigger(live, { minRows: 150, coolDown: 0 });
    const at = (totalLabelled: number, version = 'v1') =>
      trigger.tick({ ...bad, version, rows: { ...bad.rows, totalLabelled } });
    expect((await at(100)).status.message).toMatchObject(few('champion'));
    expect((await at(200)).signal.fired).toBe(true);
    expect((await at(300)).status.message).toMatchObject(few('firing'));
    const { status, signal } = await at(500, 'v2');
    expect(status.message).toMatchObject(few('champion'));
    expect(signal.figures).toMatchObject({ sinceTick: 4 });
  });

  it('says since when the condition has been met', async () => {
    const trigger = await startTrigger(live, { coolDown: 0 });
    await trigger.tick(good);
    await trigger.tick(bad);
    expect((await trigger.tick(bad)).signal.figures).toMatchObject({ sinceTick: 2, sinceRow: 100 });
  });

  it('remembers the last 50 decisions that changed, and what its condition keeps', async () => {
    const trigger = await startTrigger(live, { coolDown: 0 });
    let last = await trigger.tick(good);
    for (let i = 0; i < 60; i++) last = await trigger.tick(i % 2 === 0 ? bad : good);
    const history = last.status.figures?.history;
    expect(history).toHaveLength(50);
    expect(Array.isArray(history) && history.at(-1)).toMatchObject({
      tick: 61,
      decision: 'not-fired',
      reason: sayOfTrigger('not-fired', { why: said('figure', 1) }),
    });
    expect(last.signal.figures.asked).toBe(61);
  });
});
