import type { Language, Text } from '../../lib/text';
import { commentText } from './literal';
import type { Bracket, Helper, Line, Piece } from './py';

/** As the usual formatters of Python break lines. */
const WIDTH = 88;
const INDENT = 4;

/** What is written on. */
interface Page {
  readonly language: Language;
  readonly width: number;
}

/** Statements as lines of source, which fit into so many columns where their words allow it. */
export function sourceLines(
  lines: readonly Line[],
  language: Language,
  depth = 0,
  width: number = WIDTH,
): readonly string[] {
  return lines.flatMap(({ code, why, body }, at) => {
    const written = code.piece === '' ? [] : laidOut(code.piece, { language, width }, depth, '').split('\n');
    const isFunction = body !== undefined && depth === 0 && written[0]?.startsWith('def ') === true;
    return [
      ...(isFunction && at > 0 ? ['', ''] : []),
      ...(why === undefined ? [] : commentLines(why, language, depth, width)),
      ...written,
      ...(body === undefined ? [] : sourceLines(body, language, depth + 1, width)),
      ...(isFunction && at < lines.length - 1 ? ['', ''] : []),
    ];
  });
}

/** A sentence as comment lines that fit. */
export function commentLines(words: Text, language: Language, depth = 0, width: number = WIDTH): readonly string[] {
  const before = `${' '.repeat(depth * INDENT)}# `;
  return wrapped(commentText(words[language]), width - before.length).map((line) => `${before}${line}`);
}

/** A text in lines of at most so many columns, where its words allow it; Hangul and the like take two. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columns(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += WIDE.test(character) ? 2 : 1;
  return sum;
}

/** A piece on one line; null where a comment stands in it. */
function flat(piece: Piece): string | null {
  if (typeof piece === 'string') return piece;
  if (isBracket(piece)) {
    const items = piece.items.map((item) => (item.why === undefined ? flat(item.piece) : null));
    return items.includes(null) ? null : `${piece.open}${items.join(', ')}${piece.close}`;
  }
  const parts = piece.map(flat);
  return parts.includes(null) ? null : parts.join('');
}

const isBracket = (piece: Piece): piece is Bracket => typeof piece === 'object' && 'items' in piece;

/** The words and brackets of a piece, one after the other. */
function parts(piece: Piece): readonly (string | Bracket)[] {
  if (typeof piece === 'string' || isBracket(piece)) return [piece];
  return piece.flatMap(parts);
}

/** A piece from its line's beginning on: whole if it fits before `after`, else with one bracket broken, or several, the last first. */
function laidOut(piece: Piece, page: Page, depth: number, after: string): string {
  const margin = ' '.repeat(depth * INDENT);
  const whole = flat(piece);
  const fits = (text: string): boolean => text.split('\n').every((line) => columns(line) <= page.width);
  if (whole !== null && fits(margin + whole + after)) return margin + whole + after;
  const all = parts(piece);
  const brackets = all.flatMap((part, at) => (isBracket(part) && part.items.length > 0 ? [at] : []));
  let best = margin + (whole ?? '') + after;
  const each = brackets.map((at) => [at]).reverse();
  const several = brackets.map((_, from) => brackets.slice(from)).reverse();
  for (const chosen of [...each, ...several]) {
    const broken = new Set(chosen);
    const text = all.map((part, at) => {
      if (!isBracket(part)) return part;
      const one = flat(part);
      return one !== null && !broken.has(at) ? one : opened(part, page, depth);
    });
    best = margin + text.join('') + after;
    if (fits(best)) return best;
  }
  return best;
}

/** A bracket with its items on lines of their own. */
function opened({ open, items, close, fill }: Bracket, page: Page, depth: number): string {
  const margin = ' '.repeat(depth * INDENT);
  const inner = ' '.repeat((depth + 1) * INDENT);
  const plain = items.map(({ piece }) => flat(piece));
  if (fill && items.length > 4 && !plain.includes(null)) {
    const lines = wrapped(
      plain.map((item) => `${item},`.replaceAll(' ', '\u0000')).join(' '),
      page.width - inner.length,
    );
    return [open, ...lines.map((each) => inner + each.replaceAll('\u0000', ' ')), margin + close].join('\n');
  }
  const lines = items.flatMap(({ piece, why }) => [
    ...(why === undefined ? [] : commentLines(why, page.language, depth + 1, page.width)),
    laidOut(piece, page, depth + 1, ','),
  ]);
  return [open, ...lines, margin + close].join('\n');
}

const QUOTES = '"""';

/** A function or class that a program brings along, with what it is for as its docstring. */
export function helperLines({ source, why }: Helper, language: Language): readonly string[] {
  const signature = source.search(/:\n/) + 1;
  const head = source.slice(0, signature).split('\n');
  const body = source.slice(signature + 1).split('\n');
  const words = `${QUOTES}${commentText(why[language]).replaceAll('\\', '\\\\').replaceAll('"', "'")}`;
  const indent = ' '.repeat(INDENT);
  const sentences = wrapped(words, WIDTH - INDENT).map((each) => indent + each);
  const last = sentences.at(-1) ?? '';
  const isShort = sentences.length === 1 && columns(last) + QUOTES.length <= WIDTH;
  const docstring = isShort ? [`${last}${QUOTES}`] : [...sentences, `${indent}${QUOTES}`];
  // What a class holds stands apart from its docstring.
  return [...head, ...docstring, ...(source.startsWith('class') ? [''] : []), ...body];
}
