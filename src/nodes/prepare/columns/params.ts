import { z } from 'zod';
import { CELL_TYPES, ROLES } from '../../../table/column-types';

const TYPE_CHOICES = ['keep', ...CELL_TYPES] as const;
/** What words are read by where they become numbers or dates. */
const WRITTEN_CHOICES = ['auto', 'point', 'comma', 'day-first', 'month-first'] as const;
const ROLE_CHOICES = ['keep', 'none', ...ROLES] as const;

const setting = z.strictObject({
  /** Empty: the old name. */
  rename: z.string().max(200).default(''),
  type: z.enum(TYPE_CHOICES).default('keep'),
  written: z.enum(WRITTEN_CHOICES).default('auto'),
  role: z.enum(ROLE_CHOICES).default('keep'),
});

export const columnsParams = z.strictObject({
  target: z.string().default(''),
  drop: z.array(z.string()).default([]),
  keep: z.array(z.string()).default([]),
  settings: z.record(z.string(), setting).default({}),
  unreadable: z.enum(['fail', 'missing']).default('fail'),
});
export type WrittenChoice = (typeof WRITTEN_CHOICES)[number];
export type ColumnsParams = z.infer<typeof columnsParams>;
