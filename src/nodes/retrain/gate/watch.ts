import type { JsonObject } from '../../../lib/json';
import type { Message } from '../../../lib/message';
import type { TickContext } from '../../contract/live';
import { compare } from './compare';
import { figuresOf } from './judge';
import { labelledRows, pairAnswers, someOf } from './pairs';
import type { GateParams } from './params';
import type { Watch } from './state';
import { whyWatched } from './verdicts';

export type Watched =
  | { readonly verdict: 'too-few'; readonly missing: number; readonly tryAt: number }
  | { readonly verdict: 'keep' | 'rollback'; readonly reason: Message; readonly figures: JsonObject };

/** Compares a promoted model with the one before it, once, on the first rows that it could serve. */
export async function judgeWatch(
  { promoted, before, from }: Watch,
  stream: string,
  params: GateParams,
  ctx: TickContext,
): Promise<Watched> {
  const to = ctx.stream(stream).labelledTo;
  const range = { from: Math.min(from, to), to };
  const labelled = labelledRows(ctx, stream, range).length;
  const few = (found: number): Watched => {
    const missing = params.watchRows - found;
    return { verdict: 'too-few', missing, tryAt: Math.max(to, from) + missing };
  };
  if (labelled < params.watchRows) return few(labelled);
  const all = await pairAnswers(ctx, stream, range, { first: before.version, second: promoted.version });
  if (all.truth.length < params.watchRows) return few(all.truth.length);
  const pairs = someOf(all, 0, params.watchRows);
  const comparison = compare(pairs, { ...params, seed: ctx.seed + ctx.tick });
  const loss = comparison.gain === null ? 0 : -comparison.gain;
  const isWorse = comparison.verdict === 'worse' && loss > params.watchLoss;
  return {
    verdict: isWorse ? 'rollback' : 'keep',
    reason: whyWatched(comparison, isWorse),
    figures: { ...figuresOf(comparison, params, pairs), watchLoss: params.watchLoss },
  };
}
