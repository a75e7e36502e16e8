import { z } from 'zod';
import { messageSchema } from '../../../lib/message-schema';
import { liveModelSchema } from '../../contract/live-schemas';

const waiting = z.strictObject({
  model: liveModelSchema,
  /** Tick in which it came. */
  since: z.number(),
  /** Labelled rows there must be before it is worth another try. */
  tryAt: z.number(),
  /** What the comparison said, where a person is asked. */
  asked: messageSchema.nullable(),
});
/** A challenger that waits for its rows, or for a person. */
export type Waiting = z.infer<typeof waiting>;

const watch = z.strictObject({
  promoted: liveModelSchema,
  before: liveModelSchema,
  /** The first row that the promoted one can serve. */
  from: z.number(),
  since: z.number(),
  tryAt: z.number(),
});
/** A model that was promoted, under watch. */
export type Watch = z.infer<typeof watch>;

export const gateState = z.strictObject({
  waiting: waiting.nullable(),
  /** A challenger that came meanwhile. */
  next: liveModelSchema.nullable(),
  watch: watch.nullable(),
  promotions: z.number(),
  holds: z.number(),
  rollbacks: z.number(),
  last: messageSchema.nullable(),
});
export type GateState = z.infer<typeof gateState>;
