import type { CountedColumn, NumberReading } from './classify';
import { CELL } from './raw-column';

/** Share of numbers with a leading zero from which on they are ids. One odd cell does not settle a column. */
const ZERO_SHARE = 0.1;
/** The same where all have one width, as months and ages both can; and the width from which on one is enough. */
const CODE_SHARE = 0.02;
const LONG_CODE = 4;
/** The same of whole numbers that a number cannot hold. */
const LONG_SHARE = 0.01;

/**
 * Whether what looks like numbers names things: whole numbers all of one width, some with a leading zero; or a good
 * part with leading zeros; or digits beyond what a number can hold.
 */
export function areIds(counted: CountedColumn, { ids, longIds, numbers, width }: NumberReading): boolean {
  if (ids === 0) return false;
  if (longIds > 0 && (width !== null || longIds >= numbers * LONG_SHARE)) return true;
  const zeros = ids - longIds;
  if (zeros === 0) return false;
  if (width !== null && plainOfWidth(counted, width)) {
    return width >= LONG_CODE || zeros >= Math.max(2, numbers * CODE_SHARE);
  }
  return zeros >= Math.max(2, numbers * ZERO_SHARE);
}

/** Whether all plain numbers are whole and have so many digits. */
function plainOfWidth({ raw, rows, plain }: CountedColumn, width: number): boolean {
  if (plain === 0) return true;
  const [low, high] = [Number(`1e${width - 1}`), Number(`1e${width}`)];
  for (let row = 0; row < rows; row++) {
    const kind = raw.kinds[row] ?? CELL.absent;
    if (kind > CELL.long) continue;
    const value = raw.values[row] ?? 0;
    if (kind !== 0 || value < low || value >= high) return false;
  }
  return true;
}
