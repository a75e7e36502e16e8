import { ln } from '../../lib/portable-math';
import { exactSum } from '../../stats/leaks/exact-sum';
import { classByNearest, type NamedShare, varianceLeftByNearest } from '../../stats/leaks/nearest-answer';
import { holdsClasses } from '../../table/class-column';
import { findColumn, isNumeric, roleColumn } from '../../table/columns';
import type { DataNote } from '../../table/notes';
import { asWords } from '../../table/recipe';
import { takeRows } from '../../table/rows';
import type { Column, NumericColumn, Table } from '../../table/table';
import {
  givenAway,
  nameLearned,
  numberLearned,
  numbersAsClasses,
  productGivesAway,
  rowsTwice,
  splitAtRandom,
  sumGivesAway,
} from './risk-notes';
import { isRowNumber, namesItself } from './row-names';
import { sampleRows } from './sample-rows';
import { timeThatCarriesOn } from './time-in-order';
import { type Twins, twinsOf } from './twins';

/** Rows that are looked at, evenly taken. */
const ROWS = 10_000;
const ROWS_OF_SUMS = 2_000;
/** Columns among which a sum is looked for: the first so many. */
const COLUMNS_OF_SUMS = 200;
/** Fewer rows than this prove nothing. */
const LEAST_ROWS = 40;
/** A column that names so large a share of the classes, or leaves so little of the variance, gives the target away. */
const NAMED = 0.999;
const VARIANCE_LEFT = 1e-3;

/**
 * What of a table makes a model look better than it is: columns that give the target away, alone or together, ids that
 * would be learned from, numbers that read as classes; where it is to be split `atRandom`, an order of time. Gives others
 * a turn between columns.
 */
export async function findRisks(
  whole: Table,
  atRandom: boolean,
  yieldIfDue: () => Promise<void>,
): Promise<readonly DataNote[]> {
  const told = whole.columns.filter((column) => column.role !== 'id' && !isRowNumber(column, whole.recipe));
  const twins = await twinsOf({ ...whole, columns: told }, yieldIfDue);
  const table = twins.rowsWithTwin < whole.rows / 20 ? whole : takeRows(whole, twins.firsts);
  const target = roleColumn(table, 'target');
  const features = table.columns.filter(({ role, type }) => role === null && type !== 'image');
  const notes: DataNote[] = [];
  const time = atRandom ? timeThatCarriesOn(whole) : null;
  if (time !== null) notes.push(splitAtRandom(time));
  if (areTwice(whole, twins)) notes.push(rowsTwice(twins.rowsWithTwin, whole.rows));
  const ids = new Set<string>();
  for (const column of features) {
    await yieldIfDue();
    const why =
      table.rows < LEAST_ROWS
        ? null
        : isRowNumber(column, whole.recipe)
          ? 'number'
          : namesItself(column)
            ? 'name'
            : null;
    if (why === null) continue;
    ids.add(column.name);
    notes.push((why === 'number' ? numberLearned : nameLearned)(column.name, table.rows));
  }
  if (target === null || target.type === 'image' || table.rows < LEAST_ROWS) return notes;
  const unread = unreadNumbers(target);
  if (unread !== null) notes.unshift(numbersAsClasses(target.name, unread.words, unread.classes));

  const few = sampleRows(table, ROWS);
  const sampled = (column: Column): Column => findColumn(few, column.name) ?? column;
  const truth = sampled(target);
  const alone = new Set<string>();
  for (const column of features) {
    if (ids.has(column.name)) continue;
    await yieldIfDue();
    if (column.type !== 'date' && givesAway(sampled(column), truth)) alone.add(column.name);
  }
  notes.unshift(...[...alone].map((name) => givenAway(name, target.name)));
  if (!isNumeric(target) || target.type === 'boolean') return notes;
  await yieldIfDue();
  const found = sumOf(
    sampleRows(table, ROWS_OF_SUMS),
    features.filter(({ name }) => !ids.has(name) && !alone.has(name)),
    target.name,
  );
  if (found !== null) notes.unshift((found.product ? productGivesAway : sumGivesAway)(found.names, target.name));
  return notes;
}

function givesAway(column: Column, target: Column): boolean {
  const exact = 'codes' in column;
  const values = valuesOf(column);
  // Of a column of holes the rest may say much by chance; that it is empty may itself be the answer.
  const mostly = missingShare(values) < 0.5;
  if (holdsClasses(target)) {
    const { codes } = asWords(target, 'category');
    const named = (missing: 'answer' | 'leave'): boolean => tells(classByNearest(values, codes, exact, missing));
    return named('answer') || (mostly && named('leave'));
  }
  return !exact && mostly && isNumeric(target) && varianceLeftByNearest(values, target.values) <= VARIANCE_LEFT;
}

const tells = ({ right, usual, rows }: NamedShare): boolean =>
  rows >= LEAST_ROWS / 2 && usual < 1 && right >= NAMED && 1 - right <= 0.02 * (1 - usual);

/** Columns of which the target is a weighted sum, or, where all are positive, a product of powers. */
function sumOf(
  table: Table,
  features: readonly Column[],
  target: string,
): { readonly names: readonly string[]; readonly product: boolean } | null {
  const named = (name: string): Column | undefined => findColumn(table, name);
  const truth = named(target);
  if (truth === undefined || !isNumeric(truth)) return null;
  const columns = features.flatMap(({ name }) => {
    const column = named(name);
    return column !== undefined && isNumeric(column) && column.type !== 'date' ? [column] : [];
  });
  // Rows without holes; a column that is mostly holes would leave none.
  const whole = columns.filter(({ values }) => missingShare(values) < 0.05).slice(0, COLUMNS_OF_SUMS);
  const rows = Array.from(truth.values, (_, row) => row).filter((row) =>
    [truth, ...whole].every(({ values }) => !Number.isNaN(values[row] ?? Number.NaN)),
  );
  const taken = ({ values }: NumericColumn): Float64Array => Float64Array.from(rows, (row) => values[row] ?? 0);
  const [numbers, goal] = [whole.map(taken), taken(truth)];
  const sum = exactSum(numbers, goal);
  const nameOf = (list: readonly NumericColumn[], indices: readonly number[]): string[] =>
    indices.flatMap((k) => list[k]?.name ?? []);
  if (sum !== null) return { names: nameOf(whole, sum), product: false };
  if (!goal.every((value) => value > 0)) return null;
  const positive = whole.filter((_, k) => numbers[k]?.every((value) => value > 0) === true);
  const product = exactSum(
    positive.map((column) => taken(column).map(ln)),
    goal.map(ln),
  );
  return product === null ? null : { names: nameOf(positive, product), product: true };
}

const valuesOf = (column: Column): Float64Array =>
  'codes' in column
    ? Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code))
    : Float64Array.from(column.values);

function missingShare(values: Float64Array): number {
  let missing = 0;
  for (const value of values) if (Number.isNaN(value)) missing++;
  return values.length === 0 ? 1 : missing / values.length;
}

/** Of a target of words that are numbers for the most part: how many words are none, and how many classes it would have. */
function unreadNumbers(target: Column): { readonly words: readonly string[]; readonly classes: number } | null {
  if (!('codes' in target)) return null;
  const used = new Set(target.codes);
  const words = target.dictionary.filter((_, code) => used.has(code));
  const others = words.filter((word) => word.trim() === '' || !Number.isFinite(Number(word)));
  const numbers = words.length - others.length;
  return numbers > 20 && others.length <= numbers / 4 ? { words: others, classes: words.length } : null;
}

/** Half of the rows stand there twice, though numbers that hardly repeat by chance are among their cells; or all of them do, or are one and the same. */
function areTwice({ rows, columns }: Table, { rowsWithTwin, firsts }: Twins): boolean {
  if (rows < LEAST_ROWS || rowsWithTwin < rows / 2) return false;
  if (firsts.length < 10) return firsts.length === 1;
  const fine = columns.some((column) => isNumeric(column) && new Set(column.values).size > 20);
  return fine || rowsWithTwin === rows;
}
