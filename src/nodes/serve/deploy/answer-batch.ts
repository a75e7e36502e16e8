import { Failure } from '../../../lib/failure';
import { isCoded, isNumeric } from '../../../table/columns';
import { takeRows } from '../../../table/rows';
import type { Column, Table } from '../../../table/table';
import type { Answers, LiveContext } from '../../live';
import { checkRaw } from '../../raw-checks';
import { alignRaw } from '../../raw-table';
import { servedModel } from './served-model';
import type { DeployParams } from './spec';

/** What became of a batch. Rows are 0-based within it. */
export interface Answered {
  readonly answers: Answers;
  /** Names of the score columns; null where the score is the value itself. */
  readonly classes: readonly string[] | null;
  readonly refused: readonly number[];
  /** Rows refused, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Rows that failed a check and were answered all the same, by rule. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly warned: number;
}

/** Tries of scoring one batch in parts, where some of its rows cannot be scored. */
const TRIES = 64;

/**
 * Checks raw rows against the model's training data, deals with those that fail as the policy says, and answers the
 * rest. Always comes to an end: rows that cannot be scored are refused with the reason, whatever it is.
 */
export async function answerBatch(
  version: string,
  raw: Table,
  params: DeployParams,
  ctx: LiveContext,
): Promise<Answered> {
  const { model, inputs, needed } = await servedModel(version, ctx);
  const outputs = model.target.classes?.length ?? 1;
  const report = new Map<string, Set<number>>();
  const find = (rule: string, rows: Iterable<number>): void => {
    const found = report.get(rule) ?? new Set<number>();
    for (const row of rows) found.add(row);
    report.set(rule, found);
  };
  const every = Array.from({ length: raw.rows }, (_, row) => row);
  let aligned = alignRaw(raw, model.recipe, needed, ({ detail }) => {
    if (params.checkColumns) find(detail.code, every);
  });
  const { margin, checkRanges: ranges, checkCategories: categories } = params;
  for (const { rule, column, rows } of checkRaw(aligned, inputs, { ranges, margin, categories })) {
    find(rule, rows);
    if (params.policy === 'missing') aligned = withoutCells(aligned, column, rows);
  }
  const failed = new Set([...report.values()].flatMap((rows) => [...rows]));
  const refusals = new Map<number, string>();
  if (params.policy === 'refuse') {
    for (const [rule, rows] of report) for (const row of rows) if (!refusals.has(row)) refusals.set(row, rule);
  }
  const open = Uint32Array.from(every.filter((row) => !refusals.has(row)));
  const answers: Answers = {
    scores: new Float64Array(raw.rows * outputs).fill(Number.NaN),
    outputs,
    said: model.target.classes === undefined ? null : new Int32Array(raw.rows).fill(-1),
  };
  for (const [row, reason] of await answerInto(answers, version, aligned, open, ctx)) refusals.set(row, reason);
  const refused = [...refusals.keys()].sort((a, b) => a - b);
  return {
    answers,
    classes: model.target.classes ?? null,
    refused,
    reasons: counted(refused.map((row) => refusals.get(row) ?? '')),
    warnings: Object.fromEntries(
      [...report]
        .map(([rule, rows]) => [rule, [...rows].filter((row) => !refusals.has(row)).length] as const)
        .filter(([, count]) => count > 0),
    ),
    warned: [...failed].filter((row) => !refusals.has(row)).length,
  };
}

/** Writes the answers of `rows`; gives those that got none, with the reason. */
async function answerInto(
  { scores, outputs, said }: Answers,
  version: string,
  aligned: Table,
  rows: Uint32Array,
  ctx: LiveContext,
): Promise<ReadonlyMap<number, string>> {
  const without = new Map<number, string>();
  let tries = TRIES;
  const score = async (part: Uint32Array): Promise<void> => {
    if (part.length === 0) return;
    tries--;
    try {
      const table = part.length === aligned.rows ? aligned : { ...takeRows(aligned, part), sourceRows: null };
      const answers = await ctx.models.score(version, table);
      part.forEach((row, i) => {
        const own = answers.scores.subarray(i * outputs, (i + 1) * outputs);
        if (own.some(Number.isNaN)) {
          without.set(row, 'dropped-by-preparation');
          return;
        }
        scores.set(own, row * outputs);
        if (said !== null) said[row] = answers.said?.[i] ?? -1;
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (part.length === 1 || tries <= 0) {
        for (const row of part) without.set(row, error.detail.code);
        return;
      }
      // One bad row must not cost the others their answers.
      const half = part.length >> 1;
      await score(part.subarray(0, half));
      await score(part.subarray(half));
    }
  };
  await score(rows);
  return without;
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

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
