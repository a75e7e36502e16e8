import { z } from 'zod';
import { taskParam, trainingShape } from '../../training/training-params';

const byBatches = trainingShape({
  epochs: 100,
  batchSize: 32,
  learningRate: 0.03,
  patience: 10,
  schedule: 'cosine',
  earlyStopping: false,
});

export const linearParams = z.strictObject({
  task: taskParam,
  l2Strength: z.number().min(0).max(1_000_000).default(1),
  /** In place of what follows from the strength and the rows. */
  l2: z.number().min(0).max(1).nullable().default(null),
  ...byBatches,
  optimizer: z.enum(['lbfgs', ...byBatches.optimizer.unwrap().options]).default('lbfgs'),
  /** At most, on the way to the optimum. */
  iterations: z.int().min(1).max(100_000).default(1_000),
});

export type LinearParams = z.infer<typeof linearParams>;
