import '../lib/zod-without-eval';
import { z } from 'zod';
import { jsonObject } from '../lib/json-schema';
import { COLUMN_TYPES, ROLES } from './column-types';

/*
 * What files hold of a table beside its values. The types in `table.ts` are what these read.
 */

export const columnTypeSchema = z.enum(COLUMN_TYPES);
export const roleSchema = z.enum(ROLES).nullable();

/** A raw column, with what a form for one row starts from. */
export const fieldSchema = z.object({
  name: z.string(),
  type: columnTypeSchema,
  role: roleSchema,
  /** Height, width and channels of an image. */
  shape: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
  /** The words of a category, where they are known. */
  categories: z.array(z.string()).exactOptional(),
  /** A usual value as text: the median, or the most frequent word. */
  typical: z.string().exactOptional(),
  /** The range seen, of numbers and dates. */
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
});

/**
 * What was decided while a file was read, so that a later file of the same kind can be read alike. Formats add fields
 * of their own; a reader keeps those it does not know.
 */
export const readingSchema = z.looseObject({
  /** `csv` is every delimited text. */
  format: z.string(),
  delimiter: z.string().exactOptional(),
  /** What cells stand in where it is not the double quote, and whether a backslash takes the meaning of marks. */
  quote: z.literal("'").exactOptional(),
  backslash: z.boolean().exactOptional(),
  decimalMark: z.enum(['.', ',']).exactOptional(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).exactOptional(),
  /** Spaces around cells were taken off. */
  trimmed: z.boolean().exactOptional(),
  /** Words that were read as a missing value. */
  missingWords: z.array(z.string()).exactOptional(),
  /** What became of those of them that are an answer as often (없음, None, -) in columns of words. */
  nothingWords: z.enum(['kept', 'missing']).exactOptional(),
  /** Columns that were read otherwise than the rest of the file. */
  otherwise: z
    .array(
      z.object({
        column: z.string(),
        decimalMark: z.enum(['.', ',']).exactOptional(),
        /** Each cell was read by the decimal mark that it shows itself, or whichever it has. */
        marks: z.enum(['each', 'both']).exactOptional(),
        dateOrder: z.enum(['dmy', 'mdy']).exactOptional(),
      }),
    )
    .exactOptional(),
  /** Columns whose cells fit another decimal mark or date order as well. */
  unsure: z.array(z.string()).exactOptional(),
  /** The Unicode form that names and words were brought into. */
  unicodeForm: z.enum(['NFC', 'NFD', 'as-is']).exactOptional(),
  encoding: z.string().exactOptional(),
});

/** A step with everything it learned from the training part, as JSON. */
export const stepSchema = z.object({
  /** Kind of the node that fitted it, e.g. `prepare.scale`; its runner's `apply` replays it. */
  kind: z.string(),
  nodeId: z.string(),
  state: jsonObject,
});

export const recipeSchema = z.object({
  /** The raw columns, as the ingesting node made them. */
  source: z.array(fieldSchema),
  steps: z.array(stepSchema),
  /** How the file of the raw rows was read; absent of rows that came from no file, or before this was kept. */
  reading: readingSchema.exactOptional(),
});
