import { z } from 'zod';
import { MEASURES } from '../../wording/measure-words';

export const gateParams = z.strictObject({
  decision: z.enum(['compare', 'ask', 'always']).default('compare'),
  rows: z.int().min(2).max(1_000_000).default(300),
  measure: z.enum(['headline', ...MEASURES]).default('headline'),
  minGain: z.number().min(0).max(1e12).default(0),
  test: z.enum(['auto', 'paired-t', 'wilcoxon', 'bootstrap', 'none']).default('auto'),
  level: z.number().min(0.0001).max(0.5).default(0.05),
  patience: z.int().min(0).max(1_000_000).default(500),
  watchRows: z.int().min(0).max(1_000_000).default(300),
  watchLoss: z.number().min(0).max(1e12).default(0),
  sensitive: z.string().max(1_000).default(''),
  worstGroupDrop: z.number().min(0).max(10).nullable().default(null),
  parityRise: z.number().min(0).max(1).nullable().default(null),
  favourable: z.string().max(1_000).default(''),
  maxParameters: z.int().min(1).max(1e12).nullable().default(null),
  maxMultiplyAdds: z.int().min(1).max(1e15).nullable().default(null),
});
export type GateParams = z.infer<typeof gateParams>;
