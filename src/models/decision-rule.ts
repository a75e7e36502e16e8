import type { OfSchema } from '../lib/of-schema';
import type { decisionSchema } from './model-schemas';

/** When one of two classes is said. */
export type DecisionRule = OfSchema<typeof decisionSchema>;
