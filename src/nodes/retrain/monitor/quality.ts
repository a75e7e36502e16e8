import type { Message } from '../../../lib/message';
import { exp, ln } from '../../../lib/portable-math';
import { findColumn, isCoded, isNumeric } from '../../../table/columns';
import type { Column, Table } from '../../../table/table';
import type { QualityFinding } from '../../contract/monitor-report';
import { duplicateRows } from './cells';
import { sayOfMonitor } from './messages';
import type { MonitorParams } from './spec';
import type { Watched, WatchedColumn } from './watched';

/** Shares say nothing of fewer rows than this. */
const LEAST_ROWS = 20;
/** A batch is called constant only where chance would hardly ever make it so. */
const CHANCE = 1e-6;

/** The data-quality rules that this tick's raw rows break. */
export function findingsOf(watched: Watched, batch: Table, params: MonitorParams): readonly QualityFinding[] {
  const { rows } = batch;
  if (rows === 0) return [];
  const found: QualityFinding[] = watched.unfit.map((column) => ({
    rule: 'type',
    column,
    rows,
    share: 1,
    message: sayOfMonitor('type', { column }),
  }));
  const columns: Column[] = [];
  for (const known of watched.columns) {
    const column = findColumn(batch, known.name);
    if (column === undefined) continue;
    columns.push(column);
    found.push(...columnFindings(known, column, rows, params));
  }
  const repeated = duplicateRows(columns, rows);
  if (rows >= LEAST_ROWS && repeated / rows - watched.duplicateShare > params.duplicatesAbove) {
    const share = repeated / rows;
    found.push({
      rule: 'duplicate-rows',
      column: null,
      rows: repeated,
      share,
      message: sayOfMonitor('duplicate-rows', { share, reference: watched.duplicateShare }),
    });
  }
  return found;
}

function columnFindings(known: WatchedColumn, column: Column, rows: number, params: MonitorParams): QualityFinding[] {
  const { name } = known;
  const counts = isCoded(column)
    ? countWords(column, known)
    : isNumeric(column)
      ? countNumbers(column, known, params)
      : null;
  if (counts === null) return [];
  const found: QualityFinding[] = [];
  const say = (rule: QualityFinding['rule'], count: number, message: Message): void => {
    found.push({ rule, column: name, rows: count, share: count / rows, message });
  };
  const { missing, strange } = counts;
  if (rows >= LEAST_ROWS && missing / rows - known.missingShare > params.missingAbove) {
    say(
      'missing',
      missing,
      sayOfMonitor('missing', { column: name, share: missing / rows, reference: known.missingShare }),
    );
  }
  if (strange > 0 && isCoded(column) && strange / rows > params.unseenAbove) {
    say(
      'unseen-category',
      strange,
      sayOfMonitor('unseen-category', { column: name, rows: strange, example: counts.example }),
    );
  }
  if (strange > 0 && !isCoded(column) && rows >= LEAST_ROWS && strange / rows > params.rangeAbove) {
    const { min, max } = known.range ?? { min: 0, max: 0 };
    say('range', strange, sayOfMonitor('range', { column: name, rows: strange, min, max }));
  }
  const present = rows - missing;
  // A season, a site or a batch number stands for many rows: that is how it is, not a fault.
  const isNew = present > known.longestRun && isUnlikely(known.topShare, present);
  if (params.constants && counts.isConstant && present >= LEAST_ROWS && isNew) {
    say('constant', present, sayOfMonitor('constant', { column: name }));
  }
  return found;
}

/** Whether so many rows of one value would be a rare chance, where a value's share is at most this. */
const isUnlikely = (share: number, rows: number): boolean =>
  share < 1 && (share <= 0 || exp(rows * ln(share)) < CHANCE);

interface Counts {
  readonly missing: number;
  /** Rows out of range, or of unseen words. */
  readonly strange: number;
  readonly example: string;
  /** Whether what is present is all the same. */
  readonly isConstant: boolean;
}

function countNumbers(
  { values }: { readonly values: Float64Array },
  { range }: WatchedColumn,
  params: MonitorParams,
): Counts {
  const margin = range === null ? 0 : params.rangeMargin * (range.max - range.min);
  const low = range === null ? Number.NEGATIVE_INFINITY : range.min - margin;
  const high = range === null ? Number.POSITIVE_INFINITY : range.max + margin;
  let [missing, strange, first, isConstant] = [0, 0, Number.NaN, true];
  for (const value of values) {
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    if (value < low || value > high) strange++;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) isConstant = false;
  }
  return { missing, strange, example: '', isConstant: isConstant && missing < values.length };
}

function countWords(
  { codes, dictionary }: { readonly codes: Int32Array; readonly dictionary: readonly string[] },
  { words }: WatchedColumn,
): Counts {
  let [missing, strange, first, isConstant, example] = [0, 0, -1, true, ''];
  for (const code of codes) {
    const word = dictionary[code];
    if (word === undefined) {
      missing++;
      continue;
    }
    if (words !== null && !words.has(word)) {
      if (strange === 0) example = word;
      strange++;
    }
    if (first < 0) first = code;
    else if (code !== first) isConstant = false;
  }
  return { missing, strange, example, isConstant: isConstant && missing < codes.length };
}
