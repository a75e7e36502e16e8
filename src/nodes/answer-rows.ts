import { decide } from '../models/decision';
import type { PredictContext } from '../models/estimator';
import type { ModelValue } from '../models/model';
import { predictTable } from '../models/predict';
import type { Answers } from '../table/prediction-columns';
import type { Table } from '../table/table';

/**
 * A model's answers to `raw` rows of which `prepared` is what the recipe left; `prepared.sourceRows`
 * says which raw row each came from. Raw rows that were dropped have no answer: -1 or NaN.
 */
export async function answerRows(
  model: ModelValue,
  prepared: Table,
  raw: Table,
  ctx: PredictContext,
): Promise<Answers> {
  const every = Uint32Array.from({ length: prepared.rows }, (_, row) => row);
  const { scores, outputs } = await predictTable(model, prepared, every, ctx);
  const all = new Float64Array(raw.rows * outputs).fill(Number.NaN);
  every.forEach((row) => {
    all.set(scores.subarray(row * outputs, (row + 1) * outputs), rawRow(prepared, row) * outputs);
  });
  const { classes } = model.target;
  if (classes === undefined) return { values: all };
  return { classes, said: decide(model, all, raw), scores: all };
}

/** Raw rows (0-based) that preparing dropped. */
export function droppedRows(prepared: Table, rows: number): number[] {
  const kept = new Uint8Array(rows);
  for (let row = 0; row < prepared.rows; row++) kept[rawRow(prepared, row)] = 1;
  return Array.from(kept, (_, row) => row).filter((row) => kept[row] === 0);
}

const rawRow = (prepared: Table, row: number): number => prepared.sourceRows?.[row] ?? row;
