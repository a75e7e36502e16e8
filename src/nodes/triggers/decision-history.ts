import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { Message } from '../../lib/message';
import { messageSchema, reasonOfWords } from '../../lib/message-schema';

/** A decision of a trigger, as its history keeps it. */
export type PastDecision = { readonly tick: number; readonly decision: string; readonly reason: Message };
export const pastDecision: z.ZodType<PastDecision> = z.preprocess(
  reasonOfWords,
  z.strictObject({ tick: z.number(), decision: z.string(), reason: messageSchema }),
);

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
