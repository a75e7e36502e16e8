import type { DecimalMark } from '../parse-number';
import type { RawColumn } from './raw-column';
import { CELL } from './raw-column';

/** The text of a cell as it stands in the file, or null where its row ended before it. `words` is the decoded word table. */
export function rawCell(
  column: RawColumn | undefined,
  words: readonly string[] | undefined,
  row: number,
  decimal: DecimalMark,
): string | null {
  if (column === undefined) return null;
  const kind = column.kinds[row] ?? CELL.absent;
  if (kind === CELL.absent) return null;
  if (kind === CELL.empty) return '';
  const value = column.values[row] ?? 0;
  if (kind === CELL.word) return words?.[value] ?? '';
  if (kind === CELL.long) return String(value);
  // At most 15 digits, so the shortest text with these decimals is the text that was read.
  const text = value.toFixed(kind);
  return decimal === '.' ? text : text.replace('.', ',');
}
