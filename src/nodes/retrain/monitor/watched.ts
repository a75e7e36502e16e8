import type { Task } from '../../../graph/schema-types';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import type { ModelValue } from '../../../models/model';
import type { Answers } from '../../../serving/answers';
import { predictionInputs } from '../../../serving/prediction-inputs';
import { type DriftReference, type DriftSample, driftReference } from '../../../stats/drift/drift-reference';
import { columnNamed, findColumn, isCoded, isNumeric, roleColumn } from '../../../table/columns';
import { takeRows } from '../../../table/rows';
import type { Column, Table } from '../../../table/table';
import type { LiveContext, LiveModel } from '../../contract/live';
import type { RowRange } from '../../contract/row-range';
import { duplicateRows, sampleOf, usedWords, withoutMissing, wordsOf } from './cells';
import type { MonitorParams } from './spec';

/** So many evenly spread reference rows stand for all of them. */
const REFERENCE_ROWS = 2_000;
/** And so many for what the champion answers. */
const SCORED_ROWS = 500;
/** Rows that the reference's own share of duplicates is taken from. */
const DUPLICATE_ROWS = 200;

/** What a champion is compared with: follows from its version and its rows alone, so that it need not be kept. */
export interface Watched {
  readonly task: Task;
  readonly classes: readonly string[];
  /** The stream's target; null where rows have no labels. */
  readonly target: string | null;
  /** The reference rows, in order. */
  readonly ranges: readonly RowRange[];
  readonly columns: readonly WatchedColumn[];
  /** Columns that the model needs and the stream lacks, or has of another type. */
  readonly unfit: readonly string[];
  readonly prediction: DriftReference;
  readonly labels: DriftReference | null;
  readonly duplicateShare: number;
  readonly sensitive: string | null;
  /** Null where no class is good to get: numbers, or several classes and none chosen. */
  readonly favourable: string | null;
  /** Unit of a regression's errors. */
  readonly errorScale: number;
}

export interface WatchedColumn {
  readonly name: string;
  readonly reference: DriftReference;
  readonly missingShare: number;
  /** Of numbers. */
  readonly range: { readonly min: number; readonly max: number } | null;
  /** Of words: those that occurred before the champion was trained. */
  readonly words: ReadonlySet<string> | null;
  /** Share of the most frequent value among those present. */
  readonly topShare: number;
  /** The most rows that one value held one after the other, before the champion was trained. */
  readonly longestRun: number;
}

/**
 * Prepares what the champion is held against: `adopted`, or else the rows that its weights have learned from. Scores
 * some reference rows once.
 */
export async function watch(
  champion: LiveModel,
  stream: string,
  adopted: RowRange | null,
  params: MonitorParams,
  ctx: LiveContext,
): Promise<Watched> {
  const model = await ctx.models.load(champion.version);
  const { historyRows, target } = ctx.stream(stream);
  const own = champion.learned ?? [champion.trainedOn ?? { from: 0, to: historyRows }];
  const ranges = adopted === null ? own : [adopted];
  const whole = wholeOf(ranges);
  const rows = spread(ctx.rows(stream, whole), REFERENCE_ROWS, ranges);
  await ctx.yieldIfDue();
  const { fit, unfit } = watchedNames(model, rows, params, ctx);
  const before = ctx.rows(stream, { from: 0, to: whole.to });
  const columns = fit.map((column) => watchedColumn(column, before, rows.rows));
  await ctx.yieldIfDue();
  const some = spread(rows, SCORED_ROWS);
  const scored = some.rows === 0 ? null : await ctx.models.score(champion.version, some);
  const known = target === null ? undefined : findColumn(rows, target);
  const classes = model.target.classes ?? [];
  return {
    task: model.task,
    classes,
    target,
    ranges,
    columns,
    unfit,
    prediction: driftReference(answerSample(scored, classes)),
    labels: known === undefined ? null : driftReference(withoutMissing(labelSample(known, rows.rows, classes))),
    duplicateShare: shareOfDuplicates(rows, fit),
    sensitive: sensitiveColumn(rows, params),
    favourable: favourableClass(classes, params),
    errorScale: champion.metrics.mae || champion.metrics.rmse || model.target.scale?.sd || 1,
  };
}

/** What a model answers, as drift sees it: the class said, or the value. Rows without an answer are left out. */
function answerSample(answers: Answers | null, classes: readonly string[]): DriftSample {
  if (answers === null) return { type: 'category', values: [] };
  const said = answersOf(answers).filter((value) => !Number.isNaN(value));
  if (classes.length === 0) return { type: 'number', values: said };
  return { type: 'category', values: Array.from(said, (k) => classes[k] ?? null) };
}

/** Class indices, or values; NaN where there is no answer. */
export function answersOf({ scores, predicted: said }: Answers): Float64Array {
  return said === null ? scores : Float64Array.from(said, (k) => (k < 0 ? Number.NaN : k));
}

/** Labels as drift sees them: words of a model that says classes, else numbers. */
export function labelSample(column: Column, rows: number, classes: readonly string[]): DriftSample {
  return classes.length > 0 ? { type: 'category', values: wordsOf(column, rows) } : sampleOf(column, rows);
}

/** From the first row of ranges in order to their last. */
export const wholeOf = (ranges: readonly RowRange[]): RowRange => ({
  from: ranges[0]?.from ?? 0,
  to: ranges.at(-1)?.to ?? 0,
});

/** At most `most` rows of a table's ranges, evenly spread; the table itself where it has no more. */
function spread(table: Table, most: number, ranges: readonly RowRange[] = [{ from: 0, to: table.rows }]): Table {
  const count = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  const taken = Math.min(most, count);
  if (taken === table.rows) return table;
  const first = wholeOf(ranges).from;
  const places = new Uint32Array(taken);
  let [range, passed] = [0, 0];
  for (let i = 0; i < taken; i++) {
    const at = Math.floor((i * count) / taken);
    for (let here = ranges[range]; here !== undefined && at >= passed + here.to - here.from; here = ranges[range]) {
      passed += here.to - here.from;
      range++;
    }
    places[i] = (ranges[range]?.from ?? 0) - first + at - passed;
  }
  return takeRows(table, places);
}

function watchedNames(
  model: ModelValue,
  rows: Table,
  { columns }: MonitorParams,
  ctx: LiveContext,
): { readonly fit: readonly Column[]; readonly unfit: readonly string[] } {
  if (columns.length > 0) return { fit: columns.map((name) => columnNamed(rows, name)), unfit: [] };
  const needed = predictionInputs(model, ctx).map(({ field }) => field);
  const judged = needed.filter(({ type }) => type !== 'image' && type !== 'text' && type !== 'date');
  const found = judged.map((field) => ({ field, column: findColumn(rows, field.name) }));
  const fits = ({ field, column }: (typeof found)[number]): boolean =>
    column !== undefined && column.type !== 'image' && isCoded(column) === (field.type === 'category');
  return {
    fit: found.filter(fits).flatMap(({ column }) => column ?? []),
    unfit: found.filter((one) => !fits(one)).map(({ field }) => field.name),
  };
}

function watchedColumn(column: Column, before: Table, rows: number): WatchedColumn {
  const sample = sampleOf(column, rows);
  const reference = driftReference(sample);
  const missing = reference.bins[0] ?? 0;
  const present = rows - missing;
  const whole = findColumn(before, column.name);
  const head = {
    name: column.name,
    reference,
    missingShare: rows === 0 ? 0 : missing / rows,
    longestRun: whole === undefined ? 0 : longestRun(whole),
  };
  if (isNumeric(column)) {
    const [min, max] = extremes(column.values);
    const range = present === 0 ? null : { min, max };
    return {
      ...head,
      range,
      words: null,
      topShare: reference.type === 'number' ? 0 : topShare(reference.bins, present),
    };
  }
  const words = whole !== undefined && isCoded(whole) ? usedWords(whole) : null;
  return { ...head, range: null, words, topShare: topShare(reference.bins, present) };
}

/** How many rows the value that stood longest stood for; missing ones end nothing. */
function longestRun(column: Column): number {
  if (column.type === 'image') return 0;
  const coded = isCoded(column);
  const values = coded ? column.codes : column.values;
  let [longest, run, last] = [0, 0, Number.NaN];
  for (const value of values) {
    if (coded ? value < 0 : Number.isNaN(value)) continue;
    run = value === last ? run + 1 : 1;
    last = value;
    if (run > longest) longest = run;
  }
  return longest;
}

const topShare = (bins: readonly number[], present: number): number =>
  present === 0 ? 1 : Math.max(0, ...bins.slice(1)) / present;

function extremes(values: Float64Array): readonly [min: number, max: number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

function shareOfDuplicates(rows: Table, columns: readonly Column[]): number {
  const some = spread({ ...rows, columns }, DUPLICATE_ROWS);
  return some.rows === 0 ? 0 : duplicateRows(some.columns, some.rows) / some.rows;
}

function sensitiveColumn(rows: Table, { sensitive }: MonitorParams): string | null {
  if (sensitive !== '') return columnNamed(rows, sensitive).name;
  return roleColumn(rows, 'sensitive')?.name ?? null;
}

function favourableClass(classes: readonly string[], { favourable }: MonitorParams): string | null {
  if (favourable === '') return classes.length === 2 ? (classes[1] ?? null) : null;
  if (classes.length === 0) return null;
  if (classes.includes(favourable)) return favourable;
  const list = classes.map((word) => `“${word}”`);
  throw new Failure({
    code: 'class-not-found',
    message: text(`The model has no class “${favourable}”.`, `모델에 “${favourable}” 클래스가 없어요.`),
    hint: text(
      `As the favourable class write ${list.join(' or ')}, or leave it empty.`,
      `유리한 클래스에 ${list.join(' 또는 ')} 중 하나를 적거나 비워 두세요.`,
    ),
  });
}
