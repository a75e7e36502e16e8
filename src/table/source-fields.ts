import { dateText } from './cells';
import { isCoded } from './columns';
import { fieldOf } from './schema';
import { medianOf } from './select';
import type { Column, NumericColumn, SourceField, Table } from './table';

/** The raw columns of a freshly read table for {@link Recipe.source}, with a usual value and the range of each. */
export function sourceFields(table: Table): readonly SourceField[] {
  return table.columns.map((column) => ({ ...fieldOf(column), ...usual(column) }));
}

function usual(column: Column): Pick<SourceField, 'typical' | 'min' | 'max'> {
  if (column.type === 'image' || column.type === 'text') return {};
  if (isCoded(column)) {
    const word = column.dictionary[mostFrequent(column.codes, column.dictionary.length)];
    return word === undefined ? {} : { typical: word };
  }
  const present = column.values.filter((value) => !Number.isNaN(value));
  if (present.length === 0) return {};
  if (column.type === 'boolean') {
    const yes = present.reduce((count, value) => count + value, 0);
    return { typical: yes * 2 > present.length ? 'true' : 'false' };
  }
  const min = present.reduce((a, b) => Math.min(a, b));
  const max = present.reduce((a, b) => Math.max(a, b));
  return { typical: typicalText(column.type, medianOf(present)), min, max };
}

/** The code that most rows hold, the lowest of equals; -1 where every row is missing. */
function mostFrequent(codes: Int32Array, words: number): number {
  const counts = new Uint32Array(words);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
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
