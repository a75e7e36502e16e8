import { findColumn, isCoded, isNumeric } from '../table/columns';
import type { SourceField, Table } from '../table/table';
import type { ColumnFault } from './align-raw';
import type { NeededInput } from './prediction-inputs';

/** What raw rows are held against: what the model's training data looked like. */
export interface RawChecks {
  readonly ranges: boolean;
  /** How far beyond the range seen in training a number may lie, as a share of that range. */
  readonly margin: number;
  readonly categories: boolean;
}

/** Cells that are unlike anything the model was trained on, or a whole column that is not there as it was. */
export interface RawFinding {
  readonly rule: ColumnFault['rule'] | 'range' | 'unseen-category';
  readonly column: string;
  /** 0-based rows of the table. */
  readonly rows: readonly number[];
}

/** Holds aligned raw rows (see `alignRaw`) against the training data, column by column in the order of the data. */
export function checkRaw(aligned: Table, inputs: readonly NeededInput[], checks: RawChecks): readonly RawFinding[] {
  const found = (rule: RawFinding['rule'], rowsOf: (field: SourceField) => readonly number[]): RawFinding[] =>
    inputs
      .map(({ field }) => ({ rule, column: field.name, rows: rowsOf(field) }))
      .filter(({ rows }) => rows.length > 0);
  return [
    ...(checks.ranges ? found('range', (field) => outsideRange(aligned, field, checks.margin)) : []),
    ...(checks.categories ? found('unseen-category', (field) => unseenWords(aligned, field)) : []),
  ];
}

/** The range that a number may lie in; null where there is none: dates go on for ever, and truth has two values. */
function allowedRange(
  { type, min, max }: Pick<SourceField, 'type' | 'min' | 'max'>,
  margin: number,
): { readonly low: number; readonly high: number } | null {
  if ((type !== 'number' && type !== 'integer') || min === undefined || max === undefined) return null;
  const slack = (max - min) * margin;
  return { low: min - slack, high: max + slack };
}

function outsideRange(aligned: Table, field: SourceField, margin: number): readonly number[] {
  const range = allowedRange(field, margin);
  const column = findColumn(aligned, field.name);
  if (range === null || column === undefined || !isNumeric(column)) return [];
  const rows: number[] = [];
  column.values.forEach((value, row) => {
    if (value < range.low || value > range.high) rows.push(row);
  });
  return rows;
}

/** Rows whose word the training data did not have. */
function unseenWords(aligned: Table, field: SourceField): readonly number[] {
  const column = findColumn(aligned, field.name);
  if (column === undefined || !isCoded(column) || field.categories === undefined) return [];
  const known = new Set(field.categories);
  const isNew = column.dictionary.map((word) => !known.has(word));
  const rows: number[] = [];
  column.codes.forEach((code, row) => {
    if (isNew[code] === true) rows.push(row);
  });
  return rows;
}
