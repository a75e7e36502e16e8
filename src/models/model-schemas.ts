import '../lib/zod-without-eval';
import { z } from 'zod';

/*
 * What a model file holds of a model beside its recipe and its body. The types in `model.ts` are what these read.
 */

export const targetSchema = z.object({
  name: z.string(),
  /** In the order of the scores; for `binary`, index 1 is the positive class unless the rule says otherwise. Absent for regression. */
  classes: z.array(z.string()).exactOptional(),
  /** Networks learn (y - mean) / sd of a quantity. */
  scale: z.object({ mean: z.number(), sd: z.number() }).exactOptional(),
});

const threshold = z.number().min(0).max(1);

/** When one of two classes is said. */
export const decisionSchema = z.object({
  /** The class that the threshold speaks of; curves, AUC and average precision too. */
  positive: z.string(),
  /** It is said from this probability on. */
  threshold,
  /** Thresholds of their own for the groups named by a column of the prepared rows; every other group has the common one. */
  groups: z.object({ column: z.string(), thresholds: z.record(z.string(), threshold) }).exactOptional(),
});

/** JSON has no NaN: an undefined point of a curve is written as null. */
const point = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

export const trainingSchema = z.object({
  /** Where it was computed; `none` of families that need no backend. */
  backend: z.string(),
  trainer: z.string(),
  seed: z.number(),
  rows: z.number(),
  /** How training went, in epochs of a network or rounds of boosting; absent of what is fitted in one go. */
  rounds: z
    .object({
      count: z.number(),
      /** 1-based round whose state was kept. */
      best: z.number(),
      stoppedEarly: z.boolean(),
      /** One entry a round, by series name (see MetricPoint.values). */
      history: z.record(z.string(), z.array(point)),
    })
    .exactOptional(),
});
