import { text } from '../../../lib/text';
import type { ColumnType, Field } from '../../../table/table';
import { readWord, writingOf } from '../../../table/written-by';
import { toDates, toMilliseconds } from '../../python/moments';
import { call, helper, imported, type Py, pd, py } from '../../python/py';
import { readDates, readFlags, readNumbers } from '../../python/read-words';
import { WORDS_OF } from '../../python/words';
import type { ColumnsParams } from './params';
import type { PlannedColumn } from './plan';
import type { ColumnsState } from './state';

/** How a column changes its type: `astype(float)`, or functions of a Series, the first one first. */
export type Retyping = { readonly as: 'float' } | { readonly as: 'functions'; readonly functions: readonly Py[] };

const WORDS: readonly ColumnType[] = ['category', 'text'];
/** What `astype(float)` reads as we do. */
const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How a field takes the type that is planned for it; null where its cells stay as they are. */
export function retypingOf(
  field: Field,
  planned: PlannedColumn,
  params: ColumnsParams,
  state: ColumnsState | null,
): Retyping | null {
  const { type } = planned;
  if (type === field.type || (WORDS.includes(type) && WORDS.includes(field.type))) return null;
  const functions = WORDS.includes(field.type)
    ? readingOf(field, planned, state)
    : WORDS.includes(type)
      ? [WORDS_OF[field.type] ?? []].flat()
      : numbersTo(field.type, type, params.unreadable);
  return functions === 'float' ? { as: 'float' } : functions.length === 0 ? null : { as: 'functions', functions };
}

function readingOf(
  { categories = [], name }: Field,
  { type, written }: PlannedColumn,
  state: ColumnsState | null,
): readonly Py[] | 'float' {
  if (type === 'boolean') return [readFlags];
  const found = state?.columns.find(({ from }) => from === name)?.written;
  const usual = writingOf(categories, type === 'date' ? type : 'number');
  const { dates, decimal } = found ?? {
    dates: written === 'day-first' || written === 'month-first' ? written : usual.dates,
    decimal: written === 'comma' ? ',' : written === 'point' ? '.' : usual.decimal,
  };
  const every = (form: RegExp): boolean => categories.length > 0 && categories.every((word) => form.test(word));
  const isDays = every(ISO_DAY) && categories.every((word) => !Number.isNaN(readWord(word, 'date', usual)));
  if (type === 'date')
    return [isDays ? py`${pd}.to_datetime` : withArgument(readDates, dates !== 'day-first', { day_first: false })];
  const plain = every(NUMERAL) && decimal === '.' && categories.every((word) => Number.isFinite(Number(word)));
  if (plain && (type === 'number' || categories.every((word) => Number.isInteger(Number(word))))) return 'float';
  const read = withArgument(readNumbers, decimal === ',', { decimal: ',' });
  return type === 'integer' ? [read, wholeNumbers] : [read];
}

function numbersTo(from: ColumnType, to: ColumnType, unreadable: ColumnsParams['unreadable']): readonly Py[] {
  const read = from === 'date' ? [toMilliseconds] : [];
  if (to === 'date') return [toDates];
  if (unreadable === 'fail' || to === 'number' || (to === 'integer' && from !== 'number')) return read;
  return [...read, to === 'integer' ? wholeNumbers : flagsAlone];
}

const withArgument = (read: Py, differs: boolean, named: Readonly<Record<string, string | boolean>>): Py =>
  differs ? call(imported('functools', 'partial'), [read], named) : read;

const wholeNumbers = helper({
  name: 'whole_numbers',
  why: text('Whole numbers; what is none becomes missing.', '정수만 남기고 나머지는 비워요.'),
  source: `def whole_numbers(values):
    return values.where(values % 1 == 0)`,
  uses: [],
});

const flagsAlone = helper({
  name: 'flags_alone',
  why: text('0 and 1; what is neither becomes missing.', '0과 1만 남기고 나머지는 비워요.'),
  source: `def flags_alone(values):
    return values.where(values.isin([0, 1]))`,
  uses: [],
});
