import type { DataNote } from '../../table/notes';
import type { Flattery } from '../../table/schema';

/** What makes the figures of whatever is trained and measured behind it look better than they are. */
const FLATTERING: ReadonlySet<string> = new Set([
  'target-given-away',
  'target-adds-up',
  'target-multiplies',
  'time-split-at-random',
  'rows-twice',
]);

/** What of the notes on a table travels with it to where it is measured. */
export const flatteryIn = (notes: readonly DataNote[] = []): readonly Flattery[] =>
  notes
    .filter(({ code }) => FLATTERING.has(code))
    .map(({ message, column, mend }) => {
      const columns = (mend?.type === 'columns' ? mend.drop : undefined) ?? [];
      return { message, columns, ...(columns.length === 1 && column !== undefined ? { column } : {}) };
    });
