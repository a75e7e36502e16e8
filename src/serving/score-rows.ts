import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { decide } from '../models/decision';
import type { Scores } from '../models/estimator';
import { unfitRows } from '../models/matrix';
import type { ModelValue } from '../models/model';
import { cellText } from '../table/cells';
import { takeRows } from '../table/rows';
import type { Column, Table } from '../table/table';
import type { Answers } from './answers';

/** What turns raw rows into scores: a recipe's replay and an open model. */
export interface RowScorer {
  /** `sourceRows` of what it gives point into the rows it is given, or where those point. */
  prepare(raw: Table): Table;
  /** Scores of rows of a prepared table, in the order of `rows`. */
  predict(prepared: Table, rows: Uint32Array): Promise<Scores>;
}

/** Why a row got no answer. */
interface RowRefusal {
  readonly reason: string;
  /** With the remedy. */
  readonly failure: Failure;
}

export interface ScoredRows {
  readonly answers: Answers;
  /** By 0-based row of the raw table. */
  readonly refused: ReadonlyMap<number, RowRefusal>;
  /** Answered rows (0-based, of the raw table) whose group is missing, by the common threshold therefore. */
  readonly ungrouped: readonly number[];
}

export interface ScoreOptions {
  /** 0-based rows to answer; every one where absent. */
  readonly rows?: Uint32Array;
  /** How often rows may be prepared or scored anew to find out which of them cannot be; 0: the first failure is thrown. */
  readonly tries: number;
}

/**
 * A model's answers to raw rows: prepared, scored and decided once. A row that the preparation drops has none; one that
 * a step refuses, or that the model cannot score, costs the others nothing: parts are halved until it stands alone, or
 * the tries are used up. `raw` stands in the order of the source (its own `sourceRows` are passed over).
 */
export async function scoreRows(
  model: ModelValue,
  raw: Table,
  { rows = everyRow(raw.rows), tries }: ScoreOptions,
  scorer: RowScorer,
): Promise<ScoredRows> {
  const own: Table = { ...raw, partition: null, sourceRows: null };
  const outputs = model.target.classes?.length ?? 1;
  const refused = new Map<number, RowRefusal>();
  const refuse = (row: number, failure: Failure): void => {
    if (!refused.has(row)) refused.set(row, { reason: failure.detail.code, failure });
  };
  const scores = new Float64Array(raw.rows * outputs).fill(Number.NaN);
  const attempts = createAttempts(tries);
  const groups = model.decision?.groups?.column;

  const prepare = (part: Uint32Array): Table => scorer.prepare(part.length === own.rows ? own : takeRows(own, part));
  const good: { readonly part: Uint32Array; readonly prepared: Table }[] = [];
  await attempts(rows, (part) => void good.push({ part, prepared: prepare(part) }), refuse);
  const [only, ...others] = good;
  const told =
    only === undefined
      ? null
      : await scorePrepared(
          others.length === 0 ? only.prepared : prepare(Uint32Array.from(good.flatMap(({ part }) => [...part]))),
        );
  const { classes } = model.target;
  return {
    answers: {
      scores,
      outputs,
      predicted:
        classes === undefined
          ? null
          : good.length === 0
            ? nothingSaid(own)
            : decide(model, scores, told?.table ?? null),
      ...(classes === undefined ? {} : { classes }),
    },
    refused,
    ungrouped: told === null ? [] : [...rows].filter((row) => told.codes[row] === -1 && !refused.has(row)),
  };

  /** Answers with what the rule's groups are told by: the prepared rows, as when the model is measured. */
  async function scorePrepared(table: Table): Promise<Told | null> {
    const rowOf = (row: number): number => table.sourceRows?.[row] ?? row;
    const grouped = table.columns.find(({ name }) => name === groups);
    const told = grouped === undefined ? null : asRaw(grouped, table.rows, rowOf, own);
    const kept = new Set(Array.from({ length: table.rows }, (_, row) => rowOf(row)));
    for (const row of rows) {
      if (!kept.has(row) && !refused.has(row)) {
        refused.set(row, { reason: 'dropped-by-preparation', failure: rowDropped(row) });
      }
    }
    const every = everyRow(table.rows);
    let open = every;
    if (tries > 0) {
      const unfit = unfitOrAll(model, table);
      for (const [row, failure] of unfit) refuse(rowOf(row), failure);
      open = every.filter((row) => !unfit.has(row));
      if (open.length === 0) return told;
    }
    await attempts(
      open,
      async (part) => {
        const { scores: found } = await scorer.predict(table, part);
        part.forEach((row, i) => {
          scores.set(found.subarray(i * outputs, (i + 1) * outputs), rowOf(row) * outputs);
        });
      },
      (row, failure) => refuse(rowOf(row), failure),
    );
    return told;
  }
}

/** A column of groups in the place of the raw rows: alone in a table, and its codes. */
interface Told {
  readonly table: Table;
  readonly codes: Int32Array;
}

const nothingSaid = ({ rows }: Table): Int32Array => new Int32Array(rows).fill(-1);

/** A column of prepared rows in the place of the raw rows that they came from. */
function asRaw(column: Column, rows: number, rowOf: (row: number) => number, raw: Table): Told {
  const words: string[] = [];
  const codes = new Int32Array(raw.rows).fill(-1);
  const known = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const word = cellText(column, row);
    if (word === null) continue;
    const code = known.get(word) ?? words.push(word) - 1;
    known.set(word, code);
    codes[rowOf(row)] = code;
  }
  const { name, role } = column;
  return { table: { ...raw, columns: [{ name, role, type: 'category', codes, dictionary: words }] }, codes };
}

type Attempts = (
  rows: Uint32Array,
  attempt: (part: Uint32Array) => void | Promise<void>,
  refuse: (row: number, failure: Failure) => void,
) => Promise<void>;

/** Does something with rows, in halves where it fails; so many tries in all its calls. */
function createAttempts(tries: number): Attempts {
  let left = tries;
  return async (rows, attempt, refuse) => {
    const go = async (part: Uint32Array): Promise<void> => {
      if (part.length === 0) return;
      left--;
      try {
        await attempt(part);
      } catch (error) {
        if (!(error instanceof Failure) || tries === 0) throw error;
        if (part.length === 1 || left <= 0) {
          for (const row of part) refuse(row, error);
          return;
        }
        const half = part.length >> 1;
        await go(part.subarray(0, half));
        await go(part.subarray(half));
      }
    };
    await go(rows);
  };
}

/** Rows with a feature that no model can read; every one where a feature is absent altogether. */
function unfitOrAll(model: ModelValue, prepared: Table): ReadonlyMap<number, Failure> {
  try {
    return unfitRows(prepared, model.features);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return new Map(Array.from({ length: prepared.rows }, (_, row) => [row, error]));
  }
}

function everyRow(rows: number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row);
}

/** Of a row (0-based) that the preparation leaves out. */
export function rowDropped(row: number): Failure {
  return new Failure({
    code: 'row-dropped',
    row: row + 1,
    message: text(
      `The preparation drops row ${row + 1}, because a value is missing.`,
      `${row + 1}번째 행은 값이 비어 있어 데이터 준비에서 빠져요.`,
    ),
    hint: text('Fill in every value of the row.', '행의 값을 모두 채우세요.'),
  });
}
