import type { Column } from './table';

/** A column of whole numbers with more values than this holds quantities, not classes. */
export const MOST_INTEGER_CLASSES = 20;

/**
 * Whether a column reads as classes rather than quantities: words and booleans do, and whole numbers
 * of at most 20 values in `rows` (all rows unless given).
 */
export function holdsClasses(column: Column, rows?: Uint32Array): boolean {
  if ('codes' in column || column.type === 'boolean') return true;
  if (column.type !== 'integer') return false;
  const { values } = column;
  const seen = new Set<number>();
  const count = rows?.length ?? values.length;
  for (let i = 0; i < count; i++) {
    const value = values[rows === undefined ? i : (rows[i] ?? -1)] ?? Number.NaN;
    if (!Number.isNaN(value)) seen.add(value);
    if (seen.size > MOST_INTEGER_CLASSES) return false;
  }
  return true;
}
