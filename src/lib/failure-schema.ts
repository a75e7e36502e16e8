import './zod-without-eval';
import { z } from 'zod';

/** A sentence or a word in both languages. */
export const textSchema = z.strictObject({ en: z.string(), ko: z.string() });

/** What a person can mend: what went wrong, where, and what to do about it. */
export const failureSchema = z.strictObject({
  /** Stable, kebab-case, e.g. `column-not-found`. */
  code: z.string(),
  message: textSchema,
  /** The remedy, as one imperative sentence. */
  hint: textSchema,
  column: z.string().exactOptional(),
  /** 1-based row of the source data, where one row is to blame. */
  row: z.number().exactOptional(),
  port: z.string().exactOptional(),
});
