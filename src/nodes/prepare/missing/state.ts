import { z } from 'zod';
import { NUMERIC_TYPES } from '../../../table/column-types';

const numericType = z.enum(NUMERIC_TYPES);
const fillSchema = z.discriminatedUnion('as', [
  z.object({ as: z.literal('number'), name: z.string(), type: numericType, fill: z.number().nullable() }),
  z.object({ as: z.literal('word'), name: z.string(), fill: z.string().nullable() }),
]);
/** What a fitted step does. */
export const missingState = z.object({
  /** A row with any of these missing is dropped. */
  drop: z.array(z.string()),
  fills: z.array(fillSchema),
  /** Columns that get a `…_missing` column. */
  indicators: z.array(z.string()),
});
export type Fill = z.infer<typeof fillSchema>;
export type MissingState = z.infer<typeof missingState>;
