import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { JsonObject } from '../../lib/json';
import type { Message } from '../../lib/message';
import type { Kind } from '../contract/kind';
import { type Awaited, defineLive, type LiveRunner, type LiveStep, type TickContext } from '../contract/live';
import type { MonitorReport } from '../contract/monitor-report';
import { backOff, type Causes, firing, type Patience, stillToWait, withFiring, withHold } from './back-off';
import { pastDecision, withDecision } from './decision-history';
import { sayOfTrigger } from './messages';
import type { reportInput, signalOutput, TriggerParams } from './trigger-params';

/*
 * What every trigger shares: minimum rows, cool-down, the history of its decisions, and the sentence on why it
 * fired or did not. A trigger's own file is its condition alone.
 */

/** What a condition may look at. */
export interface Moment<P, O> {
  readonly params: P;
  readonly own: O;
  /** Null where no monitor is connected. */
  readonly report: MonitorReport | null;
  /** The later of the last firing and the champion's first tick; what happened up to here is answered already. */
  readonly answeredTo: number;
  /** Tick of the last firing; 0 before the first. */
  readonly firedAt: number;
  readonly ctx: TickContext;
}

/** What a condition says. `why` carries its figures and is no whole sentence: "accuracy 0.91 over 500 rows, bound 0.85". */
export interface Condition<O> {
  readonly met: boolean;
  readonly why: Message;
  readonly figures: JsonObject;
  readonly own: O;
  /** What it is met by, and how strongly; absent of one that fires again whatever became of its last firing. */
  readonly causes?: Causes;
}

const place = z.strictObject({ tick: z.number(), batch: z.number(), labelled: z.number() });

const triggerState = z.strictObject({
  own: z.record(z.string(), z.json()),
  /** Batches with rows that this trigger has seen; ticks, where no monitor is connected. */
  batches: z.number(),
  /** Rows before this one had got their labels by the tick before; null before the first. */
  labelledTo: z.number().nullable(),
  firing: place.nullable(),
  champion: place.extend({ version: z.string() }).nullable(),
  /** Since when the condition has been met without a break, and the first labelled row of that tick. */
  met: z.strictObject({ tick: z.number(), row: z.number().nullable() }).nullable(),
  decision: z.enum(['fired', 'not-fired', 'too-few-rows', 'cool-down', 'backed-off', 'awaited']),
  /** The training that a firing would have been lost on, and that this was told: when it was asked for. */
  toldAwaited: z.number().exactOptional(),
  history: z.array(pastDecision).readonly(),
  patience: z
    .strictObject({ backOff: backOff.nullable(), firings: z.array(firing).readonly() })
    .default({ backOff: null, firings: [] }),
});
type TriggerState = z.infer<typeof triggerState>;

/** A kind that hears a monitor's report, where one is connected, and gives a signal. */
type TriggerKind<P extends JsonObject, Id extends string> = Kind<
  P,
  Id,
  readonly [typeof reportInput],
  readonly [typeof signalOutput]
>;

/**
 * A trigger out of its condition. `own` is what the condition itself remembers; `judge` gives null where the report that
 * it needs is silent, as while nothing is predicted.
 */
export function defineTrigger<P extends JsonObject & TriggerParams, Id extends string, O extends JsonObject>(
  kind: TriggerKind<P, Id>,
  trigger: { readonly own: z.ZodType<O>; readonly begin: O; judge(at: Moment<P, O>): Condition<O> | null },
): LiveRunner {
  return defineLive(kind, triggerState, {
    start: (): TriggerState => ({
      own: plain(trigger.begin),
      batches: 0,
      labelledTo: null,
      firing: null,
      champion: null,
      met: null,
      decision: 'not-fired',
      history: [],
      patience: NO_PATIENCE,
    }),
    tick: (state, inputs, given, ctx) => {
      const report = inputs.report?.report ?? null;
      const seen = withReport(state, report, ctx);
      const judged = trigger.judge({
        params: given,
        own: trigger.own.parse(state.own),
        report,
        answeredTo: Math.max(seen.firing?.tick ?? 0, seen.champion?.tick ?? 0),
        firedAt: seen.firing?.tick ?? 0,
        ctx,
      });
      if (judged === null) return waiting(state);
      const { own, ...said } = judged;
      return decide({ ...seen, own: plain(own) }, said, report, given, ctx);
    },
  });
}

const NO_PATIENCE: Patience = { backOff: null, firings: [] };
const WAITS = sayOfTrigger('no-report');

/** A tick in which nothing could be judged leaves everything as it was. */
function waiting(state: TriggerState): LiveStep<TriggerState> {
  const figures = { decision: 'no-report' };
  return {
    state,
    outputs: { signal: { type: 'signal', signal: { fired: false, reason: WAITS, figures } } },
    events: [],
    status: { level: 'warning', message: WAITS, figures: { ...figures, history: state.history } },
  };
}

/** JSON as the state's schema spells it: mutable, for it is made anew. */
const plain = (value: JsonObject): TriggerState['own'] => triggerState.shape.own.parse(value);

function withReport(state: TriggerState, report: MonitorReport | null, ctx: TickContext): TriggerState {
  if (report === null) return { ...state, batches: state.batches + 1 };
  const batches = state.batches + (report.rows.batch > 0 ? 1 : 0);
  if (state.champion?.version === report.version) return { ...state, batches };
  const first = state.champion === null;
  const labelled = first ? 0 : report.rows.totalLabelled - report.rows.labelled;
  const champion = { version: report.version, tick: first ? 0 : ctx.tick, batch: batches, labelled };
  return { ...state, batches, champion, met: null, patience: NO_PATIENCE };
}

type Said = Omit<Condition<JsonObject>, 'own'>;

function decide(
  state: TriggerState,
  { met, why, figures, causes }: Said,
  report: MonitorReport | null,
  { minRows, coolDown }: TriggerParams,
  ctx: TickContext,
): LiveStep<TriggerState> {
  const since = sinceLast(state, report);
  const { batches } = state;
  const hasRows = report === null || report.rows.batch > 0;
  const patience = withHold(state.patience, { held: report?.held, batches, hasRows, met, causes, coolDown });
  const toWait = stillToWait(patience, batches);
  const { backOff: waits } = patience;
  const restrained = !met
    ? 'not-fired'
    : waits !== null && toWait > 0
      ? 'backed-off'
      : since.rows !== null && since.rows < minRows
        ? 'too-few-rows'
        : since.batches !== null && since.batches < coolDown
          ? 'cool-down'
          : 'fired';
  // Another champion may have answered what was asked for; whether it has is seen in this tick.
  const awaited = met && state.champion?.tick !== ctx.tick ? ctx.awaited() : null;
  const decision = awaited === null ? restrained : 'awaited';
  const fired = decision === 'fired';
  const reason = sentence(decision, why, since, { minRows, coolDown, holds: waits?.holds ?? 0, toWait, awaited });
  const metSince = met ? (state.met ?? { tick: ctx.tick, row: firstLabelled(state, report, ctx) }) : null;
  const hasNewHold = waits !== null && waits.holds !== state.patience.backOff?.holds;
  // A condition that has fired and stays met during its cool-down is nothing new.
  const heldNow =
    awaited === null
      ? met && !fired && (state.decision === 'not-fired' || hasNewHold)
      : awaited.since !== state.toldAwaited || hasNewHold;
  const history = withDecision(state.history, { tick: ctx.tick, decision, reason, always: fired || hasNewHold });
  const told: JsonObject = {
    ...figures,
    decision,
    rowsSince: since.rows,
    minRows,
    batchesSince: since.batches,
    coolDown,
    ...(waits === null ? {} : { holds: waits.holds, batchesToWait: toWait }),
    ...(awaited === null ? {} : { askedAt: awaited.since, rowsAwaited: awaited.rows }),
    sinceTick: metSince?.tick ?? null,
    sinceRow: metSince?.row ?? null,
  };
  const here = { tick: ctx.tick, batch: state.batches, labelled: report?.rows.totalLabelled ?? 0 };
  return {
    state: {
      ...state,
      labelledTo: report === null ? null : ctx.stream(report.stream).labelledTo,
      // What would be lost counts as said: the training learns from the newest rows once it begins.
      firing: restrained === 'fired' ? here : state.firing,
      met: metSince,
      decision,
      history,
      ...(awaited === null ? {} : { toldAwaited: awaited.since }),
      patience: restrained === 'fired' && causes !== undefined ? withFiring(patience, ctx.tick, causes) : patience,
    },
    outputs: { signal: { type: 'signal', signal: { fired, reason: why, figures: told } } },
    events: fired || heldNow ? [{ type: 'trigger', reason, figures: { fired, ...told } }] : [],
    status: { level: fired ? 'busy' : met ? 'warning' : 'ok', message: reason, figures: { ...told, history } },
  };
}

interface SinceLast {
  /** Labelled rows; null where nobody counts them. */
  readonly rows: number | null;
  /** Whether it was the last firing, and not the champion, that they are counted from. */
  readonly fromFiring: boolean;
  /** Batches since the last firing; null before the first. */
  readonly batches: number | null;
}

function sinceLast({ firing, champion, batches }: TriggerState, report: MonitorReport | null): SinceLast {
  const fromFiring = firing !== null && firing.labelled > (champion?.labelled ?? -1);
  const from = Math.max(firing?.labelled ?? 0, champion?.labelled ?? 0);
  return {
    rows: report === null ? null : report.rows.totalLabelled - from,
    fromFiring,
    batches: firing === null ? null : batches - firing.batch,
  };
}

/** The stream's first row whose label was due in this tick; it may be missing for good. */
function firstLabelled({ labelledTo }: TriggerState, report: MonitorReport | null, ctx: TickContext): number | null {
  return report === null ? null : (labelledTo ?? ctx.stream(report.stream).historyRows);
}

/** What keeps a condition that is met from firing, beside the rows and batches since it fired last. */
interface Restraint {
  readonly holds: number;
  readonly toWait: number;
  readonly awaited: Awaited | null;
}

function sentence(
  decision: TriggerState['decision'],
  why: Message,
  { rows, fromFiring, batches }: SinceLast,
  { minRows, coolDown, holds, toWait, awaited }: TriggerParams & Restraint,
): Message {
  switch (decision) {
    case 'fired':
    case 'not-fired':
      return sayOfTrigger(decision, { why });
    case 'too-few-rows':
      return sayOfTrigger(decision, { why, rows: rows ?? 0, minRows, since: fromFiring ? 'firing' : 'champion' });
    case 'backed-off':
      return sayOfTrigger(decision, { why, holds, batches: toWait });
    case 'awaited':
      return sayOfTrigger(decision, { why, since: awaited?.since ?? 0, rows: awaited?.rows ?? 0 });
    case 'cool-down':
      return sayOfTrigger(decision, { why, batches: batches ?? 0, coolDown });
  }
}
