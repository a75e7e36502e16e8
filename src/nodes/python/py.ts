import type { Text } from '../../lib/text';
import { numberLiteral, stringLiteral } from './literal';

/*
 * Python as a value: what is written of it, and what it needs. Names of columns, files and labels come in as values and
 * are always written as literals, so that none of them can become code.
 */

/** A piece of an expression: words, pieces after each other, or a bracket with items that may stand on lines of their own. */
export type Piece = string | readonly Piece[] | Bracket;

export interface Bracket {
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
  /** Several items a line where they do not fit into one. */
  readonly fill: boolean;
}

interface Item {
  readonly piece: Piece;
  /** Said in a comment above it; the bracket then never stands on one line. */
  readonly why?: Text;
}

/** An expression or a statement, with all that must be imported or defined before it. */
export interface Py {
  readonly piece: Piece;
  readonly uses: readonly Use[];
}

/** A module under a name (`import numpy as np`), a name out of a module, a function of {@link helper}, or the archive of what was learned. */
export type Use =
  | { readonly module: string; readonly as: string }
  | { readonly module: string; readonly name: string }
  | { readonly helper: Helper }
  | { readonly archive: 'fitted' };

/** A function or class that a program brings along because no library has it. */
export interface Helper {
  readonly name: string;
  /** What it is for, as a comment above it. */
  readonly why: Text;
  /** Its Python source, from `def` or `class` on. */
  readonly source: string;
  readonly uses: readonly Use[];
}

/** What can stand in a template or a list: expressions as they are, everything else as a literal. */
export type PyValue = Py | string | number | boolean | null | readonly PyValue[];

/** A statement, with why it is there; what stands under it is indented. */
export interface Line {
  readonly code: Py;
  readonly why?: Text;
  readonly body?: readonly Line[];
}

const isPy = (value: PyValue): value is Py =>
  typeof value === 'object' && value !== null && 'piece' in value && 'uses' in value;

/** A value as an expression. NaN and infinities are numpy's. */
function literal(value: PyValue): Py {
  if (value === null) return words('None');
  if (typeof value === 'boolean') return words(value ? 'True' : 'False');
  if (typeof value === 'string') return words(stringLiteral(value));
  if (typeof value === 'number') return Number.isFinite(value) ? words(numberLiteral(value)) : unusual(value);
  return isPy(value) ? value : list(value);
}

function unusual(value: number): Py {
  if (Number.isNaN(value)) return py`${np}.nan`;
  return value > 0 ? py`${np}.inf` : py`-${np}.inf`;
}

/** A module that is called by a short name. */
const module = (name: string, as: string): Py => ({ piece: as, uses: [{ module: name, as }] });

/** A name out of a module. */
export const imported = (from: string, name: string): Py => ({ piece: name, uses: [{ module: from, name }] });

/** Several names out of a module, as what a helper uses. */
export const usesOf = (module: string, ...names: readonly string[]): readonly Use[] =>
  names.map((name) => ({ module, name }));

/** A function or class that the program brings along. */
export const helper = (given: Helper): Py => ({ piece: given.name, uses: [{ helper: given }] });

/** An array of the archive that lies beside a program. */
export const learnedArray = (key: string): Py => ({
  piece: ['fitted[', stringLiteral(key), ']'],
  uses: [...np.uses, { archive: 'fitted' }],
});

export const np = module('numpy', 'np');
export const pd = module('pandas', 'pd');

/** Code around values: what is in the template is code, what is put in is a value. */
export function py(code: TemplateStringsArray, ...values: readonly PyValue[]): Py {
  const given = values.map(literal);
  return joined(code.flatMap((part, i) => (given[i] === undefined ? [words(part)] : [words(part), given[i]])));
}

/** `callee(1, 2, name=3)`: arguments in their order, then those with a name. */
export function call(callee: Py, args: readonly PyValue[], named: Readonly<Record<string, PyValue>> = {}): Py {
  const items = [
    ...args.map((value) => ({ value: literal(value) })),
    ...Object.entries(named).map(([name, value]) => ({ value: joined([words(`${name}=`), literal(value)]) })),
  ];
  return joined([callee, bracket('(', items, ')')]);
}

/** A list, one item a line where they do not fit; plain values fill their lines. */
export function list(values: readonly PyValue[], whys: readonly (Text | undefined)[] = []): Py {
  const items = values.map((value, i) => ({ value: literal(value), ...(whys[i] && { why: whys[i] }) }));
  return bracket('[', items, ']', values.every(isPlain));
}

/** Words for a function that makes an array of them: numpy cuts null characters off the ends of words that are no objects. */
export const wordArray = (words: readonly string[]): Py =>
  words.some((word) => word.endsWith('\0')) ? call(py`${np}.array`, [list(words)], { dtype: py`object` }) : list(words);

/** A tuple of at least two values. */
export const tuple = (values: readonly PyValue[]): Py =>
  bracket(
    '(',
    values.map((value) => ({ value: literal(value) })),
    ')',
  );

/** A dictionary, in the order given. */
export function dict(entries: readonly (readonly [PyValue, PyValue])[]): Py {
  const items = entries.map(([key, value]) => ({ value: joined([literal(key), words(': '), literal(value)]) }));
  return bracket(
    '{',
    items,
    '}',
    entries.every(([key, value]) => isPlain(key) && isPlain(value)),
  );
}

const isPlain = (value: PyValue): boolean => typeof value !== 'object' || value === null;

/** Pieces of code after each other. */
const joined = (parts: readonly Py[]): Py => ({
  piece: parts.map(({ piece }) => piece),
  uses: parts.flatMap(({ uses }) => uses),
});

const words = (code: string): Py => ({ piece: code, uses: [] });

function bracket(
  open: string,
  items: readonly { readonly value: Py; readonly why?: Text }[],
  close: string,
  fill = false,
): Py {
  return {
    piece: {
      open,
      close,
      fill,
      items: items.map(({ value, why }) => ({ piece: value.piece, ...(why && { why }) })),
    },
    uses: items.flatMap(({ value }) => value.uses),
  };
}

/** A statement, and why it is there. */
export const line = (code: Py, why?: Text): Line => ({ code, ...(why && { why }) });

/** A comment that stands by itself. */
export const comment = (why: Text): Line => ({ code: words(''), why });

/** A statement that has others under it. */
export const block = (code: Py, body: readonly Line[], why?: Text): Line => ({ code, body, ...(why && { why }) });
