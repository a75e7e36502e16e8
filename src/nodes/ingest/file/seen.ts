import '../../../lib/zod-without-eval';
import { z } from 'zod';
import type { OfSchema } from '../../../lib/of-schema';

/*
 * What `look.ts` saw of a file: what `pd.read_csv` has to be told, and what is left to do with its columns, so that it
 * gives the table that was read here.
 */

const decimalMark = z.enum(['.', ',']);

const columnSchema = z.discriminatedUnion('as', [
  /** True and false: as pandas knows them, or the words of either. */
  z.object({
    as: z.literal('flag'),
    name: z.string(),
    words: z.object({ yes: z.array(z.string()), no: z.array(z.string()) }).nullable(),
  }),
  /** Numbers among a few cells that are none. */
  z.object({ as: z.literal('coerced'), name: z.string() }),
  /** Numbers as people write them. */
  z.object({ as: z.literal('dressed'), name: z.string(), decimal: decimalMark }),
  z.object({ as: z.literal('words'), name: z.string(), strip: z.boolean(), compose: z.boolean() }),
  z.object({
    as: z.literal('dates'),
    name: z.string(),
    /** One for all cells, or those to try in turn. */
    formats: z.array(z.string()),
    one: z.boolean(),
    strip: z.boolean(),
    /** 오전 and 오후 stand for AM and PM. */
    halves: z.boolean(),
    zoned: z.boolean(),
    /** Some have more than milliseconds. */
    floor: z.boolean(),
    /** Some are days as spreadsheets number them. */
    serial: z.boolean(),
  }),
]);
export type SeenColumn = OfSchema<typeof columnSchema>;

const missingSchema = z.object({
  /** Besides those that pandas knows. */
  besides: z.boolean(),
  words: z.array(z.string()),
  /** By column, where a word is missing in some columns and an answer in others. */
  byColumn: z.array(z.object({ column: z.string(), words: z.array(z.string()) })).nullable(),
});
export type SeenMissing = OfSchema<typeof missingSchema>;

/** Why a file cannot be read alike by pandas. */
const reasonSchema = z.enum(['encoding', 'rows', 'cells']);
export type SeenReason = OfSchema<typeof reasonSchema>;

export const seenSchema = z.discriminatedUnion('alike', [
  z.object({ alike: z.literal(false), because: reasonSchema }),
  z.object({
    alike: z.literal(true),
    delimiter: z.string(),
    encoding: z.string(),
    skip: z.number(),
    header: z.boolean(),
    /** Null where they are those of the file. */
    names: z.array(z.string()).nullable(),
    decimal: decimalMark,
    thousands: z.boolean(),
    backslash: z.boolean(),
    /** Columns to be left as text. */
    text: z.array(z.string()),
    missing: missingSchema,
    roundTrip: z.boolean(),
    columns: z.array(columnSchema),
  }),
]);
export type SeenFile = OfSchema<typeof seenSchema>;
