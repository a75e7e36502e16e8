import type { DriftSample } from '../../../stats/drift/drift-reference';
import { cellText } from '../../../table/cells';
import { isCoded, isNumeric } from '../../../table/columns';
import type { CodedColumn, Column } from '../../../table/table';

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

/** The words of a category's dictionary that some row uses. */
export function usedWords({ codes, dictionary }: CodedColumn): ReadonlySet<string> {
  const isUsed = new Uint8Array(dictionary.length);
  for (const code of codes) if (code >= 0) isUsed[code] = 1;
  return new Set(dictionary.filter((_, code) => isUsed[code] === 1));
}

/** How many rows without missing cells repeat an earlier one in all of these columns, by a hash of 52 bits. */
export function duplicateRows(columns: readonly Column[], rows: number): number {
  if (columns.length === 0) return 0;
  const one = new Uint32Array(rows);
  const two = new Uint32Array(rows);
  const isWhole = new Uint8Array(rows).fill(1);
  const mix = (row: number, word: number): void => {
    one[row] = Math.imul((one[row] ?? 0) ^ word, 0x9e3779b1) ^ ((one[row] ?? 0) >>> 15);
    two[row] = Math.imul((two[row] ?? 0) + word, 0x85ebca6b) ^ ((two[row] ?? 0) >>> 13);
  };
  for (const column of columns) {
    if (isCoded(column)) {
      for (let row = 0; row < rows; row++) {
        const code = column.codes[row] ?? -1;
        if (code < 0) isWhole[row] = 0;
        mix(row, code);
      }
    } else if (isNumeric(column)) {
      for (let row = 0; row < rows; row++) {
        const cell = column.values[row] ?? Number.NaN;
        if (Number.isNaN(cell)) isWhole[row] = 0;
        bits.value[0] = cell;
        mix(row, bits.halves[0] ?? 0);
        mix(row, bits.halves[1] ?? 0);
      }
    }
  }
  const seen = new Set<number>();
  let whole = 0;
  for (let row = 0; row < rows; row++) {
    if (isWhole[row] === 0) continue;
    whole++;
    seen.add((one[row] ?? 0) * 2 ** 20 + ((two[row] ?? 0) & 0xfffff));
  }
  return whole - seen.size;
}

const value = new Float64Array(1);
const bits = { value, halves: new Uint32Array(value.buffer) };
