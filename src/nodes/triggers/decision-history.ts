import '../../lib/zod-without-eval';
import { z } from 'zod';
import { messageSchema, reasonOfWords } from '../../lib/message-schema';
import type { OfSchema } from '../../lib/of-schema';

/** A decision of a trigger, as its history keeps it. */
export const pastDecision = z.preprocess(
  reasonOfWords,
  z.strictObject({ tick: z.number(), decision: z.string(), reason: messageSchema }),
);
type PastDecision = OfSchema<typeof pastDecision>;

/** Decisions kept of one node. */
const KEPT = 50;

/** The history with a decision added: only where it differs from the one before, or `always`. The newest 50 are kept. */
export function withDecision(
  history: readonly PastDecision[],
  { tick, decision, reason, always }: PastDecision & { readonly always: boolean },
): readonly PastDecision[] {
  if (!always && history.at(-1)?.decision === decision) return history;
  return [...history.slice(1 - KEPT), { tick, decision, reason }];
}
