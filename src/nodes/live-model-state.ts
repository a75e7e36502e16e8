import '../lib/zod-without-eval';
import { z } from 'zod';
import type { LiveModel } from './live';

const range = z.strictObject({ from: z.number(), to: z.number() });

/** A model on a live wire, as a node's state keeps it. */
export const liveModelState: z.ZodType<LiveModel> = z.strictObject({
  version: z.string(),
  as: z.enum(['champion', 'challenger', 'rollback']),
  deployment: z.string(),
  stream: z.string().nullable(),
  trainedOn: range.nullable(),
  metrics: z.record(z.string(), z.number().nullable()),
  fresh: z.boolean(),
  reason: z.strictObject({ en: z.string(), ko: z.string() }),
});
