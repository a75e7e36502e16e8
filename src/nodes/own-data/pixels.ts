import { familyOf, wordsOf } from './column-names';
import type { ColumnLook, DataLook } from './data-look';

/** Columns that hold the pixels of one square picture a row. */
export interface Pixels {
  readonly columns: readonly string[];
  readonly side: number;
  /** What the brightest pixel is divided by. */
  readonly divisor: number;
}

const LEAST_SIDE = 4;
/** A family so large is taken for pixels whatever it is called. */
const SURE_SIDE = 8;
const PIXEL = /^(pixel|pixels|px|pix)$/;

/** The pixels among the columns that are not the target; null where there are none. */
export function pixelsOf({ columns, headless }: DataLook, target: string | null): Pixels | null {
  const families = new Map<string, ColumnLook[]>();
  for (const column of columns) {
    if (column.name === target || !isPixel(column)) continue;
    const family = headless ? '' : familyOf(column.name);
    families.set(family, [...(families.get(family) ?? []), column]);
  }
  for (const [family, members] of families) {
    const side = Math.sqrt(members.length);
    const called = wordsOf(family).some((word) => PIXEL.test(word));
    if (!Number.isInteger(side) || side < (called ? LEAST_SIDE : SURE_SIDE)) continue;
    const brightest = Math.max(...members.map(({ numeric }) => numeric?.max ?? 0));
    const divisor = brightest > 16 ? 255 : brightest > 1 ? 16 : 1;
    // Pixels of one picture share a range: most reach well up it.
    const bright = members.filter(({ numeric }) => (numeric?.max ?? 0) > brightest / 2).length;
    if (brightest > 0 && bright >= members.length / 2)
      return { columns: members.map(({ name }) => name), side, divisor };
  }
  return null;
}

/** Whole numbers that a byte can hold, or shares of full brightness. */
function isPixel({ type, numeric, missing, top }: ColumnLook): boolean {
  if (missing > 0) return false;
  if (type === 'boolean') return top !== undefined;
  if (!numeric || numeric.min < 0) return false;
  return type === 'integer' ? numeric.max <= 255 : type === 'number' && numeric.max <= 1;
}
