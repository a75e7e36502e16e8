import { z } from 'zod';
import type { OfSchema } from '../../lib/of-schema';
import { MISSING_WORDS } from '../../table/missing';

/** How a person wants a CSV file to be read. */
export const fileReading = z.strictObject({
  encoding: z
    .enum([
      'auto',
      'utf-8',
      'euc-kr',
      'utf-16',
      'utf-32',
      'windows-1252',
      'shift_jis',
      'euc-jp',
      'gb18030',
      'big5',
      'windows-1251',
      'koi8-r',
      'windows-1253',
      'windows-1250',
      'iso-8859-2',
      'windows-1254',
      'windows-1257',
      'macintosh',
    ])
    .default('auto'),
  delimiter: z.enum(['auto', 'comma', 'semicolon', 'tab', 'bar']).default('auto'),
  quote: z.enum(['auto', 'double', 'single']).default('auto'),
  backslash: z.enum(['auto', 'plain', 'escape']).default('auto'),
  header: z.enum(['auto', 'yes', 'no']).default('auto'),
  decimal: z.enum(['auto', 'point', 'comma', 'both']).default('auto'),
  missing: z
    .array(z.string().max(100))
    .max(1_000)
    .default([...MISSING_WORDS]),
  nothing: z.enum(['kept', 'missing']).default('kept'),
  dates: z.enum(['auto', 'day-first', 'month-first']).default('auto'),
});
export type FileReading = OfSchema<typeof fileReading>;
