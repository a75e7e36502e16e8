import type { Message } from '../../../lib/message';
import { defineLive, type LiveModel, type TickContext } from '../../contract/live';
import { createGateTick, type GateTick } from './gate-tick';
import { guardSize } from './guard-rails';
import { judge } from './judge';
import { sayOfGate } from './messages';
import type { GateParams } from './params';
import { gateSpec } from './spec';
import { gateState, type Waiting } from './state';
import { judgeWatch, type Watched } from './watch';

/** Lets challengers through that do better, and takes back those that then do worse. */
export const gateLive = defineLive(gateSpec, gateState, {
  start: () => ({ waiting: null, next: null, watch: null, promotions: 0, holds: 0, rollbacks: 0, last: null }),
  tick: async (state, inputs, params, ctx) => {
    const champion = inputs.champion?.model ?? null;
    const gate = createGateTick(state, champion, params.watchRows > 0, ctx);
    if (champion === null) return gate.end('warning', sayOfGate('no-champion'));
    const { stream } = champion;
    if (stream === null) return gate.end('warning', sayOfGate('no-stream'));
    await takeIn(gate, inputs.challenger?.model ?? null, champion);
    const watching = await lookAfter(gate, champion, stream, params, ctx);
    if (gate.handsOver) return gate.end('alarm', gate.state.last ?? sayOfGate('no-challenger'));
    const said = await decide(gate, champion, stream, params, ctx);
    if (said !== null) return gate.end(isAsking(gate) ? 'warning' : 'busy', said);
    return gate.end(watching === null ? 'ok' : 'busy', watching ?? gate.state.last ?? sayOfGate('no-challenger'));
  },
});

const BY_HAND = {
  promote: { reason: sayOfGate('promoted-by-hand'), figures: { byHand: true } },
  hold: { reason: sayOfGate('held-by-hand'), figures: { byHand: true } },
} as const;

const isAsking = ({ state: { waiting } }: GateTick): boolean => waiting !== null && waiting.asked !== null;

/** A new challenger waits for its turn; of several that come during one comparison the newest is kept. */
async function takeIn(gate: GateTick, handed: LiveModel | null, champion: LiveModel): Promise<void> {
  if (handed === null || !handed.fresh) return;
  const { waiting, next } = gate.state;
  if (handed.version === waiting?.model.version || handed.version === next?.version) return;
  if (handed.version === champion.version) {
    await gate.hold(handed, { reason: sayOfGate('same-model'), figures: {} }, true);
  } else {
    if (next !== null) await gate.passOver(next, { reason: sayOfGate('overtaken'), figures: {} });
    gate.wait(handed);
  }
}

/** Says what the watch over a promoted model waits for; null where there is none. */
async function lookAfter(
  gate: GateTick,
  champion: LiveModel,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Message | null> {
  const { watch } = gate.state;
  if (watch === null) return null;
  if (champion.version !== watch.promoted.version) {
    // Somebody put another model in its place: there is nothing left to take back.
    gate.change({ watch: null });
    return null;
  }
  const { labelledTo } = ctx.stream(stream);
  const watched: Watched =
    labelledTo < watch.tryAt
      ? { verdict: 'too-few', missing: watch.tryAt - labelledTo, tryAt: watch.tryAt }
      : await judgeWatch(watch, stream, params, ctx);
  if (watched.verdict !== 'too-few') {
    gate.judgePromoted(watch, watched);
    return null;
  }
  gate.change({ watch: { ...watch, tryAt: watched.tryAt } });
  const { version } = watch.promoted;
  return sayOfGate('watches', { version, missing: watched.missing, rows: params.watchRows });
}

/** Says what the waiting challenger waits for; null where none waits any more. */
async function decide(
  gate: GateTick,
  champion: LiveModel,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Message | null> {
  const { waiting } = gate.state;
  if (waiting === null) return null;
  const wish = ctx.commands.findLast(({ type }) => type === 'promote' || type === 'hold')?.type;
  if (wish === 'promote') return gate.promote(waiting.model, BY_HAND.promote);
  if (wish === 'hold') return gate.hold(waiting.model, BY_HAND.hold, true);
  if (params.decision === 'always') return letThrough(gate, waiting, params, ctx);
  if (waiting.asked !== null) return waiting.asked;
  const { labelledTo } = ctx.stream(stream);
  if (labelledTo < waiting.tryAt) return giveUpOrWait(gate, waiting, waiting.tryAt - labelledTo, params, ctx);
  const judged = await judge(champion, waiting.model, stream, params, ctx);
  if (judged.verdict === 'too-few') {
    gate.change({ waiting: { ...waiting, tryAt: judged.tryAt } });
    return giveUpOrWait(gate, waiting, judged.missing, params, ctx);
  }
  if (params.decision === 'ask') return gate.ask(waiting, judged);
  if (judged.verdict === 'hold') return gate.hold(waiting.model, judged, judged.stoodUp);
  return gate.promote(waiting.model, judged);
}

async function letThrough(gate: GateTick, { model }: Waiting, params: GateParams, ctx: TickContext): Promise<null> {
  const { broken, figures } = guardSize(await ctx.models.load(model.version), params);
  if (broken.length === 0) return gate.promote(model, { reason: sayOfGate('always'), figures });
  return gate.hold(model, { reason: sayOfGate('held-by-guards', { broken }), figures });
}

async function giveUpOrWait(
  gate: GateTick,
  { model, since }: Waiting,
  missing: number,
  { patience, rows }: GateParams,
  ctx: TickContext,
): Promise<Message | null> {
  if (patience > 0 && ctx.tick - since >= patience) {
    const reason = sayOfGate('gave-up', { missing, rows, patience });
    return gate.hold(model, { reason, figures: { missingRows: missing, gaveUp: true } });
  }
  return sayOfGate('waits-for-rows', { missing, rows });
}
