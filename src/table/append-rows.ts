import { isCoded, isNumeric } from './columns';
import type { CodedColumn, Column, Table } from './table';

type Cells = Int32Array | Float64Array | Float32Array;

/** Where the cells and words of a longer table come from. */
interface Growth {
  /** Cells that begin with the given ones, of which `length` are to be. */
  lengthened<T extends Cells>(cells: T, length: number): T;
  /** The words of a dictionary and their codes; whoever adds words gives the dictionary that they make. */
  codesOf(dictionary: readonly string[]): Map<string, number>;
  keep(codes: Map<string, number>, dictionary: readonly string[]): void;
}

/**
 * The rows of both tables, one below the other, in the columns of the first, whose roles and recipe stay. A column
 * that the second lacks is missing there; one that the first lacks is left behind. Neither may be split already.
 * Throws where a column holds words in one and numbers in the other.
 */
export function appendRows(first: Table, more: Table): Table {
  return appended(first, more, {
    lengthened: (cells, length) => copyOf(cells, length, length),
    codesOf: codesOfWords,
    keep: () => undefined,
  });
}

/**
 * {@link appendRows} for a table that grows again and again: it costs as much as the rows that come in, however long
 * the table is, since its arrays have room behind its rows (half as many again). Earlier tables stay as they are.
 */
export function createAppender(): (first: Table, more: Table) => Table {
  /** Up to which byte an array that has room is taken. */
  const taken = new WeakMap<ArrayBufferLike, number>();
  const words = new WeakMap<readonly string[], Map<string, number>>();
  const growth: Growth = {
    lengthened(cells, length) {
      const end = cells.byteOffset + cells.byteLength;
      const size = length * cells.BYTES_PER_ELEMENT;
      const hasRoom = taken.get(cells.buffer) === end && cells.byteOffset + size <= cells.buffer.byteLength;
      const all = hasRoom ? viewOf(cells, length) : copyOf(cells, length, Math.ceil(length * 1.5));
      taken.set(all.buffer, all.byteOffset + size);
      return all;
    },
    codesOf(dictionary) {
      const codes = words.get(dictionary) ?? codesOfWords(dictionary);
      words.delete(dictionary);
      return codes;
    },
    keep: (codes, dictionary) => words.set(dictionary, codes),
  };
  return (first, more) => appended(first, more, growth);
}

function appended(first: Table, more: Table, growth: Growth): Table {
  const byName = new Map(more.columns.map((column) => [column.name, column]));
  return {
    rows: first.rows + more.rows,
    columns: first.columns.map((column) => joined(column, byName.get(column.name), more.rows, growth)),
    partition: null,
    sourceRows: null,
    recipe: first.recipe,
  };
}

function joined(above: Column, below: Column | undefined, rows: number, growth: Growth): Column {
  if (isCoded(above)) {
    if (below === undefined) return { ...above, codes: longer(above.codes, new Int32Array(rows).fill(-1), growth) };
    if (isCoded(below)) return joinedWords(above, below, growth);
  } else if (isNumeric(above)) {
    if (below === undefined) {
      return { ...above, values: longer(above.values, new Float64Array(rows).fill(Number.NaN), growth) };
    }
    if (isNumeric(below)) return { ...above, values: longer(above.values, below.values, growth) };
  } else if (below?.type === 'image' && String(below.shape) === String(above.shape)) {
    return { ...above, values: longer(above.values, below.values, growth) };
  }
  throw new Error(
    `column ${above.name} is ${above.type} in the first rows and ${below?.type ?? 'absent'} in the others`,
  );
}

/** Words that are new come behind those known, so that codes of the first rows stay what they are. */
function joinedWords(above: CodedColumn, below: CodedColumn, growth: Growth): CodedColumn {
  const codeOf = growth.codesOf(above.dictionary);
  const added: string[] = [];
  const recoded = below.dictionary.map((word) => {
    const known = codeOf.get(word);
    if (known !== undefined) return known;
    const code = above.dictionary.length + added.length;
    codeOf.set(word, code);
    added.push(word);
    return code;
  });
  const dictionary = added.length === 0 ? above.dictionary : [...above.dictionary, ...added];
  growth.keep(codeOf, dictionary);
  const codes = below.codes.map((code) => recoded[code] ?? -1);
  return { ...above, codes: longer(above.codes, codes, growth), dictionary };
}

const codesOfWords = (dictionary: readonly string[]): Map<string, number> =>
  new Map(dictionary.map((word, code) => [word, code]));

function longer<T extends Cells>(above: T, below: T, growth: Growth): T {
  const all = growth.lengthened(above, above.length + below.length);
  all.set(below, above.length);
  return all;
}

/** The first `length` of `room` new cells, beginning with the given ones. */
function copyOf<T extends Cells>(cells: T, length: number, room: number): T {
  const all = viewOf(newCells(cells, room), length);
  all.set(cells);
  return all;
}

function newCells<T extends Cells>(like: T, length: number): T;
function newCells(like: Cells, length: number): Cells {
  if (like instanceof Int32Array) return new Int32Array(length);
  return like instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}

/** As many cells from where the given ones begin, over the same bytes. */
function viewOf<T extends Cells>(cells: T, length: number): T;
function viewOf(cells: Cells, length: number): Cells {
  const { buffer, byteOffset } = cells;
  if (cells instanceof Int32Array) return new Int32Array(buffer, byteOffset, length);
  return cells instanceof Float64Array
    ? new Float64Array(buffer, byteOffset, length)
    : new Float32Array(buffer, byteOffset, length);
}
