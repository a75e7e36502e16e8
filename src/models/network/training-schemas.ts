import '../../lib/zod-without-eval';
import { z } from 'zod';

const OPTIMIZERS = ['adam', 'adamw', 'sgd', 'rmsprop'] as const;
const SCHEDULES = ['constant', 'step', 'cosine', 'exponential', 'plateau'] as const;

/** How the learning rate changes over training. */
export const scheduleSchema = z.object({
  type: z.enum(SCHEDULES),
  /** `step` and `plateau` multiply by this; `exponential` reaches it by the last epoch. */
  factor: z.number(),
  /** `step`: epochs between drops. `plateau`: epochs without improvement before a drop. */
  every: z.number(),
  /** Epochs of linear warm-up from 0. */
  warmUp: z.number(),
});

export const settingsSchema = z.object({
  epochs: z.int().positive(),
  batchSize: z.int().positive(),
  optimizer: z.enum(OPTIMIZERS),
  learningRate: z.number().positive(),
  schedule: scheduleSchema,
  /** Largest norm of the gradient, or null. */
  clipNorm: z.number().positive().nullable(),
  /** On the validation loss; null trains all epochs and keeps the last weights. */
  earlyStopping: z.object({ patience: z.number(), minDelta: z.number() }).nullable(),
});

/** How a network was trained, beyond what its topology tells. */
export const originSchema = z.object({
  /** L2 penalty on each layer's kernel, bottom to top; 0 where there is none. */
  penalties: z.array(z.number().nonnegative()),
  settings: settingsSchema,
  /** Classes were weighed by the inverse of their frequency. */
  balanced: z.boolean(),
});
