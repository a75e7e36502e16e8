import type { Failure } from '../lib/failure';
import type { ModelValue } from '../models/model';
import { isCoded, isNumeric } from '../table/columns';
import type { Column, Table } from '../table/table';
import { alignRaw, type ColumnFault } from './align-raw';
import type { Answers } from './answers';
import type { NeededInput } from './prediction-inputs';
import { checkRaw, type RawChecks, type RawFinding } from './raw-checks';
import { type RowScorer, type ScoredRows, scoreRows } from './score-rows';

/** What becomes of rows that are not as the model's training data was. */
export interface RawPolicy {
  /** A needed column that is absent, of another type or read otherwise: fails as a whole, is found in every row, or is passed over. */
  readonly columns: 'fail' | 'find' | 'pass';
  readonly checks: RawChecks;
  /** Rows with a finding are answered all the same, answered with the cell missing, or refused. */
  readonly found: 'answer' | 'missing' | 'refuse';
  /** See {@link ScoreOptions.tries}: 0 lets the first row that cannot be answered fail the whole. */
  readonly tries: number;
}

/** A row that got no answer. */
export interface RefusedRow {
  /** 0-based. */
  readonly row: number;
  /** The rule of the finding, `dropped-by-preparation`, or the failure's code. */
  readonly reason: string;
  /** Absent where a finding says it. */
  readonly failure?: Failure;
}

/** What became of raw rows. */
export interface RawAnswers {
  readonly answers: Answers;
  /** In the order of the rows. */
  readonly refused: readonly RefusedRow[];
  /** By rule, then in the order of the columns; rows of the table as it was given. */
  readonly findings: readonly RawFinding[];
  /** See {@link ScoredRows.ungrouped}. */
  readonly ungrouped: ScoredRows['ungrouped'];
}

export interface AnswerContext extends RowScorer {
  /** What the model's answers depend on, see `predictionInputs`. */
  readonly inputs: readonly NeededInput[];
}

/** Rows that could not even be read, by 0-based row. */
export type Unreadable = ReadonlyMap<number, Failure>;

/**
 * A model's answers to raw rows, in one pass: aligned to the recipe's source, held against the training data, dealt
 * with as the policy says, prepared, scored and decided. Fails where the policy lets it: as {@link alignRaw} does, and as
 * the steps and the model do.
 */
export async function answerRaw(
  model: ModelValue,
  raw: Table,
  policy: RawPolicy,
  ctx: AnswerContext,
  unreadable: Unreadable = new Map(),
): Promise<RawAnswers> {
  const every = Array.from({ length: raw.rows }, (_, row) => row);
  const needed = new Set(ctx.inputs.map(({ field }) => field.name));
  const findings: RawFinding[] = [];
  const forgive = ({ rule, column }: ColumnFault): void => {
    if (policy.columns === 'find') findings.push({ rule, column, rows: every });
  };
  let aligned = alignRaw(raw, model.recipe, needed, policy.columns === 'fail' ? undefined : forgive);
  for (const finding of checkRaw(aligned, ctx.inputs, policy.checks)) {
    findings.push(finding);
    if (policy.found === 'missing') aligned = withoutCells(aligned, finding.column, finding.rows);
  }
  const refused = new Map<number, RefusedRow>();
  for (const [row, failure] of unreadable) refused.set(row, { row, reason: failure.detail.code, failure });
  if (policy.found === 'refuse') {
    for (const { rule, rows } of findings) {
      for (const row of rows) if (!refused.has(row)) refused.set(row, { row, reason: rule });
    }
  }
  const rows = Uint32Array.from(every.filter((row) => !refused.has(row)));
  const scored = await scoreRows(model, aligned, { rows, tries: policy.tries }, ctx);
  for (const [row, refusal] of scored.refused) refused.set(row, { row, ...refusal });
  return {
    answers: scored.answers,
    refused: [...refused.values()].sort((a, b) => a.row - b.row),
    findings,
    ungrouped: scored.ungrouped,
  };
}

function withoutCells(table: Table, name: string, rows: readonly number[]): Table {
  const columns = table.columns.map((column): Column => {
    if (column.name !== name) return column;
    if (isCoded(column)) return { ...column, codes: emptied(column.codes.slice(), rows, -1) };
    if (isNumeric(column)) return { ...column, values: emptied(column.values.slice(), rows, Number.NaN) };
    return column;
  });
  return { ...table, columns };
}

function emptied<A extends Int32Array | Float64Array>(cells: A, rows: readonly number[], missing: number): A {
  for (const row of rows) cells[row] = missing;
  return cells;
}
