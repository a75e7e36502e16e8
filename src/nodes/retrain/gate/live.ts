import type { Message } from '../../../lib/message';
import { defineLive, type LiveModel, type TickContext } from '../../contract/live';
import { guardSize } from './guard-rails';
import { judge } from './judge';
import { sayOfGate } from './messages';
import type { GateParams } from './params';
import { gateSpec } from './spec';
import { gateState, type Waiting } from './state';
import { createTurn, type Turn } from './turn';
import { judgeWatch, type Watched } from './watch';

/** Lets challengers through that do better, and takes back those that then do worse. */
export const gateLive = defineLive(gateSpec, gateState, {
  start: () => ({ waiting: null, next: null, watch: null, promotions: 0, holds: 0, rollbacks: 0, last: null }),
  tick: async (state, inputs, params, ctx) => {
    const champion = inputs.champion?.model ?? null;
    const turn = createTurn(state, champion, params.watchRows > 0, ctx);
    if (champion === null) return turn.end('warning', sayOfGate('no-champion'));
    const { stream } = champion;
    if (stream === null) return turn.end('warning', sayOfGate('no-stream'));
    await takeIn(turn, inputs.challenger?.model ?? null, champion);
    const watching = await lookAfter(turn, champion, stream, params, ctx);
    if (turn.handsOver) return turn.end('alarm', turn.state.last ?? sayOfGate('no-challenger'));
    const said = await decide(turn, champion, stream, params, ctx);
    if (said !== null) return turn.end(isAsking(turn) ? 'warning' : 'busy', said);
    return turn.end(watching === null ? 'ok' : 'busy', watching ?? turn.state.last ?? sayOfGate('no-challenger'));
  },
});

const BY_HAND = {
  promote: { reason: sayOfGate('promoted-by-hand'), figures: { byHand: true } },
  hold: { reason: sayOfGate('held-by-hand'), figures: { byHand: true } },
} as const;

const isAsking = ({ state: { waiting } }: Turn): boolean => waiting !== null && waiting.asked !== null;

/** A new challenger waits for its turn; of several that come during one comparison the newest is kept. */
async function takeIn(turn: Turn, handed: LiveModel | null, champion: LiveModel): Promise<void> {
  if (handed === null || !handed.fresh) return;
  const { waiting, next } = turn.state;
  if (handed.version === waiting?.model.version || handed.version === next?.version) return;
  if (handed.version === champion.version) await turn.hold(handed, { reason: sayOfGate('same-model'), figures: {} });
  else {
    if (next !== null) await turn.hold(next, { reason: sayOfGate('overtaken'), figures: {} });
    turn.wait(handed);
  }
}

/** Says what the watch over a promoted model waits for; null where there is none. */
async function lookAfter(
  turn: Turn,
  champion: LiveModel,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Message | null> {
  const { watch } = turn.state;
  if (watch === null) return null;
  if (champion.version !== watch.promoted.version) {
    // Somebody put another model in its place: there is nothing left to take back.
    turn.change({ watch: null });
    return null;
  }
  const { labelledTo } = ctx.stream(stream);
  const watched: Watched =
    labelledTo < watch.tryAt
      ? { verdict: 'too-few', missing: watch.tryAt - labelledTo, tryAt: watch.tryAt }
      : await judgeWatch(watch, stream, params, ctx);
  if (watched.verdict !== 'too-few') {
    turn.judgePromoted(watch, watched);
    return null;
  }
  turn.change({ watch: { ...watch, tryAt: watched.tryAt } });
  const { version } = watch.promoted;
  return sayOfGate('watches', { version, missing: watched.missing, rows: params.watchRows });
}

/** Says what the waiting challenger waits for; null where none waits any more. */
async function decide(
  turn: Turn,
  champion: LiveModel,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Message | null> {
  const { waiting } = turn.state;
  if (waiting === null) return null;
  const wish = ctx.commands.findLast(({ type }) => type === 'promote' || type === 'hold')?.type;
  if (wish === 'promote') return turn.promote(waiting.model, BY_HAND.promote);
  if (wish === 'hold') return turn.hold(waiting.model, BY_HAND.hold);
  if (params.decision === 'always') return letThrough(turn, waiting, params, ctx);
  if (waiting.asked !== null) return waiting.asked;
  const { labelledTo } = ctx.stream(stream);
  if (labelledTo < waiting.tryAt) return giveUpOrWait(turn, waiting, waiting.tryAt - labelledTo, params, ctx);
  const judged = await judge(champion, waiting.model, stream, params, ctx);
  if (judged.verdict === 'too-few') {
    turn.change({ waiting: { ...waiting, tryAt: judged.tryAt } });
    return giveUpOrWait(turn, waiting, judged.missing, params, ctx);
  }
  if (params.decision === 'ask') return turn.ask(waiting, judged);
  if (judged.verdict === 'hold') return turn.hold(waiting.model, judged);
  return turn.promote(waiting.model, judged);
}

async function letThrough(turn: Turn, { model }: Waiting, params: GateParams, ctx: TickContext): Promise<null> {
  const { broken, figures } = guardSize(await ctx.models.load(model.version), params);
  if (broken.length === 0) return turn.promote(model, { reason: sayOfGate('always'), figures });
  return turn.hold(model, { reason: sayOfGate('held-by-guards', { broken }), figures });
}

async function giveUpOrWait(
  turn: Turn,
  { model, since }: Waiting,
  missing: number,
  { patience, rows }: GateParams,
  ctx: TickContext,
): Promise<Message | null> {
  if (patience > 0 && ctx.tick - since >= patience) {
    const reason = sayOfGate('gave-up', { missing, rows, patience });
    return turn.hold(model, { reason, figures: { missingRows: missing, gaveUp: true } });
  }
  return sayOfGate('waits-for-rows', { missing, rows });
}
