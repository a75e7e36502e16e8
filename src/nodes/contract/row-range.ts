import type { OfSchema } from '../../lib/of-schema';
import type { rowRange } from './live-schemas';

/** Positions in a stream's rows, `to` excluded. Rows before the history's end are numbered too. */
export type RowRange = OfSchema<typeof rowRange>;
