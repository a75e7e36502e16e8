import { z } from 'zod';
import type { OfSchema } from '../../../lib/of-schema';
import type { LiveModel } from '../../contract/live';
import { liveModelSchema } from '../../contract/live-schemas';

/** A model that serves or served here. */
export const champion = liveModelSchema
  .pick({ version: true, trainedOn: true, learned: true, metrics: true, reason: true })
  .extend({
    /** The batch phase's model: trained on the stream's history, whichever stream that is. */
    fromHistory: z.boolean(),
  });
export type Champion = OfSchema<typeof champion>;

/** How many former champions can be gone back to step by step. */
const REMEMBERED = 50;

/** The one that serves is the last. */
export type Chain = readonly Champion[];

export function serving(chain: Chain): Champion {
  const last = chain.at(-1);
  if (last === undefined) throw new Error('a deployment always has a champion');
  return last;
}

/** A model that was handed over, as a champion. */
export const championOf = ({ version, trainedOn, learned, metrics, reason }: LiveModel): Champion => ({
  version,
  fromHistory: false,
  trainedOn,
  ...(learned === undefined ? {} : { learned }),
  metrics,
  reason,
});

/** The chain after a promotion. */
export const promoted = (chain: Chain, next: Champion): Chain => [...chain, next].slice(-REMEMBERED);

/** The chain after going back to a champion of it: those after it are forgotten. Null where it holds no such version. */
export function backTo(chain: Chain, version: string): Chain | null {
  const at = chain.findLastIndex((one) => one.version === version);
  return at < 0 ? null : chain.slice(0, at + 1);
}

/** Champions that no longer stand in the chain: a person may want one of them again. */
export function leftBehind(left: readonly Champion[], before: Chain, after: Chain): readonly Champion[] {
  const standing = new Set(after.map(({ version }) => version));
  const known = new Map([...left, ...before].map((one) => [one.version, one]));
  return [...known.values()].filter(({ version }) => !standing.has(version)).slice(-REMEMBERED);
}
