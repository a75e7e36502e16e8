import { z } from 'zod';
import {
  defineLive,
  type Held,
  type LiveModel,
  type ServedBatch,
  type StreamBatch,
  type TickContext,
} from '../../contract/live';
import type { LiveEventDraft, LiveStatus } from '../../contract/live-events';
import { heldSchema } from '../../contract/live-schemas';
import { type AnsweredBatch, answerBatch } from './answer-batch';
import { type Chain, champion, leftBehind, serving } from './champions';
import { changeChampion } from './changes';
import { sayOfDeploy } from './messages';
import { type DeployParams, deploySpec } from './spec';
import { keepAnswers, settle, waitingAnswers } from './waiting-answers';

const deployState = z.strictObject({
  /** Champions in the order in which they came to serve; the last one serves. */
  chain: z.array(champion),
  /** Champions that somebody went back behind. */
  left: z.array(champion),
  waiting: z.array(waitingAnswers),
  /** The stream that it answers; null before its first batch. */
  stream: z.string().nullable(),
  /** Whether the batch before could not be answered at all. */
  failing: z.boolean(),
  /** The last challenger held against the one that serves; absent where none was. */
  held: heldSchema.exactOptional(),
});
type DeployState = z.infer<typeof deployState>;

const FIRST = sayOfDeploy('first');

export const deployLive = defineLive(deploySpec, deployState, {
  async start(inputs, _params, ctx): Promise<DeployState> {
    const metrics = { ...ctx.evaluated };
    const version = await ctx.models.keep(inputs.model.model, {
      deployment: ctx.nodeId,
      madeBy: 'pipeline',
      parent: null,
      tick: 0,
      rows: null,
      metrics,
    });
    await ctx.models.promote(version, { deployment: ctx.nodeId, tick: 0, why: FIRST });
    const first = { version, fromHistory: true, trainedOn: null, metrics, reason: FIRST };
    return { chain: [first], left: [], waiting: [], stream: null, failing: false };
  },

  async tick(state, inputs, params, ctx) {
    const handed = inputs.promoted?.model ?? null;
    const batch = inputs.stream?.batch ?? null;
    const stream = batch?.stream ?? state.stream;
    const changed = await changeChampion(state, handed, stream, ctx);
    const fresh = serving(changed.chain).version !== serving(state.chain).version;
    const model = liveModel(changed.chain, stream, fresh, ctx);
    const left = changed.chain === state.chain ? state.left : [...leftBehind(state.left, state.chain, changed.chain)];
    const { held: before, ...rest } = state;
    const held = fresh ? undefined : handed?.as === 'held' ? heldOf(handed, ctx) : before;
    const next: DeployState = {
      ...rest,
      chain: [...changed.chain],
      left,
      stream,
      ...(held === undefined ? {} : { held }),
    };
    if (batch === null) {
      const status = { level: 'ok', message: sayOfDeploy('serves', { version: model.version }) } as const;
      return { state: next, outputs: { model: { type: 'model', model } }, events: changed.events, status };
    }
    const { served, answered, state: after } = await serve(next, batch, model, params, ctx);
    return {
      state: after,
      outputs: { model: { type: 'model', model }, predictions: { type: 'stream', batch, served } },
      events: [...changed.events, ...eventsOf(batch, answered, model.version, state.failing)],
      status: statusOf(batch, answered, model.version),
    };
  },
});

async function serve(
  state: DeployState,
  batch: StreamBatch,
  model: LiveModel,
  params: DeployParams,
  ctx: TickContext,
): Promise<{ readonly served: ServedBatch; readonly answered: AnsweredBatch; readonly state: DeployState }> {
  const { rows, labelled } = batch;
  const answered = await answerBatch(model.version, ctx.rows(batch.stream, rows), params, ctx);
  const { answers, refused } = answered;
  const isAwaited = rows.to > rows.from && ctx.stream(batch.stream).target !== null;
  const known = isAwaited ? [...state.waiting, keepAnswers(rows, answers)] : state.waiting;
  const { settled, waiting } = settle(known, labelled, answers.outputs, answers.classes ?? null);
  return {
    answered,
    served: {
      deployment: ctx.nodeId,
      champion: model,
      ...(state.held === undefined ? {} : { held: state.held }),
      answers,
      settled,
      refused: refused.map(({ row }) => rows.from + row),
    },
    state: {
      ...state,
      waiting: [...waiting],
      failing: rows.to > rows.from ? allRefused(batch, answered) : state.failing,
    },
  };
}

const heldOf = ({ version, begunAt, trainedOn, stoodUp }: LiveModel, { tick }: TickContext): Held => ({
  version,
  tick,
  begunAt: begunAt ?? null,
  rows: trainedOn,
  stoodUp: stoodUp ?? false,
});

function liveModel(chain: Chain, stream: string | null, fresh: boolean, ctx: TickContext): LiveModel {
  const { version, fromHistory, trainedOn, learned, metrics, reason } = serving(chain);
  const history = fromHistory && stream !== null ? { from: 0, to: ctx.stream(stream).historyRows } : null;
  return {
    version,
    as: 'champion',
    deployment: ctx.nodeId,
    stream,
    trainedOn: trainedOn ?? history,
    ...(learned === undefined ? {} : { learned }),
    metrics,
    fresh,
    reason,
  };
}

const allRefused = ({ rows }: StreamBatch, { refused }: AnsweredBatch): boolean =>
  refused.length === rows.to - rows.from;

function eventsOf(batch: StreamBatch, answered: AnsweredBatch, version: string, wasFailing: boolean): LiveEventDraft[] {
  const { from, to } = batch.rows;
  const count = to - from;
  if (count === 0) return [];
  const { refused, reasons, warned, warnings } = answered;
  const figures = {
    version,
    from,
    to,
    rows: count,
    answered: count - refused.length,
    refused: refused.length,
    warned,
    reasons,
    warnings,
  };
  const event: LiveEventDraft = { type: 'batch', reason: sayOfDeploy('batch', saidOf(count, answered)), figures };
  if (wasFailing || !allRefused(batch, answered)) return [event];
  const reason = sayOfDeploy('none-answered', { reasons: Object.keys(reasons) });
  return [event, { type: 'alert', reason, figures: { version, rows: count, reasons } }];
}

const saidOf = (rows: number, { refused, warned }: AnsweredBatch) => ({
  rows,
  answered: rows - refused.length,
  warned,
});

function statusOf(batch: StreamBatch, answered: AnsweredBatch, version: string): LiveStatus {
  const { refused, warned } = answered;
  const said = saidOf(batch.rows.to - batch.rows.from, answered);
  return {
    level: said.rows > 0 && said.answered === 0 ? 'alarm' : refused.length + warned > 0 ? 'warning' : 'ok',
    message: sayOfDeploy('status', { version, ...said }),
    figures: { version, ...said, refused: refused.length },
  };
}
