import { z } from 'zod';
import type { JsonObject } from '../../../lib/json';
import { messageSchema, reasonOfWords } from '../../../lib/message-schema';
import { defineLive, type Signal } from '../../contract/live';
import { pastDecision, withDecision } from '../../triggers/decision-history';
import { sayOfTrigger } from '../../triggers/messages';
import { sayOfCombine } from './messages';
import { combineSpec, SIGNALS } from './spec';

const combineState = z.strictObject({
  /** By input: its last firing that has not been answered. */
  fired: z.record(
    z.string(),
    z.preprocess(
      reasonOfWords,
      z.strictObject({ tick: z.number(), reason: messageSchema, row: z.number().nullable() }),
    ),
  ),
  history: z.array(pastDecision).readonly(),
});
type Fired = z.infer<typeof combineState>['fired'];

/** Joins signals: any of them, or all within some ticks. */
export const combineLive = defineLive(combineSpec, combineState, {
  start: () => ({ fired: {}, history: [] }),
  tick: (state, inputs, { mode, within }, ctx) => {
    const signals = signalsOf(inputs);
    const wired = signals.length;
    const counting = stillCounting(state.fired, signals, mode === 'any' ? 1 : within, ctx.tick);
    const names = Object.keys(counting);
    const fired = mode === 'any' ? names.length > 0 : wired > 0 && names.length === wired;
    const why = fired
      ? sayOfCombine('all', { whys: Object.values(counting).map(({ reason }) => reason) })
      : mode === 'any'
        ? sayOfCombine('none', { of: wired })
        : sayOfCombine('some', { counting: names.length, of: wired, within });
    const decision = fired ? 'fired' : 'not-fired';
    const reason = sayOfTrigger(decision, { why });
    const history = withDecision(state.history, { tick: ctx.tick, decision, reason, always: fired });
    const figures: JsonObject = { decision, mode, within, of: wired, counting: names, ...earliest(counting) };
    return {
      state: { fired: fired ? {} : counting, history },
      outputs: { signal: { type: 'signal', signal: { fired, reason: why, figures } } },
      events: fired ? [{ type: 'trigger', reason, figures: { fired, ...figures } }] : [],
      status: { level: fired ? 'busy' : 'ok', message: reason, figures: { ...figures, history } },
    };
  },
});

/** What is wired, in the inputs' order; null where it stays silent in this tick. */
function signalsOf(
  inputs: Readonly<Record<(typeof SIGNALS)[number], { readonly signal: Signal } | undefined>>,
): readonly (readonly [string, Signal | null])[] {
  return SIGNALS.filter((name) => name in inputs).map((name) => [name, inputs[name]?.signal ?? null] as const);
}

/** The firings that still count, this tick's among them, in the inputs' order. */
function stillCounting(
  before: Fired,
  signals: readonly (readonly [string, Signal | null])[],
  within: number,
  tick: number,
): Fired {
  const counting: Fired = {};
  for (const [name, signal] of signals) {
    const old = before[name];
    if (signal?.fired === true) {
      const { reason, figures } = signal;
      const row = typeof figures.sinceRow === 'number' ? figures.sinceRow : null;
      counting[name] = { tick, reason, row };
    } else if (old !== undefined && tick - old.tick < within) counting[name] = old;
  }
  return counting;
}

/** What training since the drift goes by: the earliest of the conditions. */
function earliest(counting: Fired): JsonObject {
  const rows = Object.values(counting).flatMap(({ row }) => (row === null ? [] : [row]));
  return { sinceRow: rows.length === 0 ? null : Math.min(...rows) };
}
