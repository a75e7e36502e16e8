import { z } from 'zod';

const slotSchema = z.object({ label: z.string(), words: z.array(z.string()) });
const columnSchema = z.object({
  name: z.string(),
  /** Categories in order; grouped words share a slot. */
  slots: z.array(slotSchema),
  /** Slot of a word that is in none: -1 for no slot; null where such a word is an error. */
  unknownSlot: z.number().nullable(),
  output: z.discriminatedUnion('as', [
    z.object({ as: z.literal('onehot'), skip: z.number() }),
    z.object({
      as: z.literal('number'),
      type: z.enum(['number', 'integer']),
      /** By slot. */
      values: z.array(z.number()),
      unknown: z.number(),
    }),
  ]),
});
/** A fitted step. */
export const encodeState = z.object({ columns: z.array(columnSchema) });
/** How one column's words become numbers. */
export type Encoding = z.infer<typeof columnSchema>;
export type EncodeState = z.infer<typeof encodeState>;
