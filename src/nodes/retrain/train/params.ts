import { z } from 'zod';

export const trainParams = z.strictObject({
  mode: z.enum(['full', 'incremental']).default('full'),
  rows: z.enum(['window', 'all', 'weighted']).default('window'),
  window: z.int().min(2).max(10_000_000).default(2_000),
  halfLife: z.int().min(1).max(10_000_000).default(1_000),
  since: z.enum(['any', 'drift', 'champion']).default('any'),
  wait: z.int().min(0).max(10_000_000).default(0),
  leastRows: z.int().min(2).max(10_000_000).default(100),
  holdOut: z.int().min(0).max(10_000_000).default(0),
  epochs: z.int().min(1).max(1_000).default(5),
  learningRateFactor: z.number().min(0.001).max(10).default(0.5),
  replayShare: z.number().min(0).max(0.9).default(0.2),
  takes: z.int().min(0).max(10_000).default(1),
  whileBusy: z.enum(['remember', 'drop']).default('remember'),
});
export type TrainParams = z.infer<typeof trainParams>;
