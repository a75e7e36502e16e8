import { z } from 'zod';
import type { RetrainJob } from '../../live';
import type { Firing } from './rows';

const range = z.strictObject({ from: z.number(), to: z.number() });
const about = { id: z.string(), deployment: z.string(), stream: z.string(), rows: range };

const job: z.ZodType<RetrainJob> = z.discriminatedUnion('mode', [
  z.strictObject({ ...about, mode: z.literal('full'), halfLife: z.number().nullable() }),
  z.strictObject({
    ...about,
    mode: z.literal('incremental'),
    base: z.string(),
    epochs: z.number(),
    learningRateFactor: z.number(),
    replay: z.strictObject({ from: range, rows: z.number() }).nullable(),
  }),
]);

const firing: z.ZodType<Firing> = z.strictObject({
  tick: z.number(),
  labelledTo: z.number(),
  sinceRow: z.number().nullable(),
  champion: z.string().nullable(),
  en: z.string(),
  ko: z.string(),
});

const running = z.strictObject({
  job,
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
  last: z.strictObject({ en: z.string(), ko: z.string() }).nullable(),
});
export type TrainState = z.infer<typeof trainState>;
