import { isCoded } from './columns';
import { sourceFields } from './source-fields';
import type { CodedColumn, Column, Table } from './table';

/**
 * The table as a source of its own: a recipe that begins with these columns, their usual values, ranges and words,
 * and nothing of rows that are not in it. Words that no row uses leave the dictionaries.
 */
export function freshSource(table: Table): Table {
  const columns = table.columns.map((column): Column => (isCoded(column) ? usedWordsOnly(column) : column));
  const { reading } = table.recipe;
  const recipe = { source: sourceFields(columns), steps: [], ...(reading !== undefined && { reading }) };
  return { ...table, columns, sourceRows: null, recipe };
}

function usedWordsOnly(column: CodedColumn): CodedColumn {
  const used = new Uint8Array(column.dictionary.length);
  for (const code of column.codes) if (code >= 0) used[code] = 1;
  if (!used.includes(0)) return column;
  const numbers = new Int32Array(used.length).fill(-1);
  const dictionary: string[] = [];
  column.dictionary.forEach((word, code) => {
    if (used[code] === 1) numbers[code] = dictionary.push(word) - 1;
  });
  return { ...column, codes: column.codes.map((code) => numbers[code] ?? -1), dictionary };
}
