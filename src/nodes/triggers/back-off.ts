import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { OfSchema } from '../../lib/of-schema';
import type { Held } from '../contract/live';

/*
 * A trigger that asked for a model, and whose challenger was held, would ask for another one as long as its condition
 * is met: each as little better than the one before. So after a hold it lets twice its cool-down pass, after the next
 * four times, and so on; until what it fires for is another matter, has ended, or another model serves.
 */

export const backOff = z.strictObject({
  /** Challengers held for the same cause. */
  holds: z.int(),
  /** Batches that the trigger had seen at the last hold, and how many more it waits for. */
  batch: z.int(),
  wait: z.int(),
  /** What the condition was met by at the last hold, and how strongly. */
  causes: z.record(z.string(), z.number()),
  /** Batches in a row since in which the condition was not met. */
  calm: z.int(),
});
type BackOff = OfSchema<typeof backOff>;

/** By name: what a condition is met by, and how strongly; 1 is just enough. */
export type Causes = Readonly<Record<string, number>>;

export const firing = z.strictObject({ tick: z.int(), causes: z.record(z.string(), z.number()) });
type Firing = OfSchema<typeof firing>;

/** What a trigger remembers of its firings. */
export interface Patience {
  readonly backOff: BackOff | null;
  /** When and for what it fired under this champion, unless a challenger that came of it was held since. */
  readonly firings: readonly Firing[];
}

export interface Seen {
  readonly held: Held | undefined;
  readonly batches: number;
  /** Whether this tick's batch brought rows. */
  readonly hasRows: boolean;
  readonly met: boolean;
  readonly causes: Causes | undefined;
  readonly coolDown: number;
}

/** Firings that are remembered: of many while one training goes on, the last ones say what it was begun for. */
const MOST_FIRINGS = 10;
/** The longest wait, in cool-downs: 2 to this power. */
const MOST_DOUBLINGS = 10;
/** A cause this many times as strong as it was is another matter. */
const STRONGER = 2;

/** What is known after a tick. A condition without causes never backs off. */
export function withHold({ backOff: before, firings }: Patience, seen: Seen): Patience {
  const { held, batches, met, causes } = seen;
  const begunAt = held?.begunAt ?? -1;
  const answered = firings.findLast(({ tick }) => tick <= begunAt);
  const still = stillWaiting(before, seen);
  if (answered === undefined) return { backOff: still, firings };
  const rest = firings.filter(({ tick }) => tick > begunAt);
  // What has grown since that training began is not what it was begun for.
  if (met && isOther(causes, answered.causes)) return { backOff: null, firings: rest };
  const holds = (still?.holds ?? 0) + 1;
  const wait = Math.max(1, seen.coolDown) * (1 << Math.min(holds, MOST_DOUBLINGS));
  const strongest = met ? { ...answered.causes, ...causes } : answered.causes;
  return { backOff: { holds, batch: batches, wait, causes: strongest, calm: 0 }, firings: rest };
}

/** Null once the condition is met by something else, or has not been met for as long as was to be waited. */
function stillWaiting(before: BackOff | null, { hasRows, met, causes }: Seen): BackOff | null {
  if (before === null) return null;
  const calm = met ? 0 : before.calm + (hasRows ? 1 : 0);
  return (met && isOther(causes, before.causes)) || calm >= before.wait ? null : { ...before, calm };
}

const isOther = (now: Causes = {}, before: Causes): boolean =>
  Object.entries(now).some(([name, strength]) => strength > STRONGER * (before[name] ?? 1));

/** Batches that must still pass; 0 where nothing keeps it from firing. */
export const stillToWait = ({ backOff: before }: Patience, batches: number): number =>
  before === null ? 0 : Math.max(0, before.batch + before.wait - batches);

/** With a firing of this tick. */
export const withFiring = ({ backOff: before, firings }: Patience, tick: number, causes: Causes): Patience => ({
  backOff: before,
  firings: [...firings.slice(1 - MOST_FIRINGS), { tick, causes }],
});
