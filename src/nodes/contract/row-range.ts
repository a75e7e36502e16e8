import type { OfSchema } from '../../lib/of-schema';
import type { rowRange } from './live-schemas';

/** Positions in a stream's rows, `to` excluded. Rows before the history's end are numbered too. */
export type RowRange = OfSchema<typeof rowRange>;

/** Ranges kept apart; beyond them the closest two become one. */
const MOST_RANGES = 32;

/** Ranges in order, without overlaps; where there are too many, what lies between the closest two counts too. */
export function joinRanges(ranges: readonly RowRange[]): readonly RowRange[] {
  const joined: RowRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last === undefined || from > last.to) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  while (joined.length > MOST_RANGES) {
    const gaps = joined.slice(1).map(({ from }, i) => from - (joined[i]?.to ?? 0));
    const at = gaps.indexOf(Math.min(...gaps));
    const [one, two] = joined.slice(at, at + 2);
    if (one !== undefined && two !== undefined) joined.splice(at, 2, { from: one.from, to: two.to });
  }
  return joined;
}
