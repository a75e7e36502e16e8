import './zod-without-eval';
import { z } from 'zod';
import { asWritten } from './as-written';
import { jsonObject } from './json-schema';

/** A message as data. */
export const messageData = z.strictObject({ code: z.string(), args: jsonObject });

/** A message as it is kept; version 1 kept its sentence, which stays as it was written. */
export const messageSchema = z.union([
  messageData,
  z.strictObject({ en: z.string(), ko: z.string() }).transform(asWritten),
]);

/** What version 1 kept as `en` and `ko` among an object's own fields stands in `reason` since. */
export function reasonOfWords(raw: unknown): unknown {
  const before = z.looseObject({ en: z.string(), ko: z.string() }).safeParse(raw);
  if (!before.success) return raw;
  const { en, ko, ...rest } = before.data;
  return { ...rest, reason: { en, ko } };
}
