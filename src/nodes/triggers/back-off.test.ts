import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '../../lib/text';
import { said } from '../../testing/lib/said';
import { fakeReport } from '../../testing/nodes/fake-report';
import { type AskedTrigger, startTrigger } from '../../testing/nodes/fake-trigger';
import { defineKind } from '../contract/kind';
import { sayOfTrigger } from './messages';
import { defineTrigger } from './trigger-frame';
import { inferTrigger, reportInput, signalOutput, triggerForm, triggerShape } from './trigger-params';

const kind = defineKind({
  id: 'test.patient',
  version: 1,
  stage: 'retrain',
  role: 'trigger',
  computesWith: 'nothing',
  icon: 'box',
  title: text('patient', 'patient'),
  keywords: [],
  inputs: [reportInput],
  outputs: [signalOutput],
  params: z.strictObject(triggerShape({ minRows: 0, coolDown: 5 })),
  form: triggerForm,
  summary: () => text('patient', 'patient'),
  infer: (inputs, params) => inferTrigger(inputs, params),
});

/** Met by how far accuracy is below 1, as a cause of its own, or by kappa, as another. */
const judge = (causing: boolean) =>
  defineTrigger(kind, {
    own: z.strictObject({}),
    begin: {},
    judge: ({ own, report }) => {
      const { accuracy = 1, kappa = 1 } = report?.performance.window ?? {};
      const causes = {
        ...((accuracy ?? 1) < 1 ? { accuracy: 10 * (1 - (accuracy ?? 1)) } : {}),
        ...((kappa ?? 1) < 1 ? { kappa: 10 * (1 - (kappa ?? 1)) } : {}),
      };
      const met = Object.keys(causes).length > 0;
      return { own, met, why: said('figure'), figures: {}, ...(causing ? { causes } : {}) };
    },
  });

interface Script {
  readonly trigger: AskedTrigger;
  readonly ticks: number;
  /** Ticks from a firing until its challenger is held. */
  readonly heldAfter?: number;
  readonly window?: (tick: number) => Readonly<Record<string, number>>;
  readonly version?: (tick: number) => string;
}

const BAD = { accuracy: 0.5 };

/** The ticks in which it fired, and all that it said. A firing while a challenger is under way begins nothing. */
async function play({ trigger, ticks, heldAfter = 2, window = () => BAD, version = () => 'v1' }: Script) {
  const fired: number[] = [];
  const events: { readonly tick: number; readonly decision: unknown }[] = [];
  let begun: number | null = null;
  let held: { readonly version: string; readonly tick: number; readonly begunAt: number } | null = null;
  let last = await trigger.tick(fakeReport({ performance: { window: { accuracy: 1 } } }));
  for (let tick = 2; tick <= ticks; tick++) {
    if (begun !== null && tick >= begun + heldAfter) {
      held = { version: `c${begun}`, tick, begunAt: begun };
      begun = null;
    }
    const found = held === null ? {} : { held: { ...held, rows: null, stoodUp: true } };
    last = await trigger.tick(fakeReport({ version: version(tick), performance: { window: window(tick) }, ...found }));
    for (const { figures } of last.events) events.push({ tick, decision: figures.decision });
    if (!last.signal.fired) continue;
    fired.push(tick);
    begun ??= tick;
  }
  return { fired, events, last };
}

const patient = (params = {}) => startTrigger(judge(true), params);

describe('a trigger whose challengers are held', () => {
  it('lets twice as much time pass after every hold for the same cause, and says so', async () => {
    const { fired, events } = await play({ trigger: await patient(), ticks: 200 });
    // Held in 4, 16, 38, 80: ten batches, twenty, forty, eighty.
    expect(fired).toEqual([2, 14, 36, 78, 160]);
    expect(events.filter(({ decision }) => decision === 'backed-off').map(({ tick }) => tick)).toEqual([
      4, 16, 38, 80, 162,
    ]);
  });

  it('says what it waits for', async () => {
    const { last } = await play({ trigger: await patient(), ticks: 6 });
    expect(last.status).toMatchObject({
      level: 'warning',
      figures: { decision: 'backed-off', holds: 1, batchesToWait: 8 },
    });
    expect(last.status.message).toEqual(sayOfTrigger('backed-off', { why: said('figure'), holds: 1, batches: 8 }));
  });

  it('fires as before where it is met by something else, or twice as strongly', async () => {
    const other = (tick: number) => (tick < 7 ? BAD : { ...BAD, kappa: 0.5 });
    expect((await play({ trigger: await patient(), ticks: 8, window: other })).fired).toEqual([2, 7]);
    const barely = (tick: number) => (tick < 7 ? BAD : { ...BAD, kappa: 0.89 });
    expect((await play({ trigger: await patient(), ticks: 8, window: barely })).fired).toEqual([2]);
    const worse = (tick: number) => (tick < 7 ? { accuracy: 0.8 } : { accuracy: 0.55 });
    expect((await play({ trigger: await patient(), ticks: 8, window: worse })).fired).toEqual([2, 7]);
  });

  it('does not count a hold where the matter has grown since that training began: it was begun for less', async () => {
    const growing = (tick: number) => ({ accuracy: tick < 4 ? 0.8 : 0.4 });
    const { fired, last } = await play({ trigger: await patient(), ticks: 9, window: growing });
    expect(fired).toEqual([2, 7]);
    expect(last.status.figures).toMatchObject({ decision: 'backed-off', holds: 1 });
  });

  it('forgets the holds once its condition has not been met for as long as it waits, or another model serves', async () => {
    const calm = (tick: number) => (tick > 4 && tick < 15 ? { accuracy: 1 } : BAD);
    expect((await play({ trigger: await patient(), ticks: 30, window: calm })).fired).toEqual([2, 15, 27]);
    const short = (tick: number) => (tick > 4 && tick < 10 ? { accuracy: 1 } : BAD);
    expect((await play({ trigger: await patient(), ticks: 30, window: short })).fired).toEqual([2, 14]);
    const promoted = (tick: number) => (tick < 8 ? 'v1' : 'v2');
    expect((await play({ trigger: await patient(), ticks: 8, version: promoted })).fired).toEqual([2, 8]);
  });

  it('counts a hold once, however often it is told, and not one that answers nobody’s firing', async () => {
    const trigger = await patient();
    const held = { version: 'c', tick: 3, begunAt: 1, rows: null, stoodUp: true };
    const tick = () => trigger.tick(fakeReport({ performance: { window: BAD }, held }));
    expect((await tick()).signal.fired).toBe(true);
    const second = await tick();
    const third = await tick();
    expect([second, third].map(({ status }) => status.figures?.holds)).toEqual([1, 1]);
    const strange = await patient();
    const before = { ...held, begunAt: 0 };
    const of = () => strange.tick(fakeReport({ performance: { window: BAD }, held: before }));
    expect((await of()).signal.fired).toBe(true);
    expect((await of()).status.figures?.decision).toBe('cool-down');
  });

  it('goes on firing where what it waits for has no cause that could be the same', async () => {
    const scheduled = await startTrigger(judge(false), {});
    expect((await play({ trigger: scheduled, ticks: 20 })).fired).toEqual([2, 7, 12, 17]);
  });

  it('goes on from a state that knew of no holds', async () => {
    const live = judge(true);
    const trigger = await patient();
    const { state } = await trigger.tick(fakeReport({ performance: { window: BAD } }));
    const { patience, ...before } = state;
    expect(patience).toBeDefined();
    const went = await startTrigger(live, {}, undefined, before);
    expect((await went.tick(fakeReport({ performance: { window: BAD } }))).status.figures?.decision).toBe('cool-down');
  });
});
