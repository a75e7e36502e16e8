import '../../lib/zod-without-eval';
import { z } from 'zod';
import { messageSchema } from '../../lib/message-schema';
import type { LiveModel, RetrainJob } from './live';

const whole = z.int().min(0);
const range = z.strictObject({ from: whole, to: whole });

/** A model on a live wire, as a node's state keeps it. */
export const liveModelState: z.ZodType<LiveModel> = z.strictObject({
  version: z.string(),
  as: z.enum(['champion', 'challenger', 'rollback']),
  deployment: z.string(),
  stream: z.string().nullable(),
  trainedOn: range.nullable(),
  metrics: z.record(z.string(), z.number().nullable()),
  fresh: z.boolean(),
  reason: messageSchema,
});

const job = { id: z.string(), deployment: z.string(), stream: z.string(), rows: range };

/** A training job, as a node's state and a checkpoint keep it. */
export const retrainJobState: z.ZodType<RetrainJob> = z.discriminatedUnion('mode', [
  z.strictObject({ ...job, mode: z.literal('full'), halfLife: z.number().positive().nullable() }),
  z.strictObject({
    ...job,
    mode: z.literal('incremental'),
    base: z.string(),
    epochs: z.number(),
    learningRateFactor: z.number(),
    replay: z.strictObject({ from: range, rows: whole }).nullable(),
  }),
]);
