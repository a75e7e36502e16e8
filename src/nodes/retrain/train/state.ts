import { z } from 'zod';
import { messageSchema, reasonOfWords } from '../../../lib/message-schema';
import { retrainJobState } from '../../contract/live-model-state';
import type { Firing } from './rows';

const firing: z.ZodType<Firing> = z.preprocess(
  reasonOfWords,
  z.strictObject({
    tick: z.number(),
    labelledTo: z.number(),
    sinceRow: z.number().nullable(),
    champion: z.string().nullable(),
    reason: messageSchema,
  }),
);

const running = z.strictObject({
  job: retrainJobState,
  firing,
  /** Tick in which it began. */
  begun: z.number(),
  /** The champion of that tick, and the row before which it has learned from rows. */
  base: z.string(),
  baseTo: z.number(),
});
/** A job, and what it follows from. */
export type Running = z.infer<typeof running>;

export const trainState = z.strictObject({
  /** A firing that waits for its rows. */
  pending: firing.nullable(),
  running: running.nullable(),
  /** The last firing while a job ran. */
  remembered: firing.nullable(),
  trained: z.number(),
  failed: z.number(),
  /** Firings passed over. */
  dropped: z.number(),
  last: messageSchema.nullable(),
});
export type TrainState = z.infer<typeof trainState>;
