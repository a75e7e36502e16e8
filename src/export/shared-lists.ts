import { text } from '../lib/text';
import { type Bracket, type Line, line, type Piece, type Py, py } from '../nodes/python/py';
import type { Block } from './program';

/** Lists of so many words are written once. */
const LONG = 6;

export interface Shared<B> {
  readonly blocks: readonly B[];
  /** Variables that are gone, each with the one that holds the same. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Blocks in which equal lists of words have one variable: the first that is defined, or one of its own before its first use. */
export function sharedLists<B extends Pick<Block, 'lines'>>(
  blocks: readonly B[],
  name: (word: string) => Py,
): Shared<B> {
  const counts = countsIn(blocks.flatMap(({ lines }) => lines));
  const known = new Map<string, string>();
  const renamed = new Map<string, string>();

  const hoisted = (code: Piece): readonly Line[] =>
    listsIn(code).flatMap((found) => {
      const key = keyOf(found);
      if (known.has(key) || found.items.length < LONG || (counts.get(key) ?? 0) < 2) return [];
      const variable = name('names');
      if (typeof variable.piece !== 'string') throw new Error('a variable is a word');
      known.set(key, variable.piece);
      return [line(py`${variable} = ${{ piece: found, uses: [] }}`, SHARED)];
    });

  const rewritten = ({ code, body, ...rest }: Line): Line => ({
    ...rest,
    code: { ...code, piece: replaced(code.piece, known, renamed) },
    ...(body && { body: body.map(rewritten) }),
  });

  const linesOf = (given: Line): readonly Line[] => {
    const definition = definitionIn(given);
    if (definition === null) return [...piecesOf(given).flatMap(hoisted), rewritten(given)];
    const { variable, key } = definition;
    const same = known.get(key);
    if (same === undefined) {
      known.set(key, variable);
      return [given];
    }
    renamed.set(variable, same);
    return [];
  };
  return { blocks: blocks.map((block) => ({ ...block, lines: explained(block.lines, linesOf) })), renamed };
}

/** What a definition that is gone was for is said of the statement behind it. */
function explained(lines: readonly Line[], linesOf: (given: Line) => readonly Line[]): readonly Line[] {
  let why: Line['why'];
  return lines.flatMap((given) => {
    const written = linesOf(given);
    if (written.length === 0) {
      why = given.why;
      return [];
    }
    const [first, ...others] = written;
    if (first === undefined || first.why !== undefined || why === undefined) return written;
    const said = { ...first, why };
    why = undefined;
    return [said, ...others];
  });
}

const SHARED = text('Names that are needed more than once.', '여러 번 쓰는 이름이에요.');

const piecesOf = ({ code, body = [] }: Line): readonly Piece[] => [code.piece, ...body.flatMap(piecesOf)];

const isBracket = (piece: Piece): piece is Bracket => typeof piece === 'object' && 'items' in piece;

/** The words and brackets of a piece, one after the other. */
function leaves(piece: Piece): readonly (string | Bracket)[] {
  if (typeof piece === 'string') return piece === '' ? [] : [piece];
  return isBracket(piece) ? [piece] : piece.flatMap(leaves);
}

function isWordList({ open, items }: Bracket): boolean {
  return open === '[' && items.length > 0 && items.every(({ piece, why }) => why === undefined && isWord(piece));
}

const isWord = (piece: Piece): boolean => typeof piece === 'string' && piece.startsWith('"');

const keyOf = ({ items }: Bracket): string => JSON.stringify(items.map(({ piece }) => piece));

/** The lists of words in a piece, the outermost alone. */
const listsIn = (piece: Piece): readonly Bracket[] =>
  leaves(piece).flatMap((leaf) => {
    if (typeof leaf === 'string') return [];
    return isWordList(leaf) ? [leaf] : leaf.items.flatMap((item) => listsIn(item.piece));
  });

function countsIn(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const found of lines.flatMap(piecesOf).flatMap(listsIn)) {
    const key = keyOf(found);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** `variable = [words]` */
function definitionIn({ code, body }: Line): { readonly variable: string; readonly key: string } | null {
  const [variable, equals, value, ...more] = leaves(code.piece);
  if (body !== undefined || equals !== ' = ' || more.length > 0) return null;
  if (typeof variable !== 'string' || value === undefined || typeof value === 'string') return null;
  return isWordList(value) ? { variable, key: keyOf(value) } : null;
}

function replaced(piece: Piece, known: ReadonlyMap<string, string>, renamed: ReadonlyMap<string, string>): Piece {
  if (typeof piece === 'string') return renamed.get(piece) ?? piece;
  if (!isBracket(piece)) return piece.map((each) => replaced(each, known, renamed));
  const variable = isWordList(piece) && piece.items.length >= LONG ? known.get(keyOf(piece)) : undefined;
  if (variable !== undefined) return variable;
  return {
    ...piece,
    items: piece.items.map((item) => ({ ...item, piece: replaced(item.piece, known, renamed) })),
  };
}
