import { type Text, text } from '../../../lib/text';
import { defineLive, type LiveModel, type TickContext } from '../../contract/live';
import { guardSize } from './guard-rails';
import { judge } from './judge';
import type { GateParams } from './params';
import { gateSpec } from './spec';
import { gateState, type Waiting } from './state';
import { createTurn, type Turn } from './turn';
import { judgeWatch, type Watched } from './watch';
import { WORDS } from './words';

/** Lets challengers through that do better, and takes back those that then do worse. */
export const gateLive = defineLive(gateSpec, gateState, {
  start: () => ({ waiting: null, next: null, watch: null, promotions: 0, holds: 0, rollbacks: 0, last: null }),
  tick: async (state, inputs, params, ctx) => {
    const champion = inputs.champion?.model ?? null;
    const turn = createTurn(state, champion, params.watchRows > 0, ctx);
    if (champion === null) return turn.end('warning', WORDS.waitsForChampion);
    const { stream } = champion;
    if (stream === null) return turn.end('warning', WORDS.noStream);
    await takeIn(turn, inputs.challenger?.model ?? null, champion);
    const watching = await lookAfter(turn, champion, stream, params, ctx);
    if (turn.handsOver) return turn.end('alarm', turn.state.last ?? WORDS.waitsForChallenger);
    const said = await decide(turn, champion, stream, params, ctx);
    if (said !== null) return turn.end(isAsking(turn) ? 'warning' : 'busy', said);
    return turn.end(watching === null ? 'ok' : 'busy', watching ?? turn.state.last ?? WORDS.waitsForChallenger);
  },
});

const BY_HAND = {
  promote: { reason: WORDS.promotedByHand, figures: { byHand: true } },
  hold: { reason: WORDS.heldByHand, figures: { byHand: true } },
} as const;

const isAsking = ({ state: { waiting } }: Turn): boolean => waiting !== null && waiting.asked !== null;

/** A new challenger waits for its turn; of several that come during one comparison the newest is kept. */
async function takeIn(turn: Turn, handed: LiveModel | null, champion: LiveModel): Promise<void> {
  if (handed === null || !handed.fresh) return;
  const { waiting, next } = turn.state;
  if (handed.version === waiting?.model.version || handed.version === next?.version) return;
  if (handed.version === champion.version) await turn.hold(handed, { reason: WORDS.sameModel, figures: {} });
  else {
    if (next !== null) await turn.hold(next, { reason: WORDS.overtaken, figures: {} });
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
): Promise<Text | null> {
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
  return text(
    `Watches ${version}: ${watched.missing} of its first ${params.watchRows} labelled rows are missing.`,
    `${version}을(를) 지켜보고 있습니다. 라벨이 달린 첫 ${params.watchRows}개 행 중 ${watched.missing}개가 모자랍니다.`,
  );
}

/** Says what the waiting challenger waits for; null where none waits any more. */
async function decide(
  turn: Turn,
  champion: LiveModel,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Text | null> {
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
  if (broken.length === 0) return turn.promote(model, { reason: WORDS.always, figures });
  const list = text(broken.map(({ en }) => en).join('; '), broken.map(({ ko }) => ko).join(', '));
  return turn.hold(model, { reason: text(`Held: ${list.en}.`, `승격하지 않았습니다: ${list.ko}.`), figures });
}

async function giveUpOrWait(
  turn: Turn,
  { model, since }: Waiting,
  missing: number,
  { patience, rows }: GateParams,
  ctx: TickContext,
): Promise<Text | null> {
  if (patience > 0 && ctx.tick - since >= patience) {
    const reason = text(
      `Held: ${missing} of ${rows} labelled rows are still missing after ${patience} ticks.`,
      `승격하지 않았습니다: ${patience}틱이 지나도 라벨이 달린 행 ${rows}개 중 ${missing}개가 모자랍니다.`,
    );
    return turn.hold(model, { reason, figures: { missingRows: missing, gaveUp: true } });
  }
  return text(
    `Waits for ${missing} of ${rows} labelled rows that neither model has learned from.`,
    `두 모델 모두 학습하지 않은, 라벨이 달린 행 ${rows}개 중 ${missing}개를 더 기다립니다.`,
  );
}
