import { z } from 'zod';
import type { JsonObject } from '../../../lib/json';
import { type Text, text } from '../../../lib/text';
import { defineLive, type Signal } from '../../contract/live';
import { pastDecision, withDecision } from '../../triggers/decision-history';
import { combineSpec, SIGNALS } from './spec';

const combineState = z.strictObject({
  /** By input: its last firing that has not been answered. */
  fired: z.record(
    z.string(),
    z.strictObject({ tick: z.number(), en: z.string(), ko: z.string(), row: z.number().nullable() }),
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
    const why = fired ? joined(Object.values(counting)) : missing(names.length, wired, mode, within);
    const reason = fired
      ? text(`Fired: ${why.en}.`, `작동했습니다: ${why.ko}.`)
      : text(`Did not fire: ${why.en}.`, `작동하지 않았습니다: ${why.ko}.`);
    const decision = fired ? 'fired' : 'not-fired';
    const history = withDecision(state.history, { tick: ctx.tick, decision, why: reason, always: fired });
    const figures: JsonObject = { decision, mode, within, of: wired, counting: names, ...earliest(counting) };
    return {
      state: { fired: fired ? {} : counting, history },
      outputs: { signal: { type: 'signal', signal: { fired, reason: why, figures } } },
      events: fired ? [{ type: 'trigger', reason, figures: { fired, ...figures } }] : [],
      status: { level: fired ? 'busy' : 'ok', text: reason, figures: { ...figures, history } },
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
      counting[name] = { tick, en: reason.en, ko: reason.ko, row };
    } else if (old !== undefined && tick - old.tick < within) counting[name] = old;
  }
  return counting;
}

/** What training since the drift goes by: the earliest of the conditions. */
function earliest(counting: Fired): JsonObject {
  const rows = Object.values(counting).flatMap(({ row }) => (row === null ? [] : [row]));
  return { sinceRow: rows.length === 0 ? null : Math.min(...rows) };
}

function joined(firings: readonly Text[]): Text {
  return text(firings.map(({ en }) => en).join('; '), firings.map(({ ko }) => ko).join(' / '));
}

function missing(counting: number, of: number, mode: 'any' | 'all', within: number): Text {
  if (mode === 'any') return text(`none of ${of} signals fired`, `신호 ${of}개 중 작동한 것이 없음`);
  return text(
    `${counting} of ${of} signals fired within ${within} ticks`,
    `${within}틱 안에 신호 ${of}개 중 ${counting}개만 작동함`,
  );
}
