import { CURRENCY, type DecimalMark } from '../parse-number';
import type { CountedColumn } from './classify';
import { isEitherWay } from './column-marks';
import { CELL } from './raw-column';

const COMMA =
  /^[+-]?(?:(?:\d+|\d{1,3}(?:\.\d{3})+),(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+,\d+)-?$/;
const POINT =
  /^[+-]?(?:[\d,]*\.(?:\d{1,2}|\d{4,})(?:e[+-]?\d+)?|0?\.\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+\.\d+)-?$/i;

/** Which decimal mark a cell can only have, if it shows one. */
export function markOf(cell: string): DecimalMark | null {
  if (!/[.,]/.test(cell)) return null;
  const bare = cell.trim().replace(CURRENCY, '').replace(/\s*%$/, '');
  return COMMA.test(bare) ? ',' : POINT.test(bare) ? '.' : null;
}

/** A group of three digits after a comma that may be thousands or decimals. */
export const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Distinct words that are enough to tell. */
const TELLING = 1_000;

/** The column's decimal mark: the file's, unless its own cells show the other and none shows the file's. */
export function decimalOf(counted: CountedColumn, file: DecimalMark): DecimalMark {
  if (counted.decimals > 0 && !allEitherWay(counted)) return file;
  let other = false;
  const words = Math.min(counted.words.length, TELLING);
  for (let code = 0; code < words; code++) {
    if ((counted.counts[code] ?? 0) === 0 || counted.missing[code] === 1) continue;
    const mark = markOf(counted.words[code] ?? '');
    if (mark === file) return file;
    if (mark !== null) other = true;
  }
  return other ? (file === '.' ? ',' : '.') : file;
}

/** Whether all plain numbers with decimals may be thousands by the other mark, so that they tell nothing. */
function allEitherWay({ raw, rows, decimals }: CountedColumn): boolean {
  if (decimals !== 3) return false;
  for (let row = 0; row < rows; row++) {
    const kind = raw.kinds[row] ?? CELL.absent;
    if (kind > 0 && kind <= CELL.long && !isEitherWay(kind, raw.values[row] ?? 0)) return false;
  }
  return true;
}
