import type { Message } from '../../../lib/message';
import { defineLive, type LiveModel, type LiveStep, type Signal, type TickContext } from '../../contract/live';
import type { LiveEventDraft } from '../../contract/live-events';
import { joinRanges } from '../../contract/row-range';
import { beginning, failure, finish } from './events';
import { sayOfTrain } from './messages';
import type { TrainParams } from './params';
import { jobOf, learnedRows, trainingRows } from './rows';
import { trainSpec } from './spec';
import { type Firing, type Running, type TrainState, trainState } from './state';

/** Trains challengers when its signal fires. */
export const trainLive = defineLive(trainSpec, trainState, {
  start: () => ({
    pending: null,
    missing: 0,
    running: null,
    remembered: null,
    trained: 0,
    failed: 0,
    dropped: 0,
    last: null,
  }),
  tick: async (state, inputs, params, ctx) => {
    const signal = inputs.signal?.signal ?? null;
    const champion = inputs.model?.model ?? null;
    if (champion === null) return idle(state, sayOfTrain('no-champion'));
    const { stream } = champion;
    if (stream === null) return idle(state, sayOfTrain('no-stream'));
    const heard = hear(forgetAnswered(state, champion), signal, params, champion, stream, ctx);
    const [begun, began] = beginIfDue(heard, params, champion, stream, ctx);
    const { state: next, events, challenger } = await finishIfDue(begun, params, ctx);
    return {
      state: next,
      outputs: challenger === null ? {} : { model: { type: 'model', model: challenger } },
      events: [...began, ...events],
      status: statusOf(next, params, champion, stream, ctx),
    };
  },
  awaits: ({ running, pending, missing }) =>
    running !== null || pending === null || missing === 0 ? null : { since: pending.tick, rows: missing },
});

function idle(state: TrainState, message: Message): LiveStep<TrainState> {
  return { state, outputs: {}, events: [], status: { level: 'warning', message } };
}

/** A firing that came while a training ran is answered once that training's model, or another, has taken over. */
function forgetAnswered(state: TrainState, { version }: LiveModel): TrainState {
  const isAnswered = (firing: Firing | null): boolean =>
    firing !== null && firing.champion !== null && firing.champion !== version;
  const [pending, remembered] = [isAnswered(state.pending), isAnswered(state.remembered)];
  if (!pending && !remembered) return state;
  return {
    ...state,
    pending: pending ? null : state.pending,
    remembered: remembered ? null : state.remembered,
    dropped: state.dropped + Number(pending) + Number(remembered),
  };
}

/** Takes a firing in: it waits for its rows, or, while a job runs, is remembered once or dropped. */
function hear(
  state: TrainState,
  signal: Signal | null,
  { whileBusy }: TrainParams,
  champion: LiveModel,
  stream: string,
  ctx: TickContext,
): TrainState {
  if (signal?.fired !== true) return state;
  const { sinceRow } = signal.figures;
  const firing: Firing = {
    tick: ctx.tick,
    labelledTo: ctx.stream(stream).labelledTo,
    sinceRow: typeof sinceRow === 'number' ? sinceRow : null,
    champion: state.running === null ? null : champion.version,
    reason: signal.reason,
  };
  if (state.running === null && state.pending === null) return { ...state, pending: firing };
  // A firing that waits for its rows already answers this one too.
  if (state.running !== null && whileBusy === 'remember') return { ...state, remembered: firing };
  return { ...state, dropped: state.dropped + 1 };
}

function beginIfDue(
  state: TrainState,
  params: TrainParams,
  champion: LiveModel,
  stream: string,
  ctx: TickContext,
): readonly [TrainState, readonly LiveEventDraft[]] {
  if (state.running !== null) {
    // After a restart the job is not known any more: it is begun anew.
    ctx.retraining.begin(state.running.job);
    return [state, []];
  }
  const firing = state.pending;
  if (firing === null) return [state, []];
  const missing = missingRows(params, champion, firing, stream, ctx);
  if (missing > 0) return [{ ...state, missing }, []];
  const rows = trainingRows(params, champion, { ...ctx.stream(stream), sinceRow: firing.sinceRow });
  const job = jobOf(`${ctx.nodeId}:${ctx.tick}`, params, champion, stream, rows);
  ctx.retraining.begin(job);
  const running: Running = {
    job,
    firing,
    begun: ctx.tick,
    base: champion.version,
    baseTo: champion.trainedOn?.to ?? 0,
    ...(job.mode === 'full' ? {} : { baseLearned: learnedRows(champion) }),
  };
  return [{ ...state, pending: null, missing: 0, running }, [beginning(running)]];
}

/** Labelled rows that must still come in before this firing's training can begin. */
function missingRows(
  params: TrainParams,
  champion: LiveModel,
  { labelledTo, sinceRow }: Firing,
  stream: string,
  ctx: TickContext,
): number {
  const now = ctx.stream(stream).labelledTo;
  const { from, to } = trainingRows(params, champion, { labelledTo: now, sinceRow });
  return Math.max(0, labelledTo + params.wait - now, params.leastRows - (to - from));
}

interface Finished {
  readonly state: TrainState;
  readonly events: readonly LiveEventDraft[];
  readonly challenger: LiveModel | null;
}

async function finishIfDue(state: TrainState, params: TrainParams, ctx: TickContext): Promise<Finished> {
  const { running } = state;
  const due =
    running !== null &&
    // With the stream the ticks end: what is under way is waited for in its last.
    (ctx.stream(running.job.stream).atEnd ||
      (ctx.tick >= running.begun + params.takes &&
        (!ctx.retraining.onWallClock || ctx.retraining.isDone(running.job.id))));
  if (!due) return { state, events: [], challenger: null };
  const outcome = await ctx.retraining.result(running.job.id);
  const free = { ...state, running: null, pending: state.remembered, remembered: null };
  if (!outcome.ok) {
    const events = failure(running, outcome, ctx.tick);
    return { state: { ...free, failed: state.failed + 1, last: events[0].reason }, events, challenger: null };
  }
  const ended = finish(running, outcome, ctx.tick);
  return {
    state: { ...free, trained: state.trained + 1, last: ended.reason },
    events: [ended],
    challenger: challengerOf(running, outcome, ended.reason),
  };
}

function challengerOf(
  { job, begun: begunAt, baseTo, baseLearned }: Running,
  { version, metrics }: { readonly version: string; readonly metrics: LiveModel['metrics'] },
  reason: Message,
): LiveModel {
  const { deployment, stream, rows } = job;
  // What goes on from the served weights has seen all that they have.
  const trainedOn = job.mode === 'full' ? rows : { from: rows.from, to: Math.max(rows.to, baseTo) };
  const learned = baseLearned === undefined ? {} : { learned: joinRanges([...baseLearned, rows]) };
  return {
    version,
    as: 'challenger',
    deployment,
    stream,
    trainedOn,
    ...learned,
    begunAt,
    metrics,
    fresh: true,
    reason,
  };
}

function statusOf(
  state: TrainState,
  params: TrainParams,
  champion: LiveModel,
  stream: string,
  ctx: TickContext,
): LiveStep['status'] {
  const { running, pending, remembered, trained, failed, dropped, last } = state;
  const figures = { trained, failed, dropped, remembered: remembered !== null };
  if (running !== null) {
    const { from, to } = running.job.rows;
    const message = sayOfTrain('trains', { rows: to - from, since: running.begun, again: remembered !== null });
    return { level: 'busy', message, figures: { ...figures, job: running.job.id, rowsFrom: from, rowsTo: to } };
  }
  if (pending !== null) {
    const missing = missingRows(params, champion, pending, stream, ctx);
    return {
      level: 'busy',
      message: sayOfTrain('waits-for-rows', { missing }),
      figures: { ...figures, missingRows: missing },
    };
  }
  return { level: 'ok', message: last ?? sayOfTrain('waits-for-signal'), figures };
}
