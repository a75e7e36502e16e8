import { type DecimalMark, parseNumber } from '../parse-number';
import type { CountedColumn } from './classify';
import type { InferOptions } from './infer-options';
import { CELL } from './raw-column';

/**
 * What a cell can be read by: the one mark or the other alone; either, as 1,234 (thousands, or three decimals) and 1.234;
 * or the same by both. Null where it is no number.
 */
export type Shown = 'comma' | 'point' | 'eitherComma' | 'eitherPoint' | 'none' | null;

/** How many of a column's cells can be read by what. */
export interface ColumnMarks extends Readonly<Record<Exclude<Shown, null>, number>> {
  /** Whether a cell shows that thousands are grouped by the other mark: 1,234.5 where the decimal mark is a point. */
  readonly grouped: Readonly<Record<DecimalMark, boolean>>;
}

/** Share of present cells that must be numbers by one mark or the other. */
const ENOUGH = 0.9;
/** Distinct words that are enough to see that a column holds words. */
const TELLING = 200;

export function shownBy(cell: string): Shown {
  if (cell.length > 40) return null;
  const [point, comma] = [parseNumber(cell, '.'), parseNumber(cell, ',')];
  if (point === null || comma === null) return comma !== null ? 'comma' : point !== null ? 'point' : null;
  if (point.value === comma.value) return 'none';
  return cell.includes(',') ? 'eitherComma' : 'eitherPoint';
}

/** Of a column of numbers; null of one of words, and of one whose plain numbers leave nothing to ask. */
export function columnMarks(counted: CountedColumn, { decimal }: InferOptions): ColumnMarks | null {
  const { raw, rows, words, counts, missing, present, plain } = counted;
  const tally = { comma: 0, point: 0, eitherComma: 0, eitherPoint: 0, none: 0 };
  const grouped = { ',': false, '.': false };
  let others = 0;
  let numbers = 0;
  for (let code = 0; code < words.length; code++) {
    const count = counts[code] ?? 0;
    if (count === 0 || missing[code] === 1) continue;
    const word = words[code] ?? '';
    const shown = shownBy(word);
    if (shown === null) others += count;
    else {
      tally[shown] += count;
      numbers += count;
    }
    if (shown === 'comma' && word.includes('.')) grouped[','] = true;
    if (shown === 'point' && word.includes(',')) grouped['.'] = true;
    if (others > present * (1 - ENOUGH) || (code === TELLING && numbers === 0)) return null;
  }
  const [own, either] = decimal === ',' ? (['comma', 'eitherComma'] as const) : (['point', 'eitherPoint'] as const);
  // A point is what it seems where nothing speaks against it.
  if (numbers === 0 && (decimal === '.' || counted.decimals !== 3)) return null;
  for (let row = 0; row < (plain > 0 ? rows : 0); row++) {
    const kind = raw.kinds[row] ?? CELL.absent;
    if (kind <= CELL.long) tally[kind === 0 ? 'none' : isEitherWay(kind, raw.values[row] ?? 0) ? either : own]++;
  }
  return { ...tally, grouped };
}

/** Whether a plain number of so many decimals looks like thousands by the other mark. */
export const isEitherWay = (decimals: number, value: number): boolean =>
  decimals === 3 && Math.abs(value) >= 1 && Math.abs(value) < 1000;

/** Whether some cells can only have a comma, and some only a point. */
export const isMixed = ({ comma, point }: ColumnMarks): boolean => comma > 0 && point > 0;

/** Whether each cell of a mixed column can be read by its own mark: groups show both, and no cell fits both. */
export const tellsEach = (marks: ColumnMarks): boolean =>
  isMixed(marks) && marks.grouped[','] && marks.grouped['.'] && marks.eitherComma + marks.eitherPoint === 0;

/** Whether what is thousands by a mark could be decimals among decimals: 1,234 beside 1.5, and no 1,234.5 to tell. */
export function hasDoubtfulThousands(marks: ColumnMarks, used: DecimalMark): boolean {
  const { comma, point, eitherComma, eitherPoint, grouped } = marks;
  const [thousands, decimals] = used === '.' ? [eitherComma, point + eitherPoint] : [eitherPoint, comma + eitherComma];
  return thousands > 0 && decimals > 0 && !grouped[used];
}
