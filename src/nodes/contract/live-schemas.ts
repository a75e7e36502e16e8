import '../../lib/zod-without-eval';
import { z } from 'zod';
import { jsonObject } from '../../lib/json-schema';
import { messageSchema } from '../../lib/message-schema';

/*
 * What live nodes keep in their states, and loops in their checkpoints. The types in `live.ts` are what these read.
 */

const whole = z.int().min(0);

/** Positions in a stream's rows, `to` excluded. Rows before the history's end are numbered too. */
export const rowRange = z.strictObject({ from: whole, to: whole });

/** A trigger's word: it speaks every tick, and fires rarely. */
export const signalSchema = z.strictObject({ fired: z.boolean(), reason: messageSchema, figures: jsonObject });

/** A model on a live wire. */
export const liveModelSchema = z.strictObject({
  /** Id in the registry. */
  version: z.string(),
  /** What it is here: the one that serves, one that wants to, one to go back to, one that was not let through. */
  as: z.enum(['champion', 'challenger', 'rollback', 'held']),
  /** The deployment whose line of models it belongs to. */
  deployment: z.string(),
  /** The stream whose rows it answers; null of a deployment without one. */
  stream: z.string().nullable(),
  /** The stream's rows that trained it last; rows from `to` on were in none of its training data. Null: none of them. */
  trainedOn: rowRange.nullable(),
  /** All rows that its weights have learned from, in order; absent where `trainedOn` says it. */
  learned: z.array(rowRange).readonly().exactOptional(),
  /** Tick in which its training began; absent of one that was not trained in the loop. */
  begunAt: whole.exactOptional(),
  /** Of one that was not let through: whether the champion did as well, or a person decided so. */
  stoodUp: z.boolean().exactOptional(),
  /** Its own figures when it was made, by metric name; empty where none are known. */
  metrics: z.record(z.string(), z.number().nullable()),
  /** True in the one tick in which it is handed over: just trained, or just promoted. */
  fresh: z.boolean(),
  /** Why it exists, or why it is to serve. */
  reason: messageSchema,
});

/** A challenger that did not take the champion's place. */
export const heldSchema = z.strictObject({
  version: z.string(),
  /** Tick in which the deployment heard of it. */
  tick: whole,
  begunAt: whole.nullable(),
  /** The rows that it was trained on. */
  rows: rowRange.nullable(),
  /** Whether the champion did as well in a comparison, or a person decided so: the new rows do it no harm. */
  stoodUp: z.boolean(),
});

const job = {
  /** `nodeId:tick`. */
  id: z.string(),
  deployment: z.string(),
  stream: z.string(),
  /** Labelled rows to train on. */
  rows: rowRange,
};

/** A training job. */
export const retrainJobSchema = z.discriminatedUnion('mode', [
  z.strictObject({
    ...job,
    /** The pipeline between the stream's history and the deployment's model, run again on these rows. */
    mode: z.literal('full'),
    /** Rows this many rows old weigh half; null weighs all alike. */
    halfLife: z.number().positive().nullable(),
  }),
  z.strictObject({
    ...job,
    /** On from the served weights, recipe frozen. */
    mode: z.literal('incremental'),
    base: z.string(),
    epochs: z.number(),
    learningRateFactor: z.number(),
    /** Rows of the past mixed in against forgetting: a seeded sample of this many rows out of the range. */
    replay: z.strictObject({ from: rowRange, rows: whole }).nullable(),
  }),
]);
