import '../lib/zod-without-eval';
import { z } from 'zod';
import { COLUMN_TYPES, type Reading, ROLES, type SourceField } from './table';

export const columnTypeSchema = z.enum(COLUMN_TYPES);
export const roleSchema = z.enum(ROLES).nullable();

/** A raw column as files hold it. */
export const fieldSchema: z.ZodType<SourceField> = z.object({
  name: z.string(),
  type: columnTypeSchema,
  role: roleSchema,
  shape: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
  categories: z.array(z.string()).exactOptional(),
  typical: z.string().exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
});

/** How a file was read, as files hold it: fields that are not known are kept. */
export const readingSchema: z.ZodType<Reading> = z.looseObject({
  format: z.string(),
  delimiter: z.string().exactOptional(),
  decimalMark: z.enum(['.', ',']).exactOptional(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).exactOptional(),
  trimmed: z.boolean().exactOptional(),
  missingWords: z.array(z.string()).exactOptional(),
  unicodeForm: z.enum(['NFC', 'NFD', 'as-is']).exactOptional(),
  encoding: z.string().exactOptional(),
});
