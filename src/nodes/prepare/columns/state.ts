import { z } from 'zod';
import { columnTypeSchema, roleSchema } from '../../../table/table-schemas';

/** What a fitted step does to columns. */
export const columnsState = z.object({
  drop: z.array(z.string()),
  /** Type null: as it comes. */
  columns: z.array(
    z.object({
      from: z.string(),
      name: z.string(),
      type: columnTypeSchema.nullable(),
      role: roleSchema,
      /** What its words are read by; version 1 found it anew in each table. */
      written: z.object({ decimal: z.enum(['.', ',']), dates: z.enum(['day-first', 'month-first']) }).exactOptional(),
    }),
  ),
  unreadable: z.enum(['fail', 'missing']),
});
export type ColumnsState = z.infer<typeof columnsState>;
