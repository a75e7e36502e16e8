import type { ModelValue } from '../../../models/model';
import { cellText } from '../../../table/cells';
import { columnNamed, isNumeric } from '../../../table/columns';
import type { Table } from '../../../table/table';
import type { LiveContext } from '../../contract/live';
import type { RowRange } from '../../contract/row-range';

/** Two models' answers to the same labelled rows. Classes are positions in `classes`. */
export interface PairedAnswers {
  /** Null of numbers. */
  readonly classes: readonly string[] | null;
  readonly truth: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The same of rows of a stream. */
export interface Pairs extends PairedAnswers {
  /** Positions in the stream. */
  readonly rows: Uint32Array;
  /** The raw rows, in the same order. */
  readonly raw: Table;
  /** Which row of `raw` each pair is. */
  readonly at: Uint32Array;
}

/** Rows of a range that have a label: cheap, for it scores nothing. */
export function labelledRows(ctx: LiveContext, stream: string, range: RowRange): Uint32Array {
  const { target } = ctx.stream(stream);
  if (target === null || range.to <= range.from) return new Uint32Array(0);
  const column = columnNamed(ctx.rows(stream, range), target);
  const found: number[] = [];
  for (let row = 0; row < range.to - range.from; row++) {
    if (cellText(column, row) !== null) found.push(range.from + row);
  }
  return Uint32Array.from(found);
}

/** Scores a range with both models, which are of one task. Rows without a label, or that either of them does not answer, are left out of both. */
export async function pairAnswers(
  ctx: LiveContext,
  stream: string,
  range: RowRange,
  versions: { readonly first: string; readonly second: string },
): Promise<Pairs> {
  const raw = ctx.rows(stream, range);
  const models = [await ctx.models.load(versions.first), await ctx.models.load(versions.second)] as const;
  const [{ target, task }] = models;
  const column = columnNamed(raw, target.name);
  const classes =
    task === 'regression'
      ? null
      : allClasses(
          models,
          Array.from({ length: raw.rows }, (_, row) => cellText(column, row)),
        );
  const index = new Map(classes?.map((word, k) => [word, k]));
  const predicted = [
    await answersOf(ctx, versions.first, models[0], raw, index),
    await answersOf(ctx, versions.second, models[1], raw, index),
  ] as const;
  const truth = Float64Array.from({ length: raw.rows }, (_, row) => {
    if (classes !== null) return index.get(cellText(column, row) ?? '') ?? Number.NaN;
    return isNumeric(column) ? (column.values[row] ?? Number.NaN) : Number.NaN;
  });
  const at = Uint32Array.from(truth.keys()).filter((row) =>
    [truth, ...predicted].every((values) => !Number.isNaN(values[row])),
  );
  const take = (values: Float64Array) => Float64Array.from(at, (row) => values[row] ?? Number.NaN);
  return {
    classes,
    truth: take(truth),
    first: take(predicted[0]),
    second: take(predicted[1]),
    rows: at.map((row) => range.from + row),
    raw,
    at,
  };
}

/** Pairs from position `from` to `to`. */
export function someOf(pairs: Pairs, from: number, to: number): Pairs {
  const cut = (values: Float64Array) => values.slice(from, to);
  return {
    ...pairs,
    truth: cut(pairs.truth),
    first: cut(pairs.first),
    second: cut(pairs.second),
    rows: pairs.rows.slice(from, to),
    at: pairs.at.slice(from, to),
  };
}

function allClasses(models: readonly ModelValue[], labels: readonly (string | null)[]): readonly string[] {
  const known = new Set(models.flatMap(({ target }) => target.classes ?? []));
  for (const label of labels) if (label !== null) known.add(label);
  return [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The class as a position in the common list, or the value; NaN where there is no answer. */
async function answersOf(
  ctx: LiveContext,
  version: string,
  model: ModelValue,
  raw: Table,
  index: ReadonlyMap<string, number>,
): Promise<Float64Array> {
  const { scores, outputs, predicted } = await ctx.models.score(version, raw);
  await ctx.yieldIfDue();
  const { classes } = model.target;
  if (classes === undefined || predicted === null) {
    return Float64Array.from({ length: raw.rows }, (_, row) => scores[row * outputs] ?? Number.NaN);
  }
  return Float64Array.from(predicted, (k) => index.get(classes[k] ?? '') ?? Number.NaN);
}
