import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { Text } from '../../lib/text';

/** A decision of a trigger, as its history keeps it. */
export const pastDecision = z.strictObject({
  tick: z.number(),
  decision: z.string(),
  en: z.string(),
  ko: z.string(),
});
export type PastDecision = z.infer<typeof pastDecision>;

/** Decisions kept of one node. */
const KEPT = 50;

/** The history with a decision added: only where it differs from the one before, or `always`. The newest 50 are kept. */
export function withDecision(
  history: readonly PastDecision[],
  { tick, decision, why, always }: { tick: number; decision: string; why: Text; always: boolean },
): readonly PastDecision[] {
  if (!always && history.at(-1)?.decision === decision) return history;
  return [...history.slice(1 - KEPT), { tick, decision, en: why.en, ko: why.ko }];
}
