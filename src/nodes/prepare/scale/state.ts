import { z } from 'zod';
import type { Scaling } from '../../../stats/prepare/scaling';

const numbers = z.array(z.number());
const spread = z.enum(['uniform', 'normal']);
const family = z.enum(['yeo-johnson', 'box-cox']);
// The shape belongs to stats/, which is numbers alone and knows no schemas.
const scaling = z.discriminatedUnion('form', [
  z.object({ form: z.literal('shift'), center: z.number(), scale: z.number() }),
  z.object({ form: z.literal('line'), factor: z.number(), offset: z.number() }),
  z.object({ form: z.literal('quantile'), output: spread, quantiles: numbers }),
  z.object({ form: z.literal('power'), family, lambda: z.number(), center: z.number(), scale: z.number() }),
]) satisfies z.ZodType<Scaling>;
/** A fitted step. */
export const scaleState = z.object({ columns: z.array(z.object({ name: z.string(), scaling })) });
export type ScaleState = z.infer<typeof scaleState>;
