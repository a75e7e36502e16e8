import { z } from 'zod';
import { messageSchema, reasonOfWords } from '../../../lib/message-schema';
import type { OfSchema } from '../../../lib/of-schema';
import { retrainJobSchema, rowRange } from '../../contract/live-schemas';

const firing = z.preprocess(
  reasonOfWords,
  z.strictObject({
    tick: z.number(),
    /** Rows that were labelled when it fired. */
    labelledTo: z.number(),
    /** The row that the signal's condition began with; null where it names none. */
    sinceRow: z.number().nullable(),
    /** Of one that came while another training ran: the champion that it spoke of. */
    champion: z.string().nullable(),
    /** Why it fired; no whole sentence. */
    reason: messageSchema,
  }),
);

/** A firing that training follows from. */
export type Firing = OfSchema<typeof firing>;

const running = z.strictObject({
  job: retrainJobSchema,
  firing,
  /** Tick in which it began. */
  begun: z.number(),
  /** The champion of that tick, and the row before which it has learned from rows. */
  base: z.string(),
  baseTo: z.number(),
  /** What the champion's weights have learned from, where they go on learning; absent of jobs from before it was kept. */
  baseLearned: z.array(rowRange).readonly().exactOptional(),
});
/** A job, and what it follows from. */
export type Running = z.infer<typeof running>;

export const trainState = z.strictObject({
  /** A firing that waits for its rows. */
  pending: firing.nullable(),
  /** Labelled rows that it waited for when it was last looked at; not known of states from before it was kept. */
  missing: z.number().default(0),
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
