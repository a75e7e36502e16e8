import { dateText } from './cells';
import { isCoded } from './columns';
import { fieldOf } from './schema';
import { medianOf } from './select';
import type { Column, NumericColumn, SourceField } from './table';

/** What is usual is taken of about this many rows, evenly spread: it only starts a form. */
const USUAL_ROWS = 10_000;
const strideOf = (rows: number): number => Math.max(1, Math.floor(rows / USUAL_ROWS));

/** Freshly read columns for a recipe’s `source`, with a usual value and the range of each. */
export function sourceFields(columns: readonly Column[]): readonly SourceField[] {
  return columns.map((column) => ({ ...fieldOf(column), ...usual(column) }));
}

function usual(column: Column): Pick<SourceField, 'typical' | 'min' | 'max'> {
  if (column.type === 'image' || column.type === 'text') return {};
  if (isCoded(column)) {
    const word = column.dictionary[mostFrequent(column.codes, column.dictionary.length)];
    return word === undefined ? {} : { typical: word };
  }
  const { values, type } = column;
  if (type === 'boolean') {
    let balance = 0;
    for (let row = 0; row < values.length; row += strideOf(values.length)) {
      const value = values[row];
      balance += value === 1 ? 1 : value === 0 ? -1 : 0;
    }
    return { typical: balance > 0 ? 'true' : 'false' };
  }
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min > max ? {} : { typical: typicalText(type, usualNumber(values, min)), min, max };
}

function usualNumber(values: Float64Array, otherwise: number): number {
  const stride = strideOf(values.length);
  const spread: number[] = [];
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) spread.push(value);
  }
  return spread.length === 0 ? otherwise : medianOf(Float64Array.from(spread));
}

/** The code that most rows hold, the lowest of equals; -1 where every row is missing. */
function mostFrequent(codes: Int32Array, words: number): number {
  const counts = new Uint32Array(words);
  for (let row = 0; row < codes.length; row += strideOf(codes.length)) {
    const code = codes[row] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  let best = -1;
  let most = 0;
  counts.forEach((count, code) => {
    if (count > most) {
      best = code;
      most = count;
    }
  });
  return best;
}

function typicalText(type: NumericColumn['type'], median: number): string {
  if (type === 'date') return dateText(Math.floor(median));
  return String(type === 'integer' ? Math.floor(median) : Number(median.toPrecision(12)));
}
