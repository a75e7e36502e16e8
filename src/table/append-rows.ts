import { isCoded, isNumeric } from './columns';
import type { CodedColumn, Column, Table } from './table';

/**
 * The rows of both tables, one below the other, in the columns of the first, whose roles and recipe stay. A column
 * that the second lacks is missing there; one that the first lacks is left behind. Neither may be split already.
 * Throws where a column holds words in one and numbers in the other.
 */
export function appendRows(first: Table, more: Table): Table {
  const byName = new Map(more.columns.map((column) => [column.name, column]));
  return {
    rows: first.rows + more.rows,
    columns: first.columns.map((column) => joined(column, byName.get(column.name), more.rows)),
    partition: null,
    sourceRows: null,
    recipe: first.recipe,
  };
}

function joined(above: Column, below: Column | undefined, rows: number): Column {
  if (isCoded(above)) {
    if (below === undefined) return { ...above, codes: longer(above.codes, new Int32Array(rows).fill(-1)) };
    if (isCoded(below)) return joinedWords(above, below);
  } else if (isNumeric(above)) {
    if (below === undefined) return { ...above, values: longer(above.values, new Float64Array(rows).fill(Number.NaN)) };
    if (isNumeric(below)) return { ...above, values: longer(above.values, below.values) };
  } else if (below?.type === 'image' && String(below.shape) === String(above.shape)) {
    return { ...above, values: longer(above.values, below.values) };
  }
  throw new Error(
    `column ${above.name} is ${above.type} in the first rows and ${below?.type ?? 'absent'} in the others`,
  );
}

/** Words that are new come behind those known, so that codes of the first rows stay what they are. */
function joinedWords(above: CodedColumn, below: CodedColumn): CodedColumn {
  const dictionary = [...above.dictionary];
  const codeOf = new Map(dictionary.map((word, code) => [word, code]));
  const recoded = below.dictionary.map((word) => {
    const known = codeOf.get(word);
    if (known !== undefined) return known;
    codeOf.set(word, dictionary.length);
    return dictionary.push(word) - 1;
  });
  const codes = below.codes.map((code) => recoded[code] ?? -1);
  return { ...above, codes: longer(above.codes, codes), dictionary };
}

function longer<T extends Int32Array | Float64Array | Float32Array>(above: T, below: T): T;
function longer(
  above: Int32Array | Float64Array | Float32Array,
  below: Int32Array | Float64Array | Float32Array,
): Int32Array | Float64Array | Float32Array {
  const Cells = above instanceof Int32Array ? Int32Array : above instanceof Float64Array ? Float64Array : Float32Array;
  const all = new Cells(above.length + below.length);
  all.set(above);
  all.set(below, above.length);
  return all;
}
