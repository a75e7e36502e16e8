import { isNumeric } from '../table/columns';
import type { SourceField, Table } from '../table/table';
import type { NeededInput } from './prediction-inputs';
import { unseenCells } from './raw-table';

/** What raw rows are held against: what the model's training data looked like. */
export interface RawChecks {
  readonly ranges: boolean;
  /** How far beyond the range seen in training a number may lie, as a share of that range. */
  readonly margin: number;
  readonly categories: boolean;
}

/** Cells that are unlike anything the model was trained on. */
export interface RawFinding {
  readonly rule: 'range' | 'unseen-category';
  readonly column: string;
  /** 0-based rows of the table. */
  readonly rows: readonly number[];
}

/** Holds aligned raw rows (see `alignRaw`) against the training data, column by column in the order of the data. */
export function checkRaw(aligned: Table, inputs: readonly NeededInput[], checks: RawChecks): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  if (checks.ranges) {
    for (const { field } of inputs) {
      const rows = outsideRange(aligned, field, checks.margin);
      if (rows.length > 0) findings.push({ rule: 'range', column: field.name, rows });
    }
  }
  if (checks.categories) {
    const byColumn = new Map<string, number[]>();
    for (const { column, row } of unseenCells(aligned, new Set(inputs.map(({ field }) => field.name)))) {
      const rows = byColumn.get(column) ?? [];
      rows.push(row);
      byColumn.set(column, rows);
    }
    for (const [column, rows] of byColumn) findings.push({ rule: 'unseen-category', column, rows });
  }
  return findings;
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
  const column = aligned.columns.find(({ name }) => name === field.name);
  if (range === null || column === undefined || !isNumeric(column)) return [];
  const rows: number[] = [];
  column.values.forEach((value, row) => {
    if (value < range.low || value > range.high) rows.push(row);
  });
  return rows;
}
