import type { JsonObject } from '../../../lib/json';
import type { Message } from '../../../lib/message';
import type { LiveModel, TickContext } from '../../contract/live';
import type { RowRange } from '../../contract/row-range';
import { type Comparison, compare } from './compare';
import { guardGroups, guardSize } from './guard-rails';
import { sayOfGate } from './messages';
import { labelledRows, type Pairs, pairAnswers, someOf } from './pairs';
import type { GateParams } from './params';
import { whyHeld, whyPromoted } from './verdicts';

export type Judgement =
  /** Labelled rows that are missing, and how many labelled rows the stream must have for another try. */
  | { readonly verdict: 'too-few'; readonly missing: number; readonly tryAt: number }
  | {
      readonly verdict: 'promote' | 'hold';
      readonly reason: Message;
      readonly figures: JsonObject;
      /** Whether the champion did as well, so that it was not held by guard rails alone. */
      readonly stoodUp: boolean;
    };

/** Compares champion and challenger on the newest rows that neither has learned from. */
export async function judge(
  champion: LiveModel,
  challenger: LiveModel,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Judgement> {
  const to = ctx.stream(stream).labelledTo;
  const from = Math.min(to, Math.max(champion.trainedOn?.to ?? 0, challenger.trainedOn?.to ?? 0));
  const old = await ctx.models.load(champion.version);
  const young = await ctx.models.load(challenger.version);
  if ((old.task === 'regression') !== (young.task === 'regression')) {
    return { verdict: 'hold', reason: sayOfGate('other-task'), figures: { rows: 0 }, stoodUp: false };
  }
  const labelled = labelledRows(ctx, stream, { from, to });
  const pairs = await newestPairs(ctx, stream, { from, to }, labelled, params.rows, {
    first: champion.version,
    second: challenger.version,
  });
  const missing = params.rows - (pairs?.truth.length ?? labelled.length);
  if (pairs === null || missing > 0) return { verdict: 'too-few', missing, tryAt: to + missing };
  const comparison = compare(pairs, { ...params, seed: ctx.seed + ctx.tick });
  const guards = [guardSize(young, params), guardGroups(pairs, old, params)];
  const broken = guards.flatMap((guard) => guard.broken);
  const isBetter = comparison.verdict === 'better' && comparison.gain !== null && comparison.gain >= params.minGain;
  const figures = {
    ...figuresOf(comparison, params, pairs),
    ...Object.assign({}, ...guards.map((guard) => guard.figures)),
    guardRailsBroken: broken.length,
  };
  return isBetter && broken.length === 0
    ? { verdict: 'promote', reason: whyPromoted(comparison), figures, stoodUp: false }
    : { verdict: 'hold', reason: whyHeld(comparison, broken, params), figures, stoodUp: !isBetter };
}

/** The newest rows that both answer; null where there are too few labels to try. */
async function newestPairs(
  ctx: TickContext,
  stream: string,
  { from, to }: RowRange,
  labelled: Uint32Array,
  rows: number,
  versions: { readonly first: string; readonly second: string },
): Promise<Pairs | null> {
  if (labelled.length < rows) return null;
  // Refused rows leave gaps: further back there may be enough.
  for (let reach = rows; ; reach *= 2) {
    const start = reach >= labelled.length ? from : (labelled[labelled.length - reach] ?? from);
    const pairs = await pairAnswers(ctx, stream, { from: start, to }, versions);
    const found = pairs.truth.length;
    if (found >= rows || start === from) return someOf(pairs, Math.max(0, found - rows), found);
  }
}

/** What a comparison's event stands on. */
export function figuresOf(comparison: Comparison, { level, minGain }: GateParams, { rows }: Pairs): JsonObject {
  const { measure, first, second, gain, test, statistic, pValue, difference, low, high, verdict } = comparison;
  return {
    measure,
    championFigure: first,
    challengerFigure: second,
    gain,
    minGain,
    test,
    statistic,
    pValue,
    difference,
    low,
    high,
    level,
    testSays: verdict,
    rows: rows.length,
    rowsFrom: rows[0] ?? null,
    rowsTo: (rows.at(-1) ?? -1) + 1,
  };
}
