import type { DriftSample } from '../../../stats/drift-reference';
import { cellText } from '../../../table/cells';
import { isCoded, isNumeric } from '../../../table/columns';
import type { Column } from '../../../table/table';

/** The words of a column's cells; null where missing. */
export function wordsOf(column: Column, rows: number): readonly (string | null)[] {
  if (isCoded(column)) {
    const { codes, dictionary } = column;
    return Array.from(codes, (code) => dictionary[code] ?? null);
  }
  return Array.from({ length: rows }, (_, row) => cellText(column, row));
}

/** A column as drift sees it: numbers as numbers, all else as words. */
export function sampleOf(column: Column, rows: number): DriftSample {
  return isNumeric(column) && column.type !== 'boolean'
    ? { type: 'number', values: column.values }
    : { type: 'category', values: wordsOf(column, rows) };
}

/** The sample without its missing rows. */
export function withoutMissing(sample: DriftSample): DriftSample {
  return sample.type === 'number'
    ? { type: 'number', values: sample.values.filter((value) => !Number.isNaN(value)) }
    : { type: 'category', values: sample.values.filter((word) => word !== null) };
}

/** How many rows repeat an earlier one in all of these columns. */
export function duplicateRows(columns: readonly Column[], rows: number): number {
  if (columns.length === 0) return 0;
  const seen = new Set<string>();
  for (let row = 0; row < rows; row++) {
    let key = '';
    for (const column of columns) {
      key += isCoded(column) ? `${column.codes[row]},` : isNumeric(column) ? `${column.values[row]},` : '';
    }
    seen.add(key);
  }
  return rows - seen.size;
}
