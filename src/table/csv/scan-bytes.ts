export const BYTE = {
  TAB: 9,
  SPACE: 32,
  BACKSLASH: 92,
  LF: 10,
  CR: 13,
  MINUS: 45,
  PLUS: 43,
  ZERO: 48,
  SMALL_E: 101,
  LARGE_E: 69,
  COMMA: 44,
  POINT: 46,
} as const;

/** What a byte can mean to the scan; a line break or the delimiter is `end`. */
export const CLASS = { other: 0, number: 1, end: 2, quote: 3, escape: 4 } as const;

export function classesOf(delimiter: number, quote: number, backslash: boolean): Uint8Array {
  const classes = new Uint8Array(256);
  classes.fill(CLASS.number, BYTE.ZERO, BYTE.ZERO + 10);
  classes[BYTE.MINUS] = CLASS.number;
  classes[quote] = CLASS.quote;
  if (backslash) classes[BYTE.BACKSLASH] = CLASS.escape;
  for (const end of [delimiter, BYTE.LF, BYTE.CR]) classes[end] = CLASS.end;
  return classes;
}

/** One past the last line break that is surely whole: a CR at the very end may be half of CR LF. */
export function lastBreak(buffer: Uint8Array): number {
  for (let i = buffer.length - 1; i >= 0; i--) {
    if (buffer[i] === BYTE.LF || (buffer[i] === BYTE.CR && i < buffer.length - 1)) return i + 1;
  }
  return 0;
}

export function afterBreak(buffer: Uint8Array, at: number): number {
  return buffer[at] === BYTE.CR && buffer[at + 1] === BYTE.LF ? at + 2 : at + 1;
}

/** Whether a line ends with this byte: LF, or CR without it. */
export const isBreak = (buffer: Uint8Array, at: number): boolean =>
  buffer[at] === BYTE.LF || (buffer[at] === BYTE.CR && buffer[at + 1] !== BYTE.LF);

export interface Marks {
  readonly delimiter: number;
  readonly quote: number;
  readonly backslash: boolean;
}

/**
 * Where the quote stands that opens a cell behind spaces: `1, "a, b", 2`. Only one whose partner ends the cell, within the
 * line, does: elsewhere a quote behind a space is a character. -1 where there is none.
 */
export function quoteBehindSpaces(buffer: Uint8Array, at: number, { delimiter, quote, backslash }: Marks): number {
  const afterSpaces = (from: number): number => {
    let p = from;
    while ((buffer[p] === BYTE.SPACE || buffer[p] === BYTE.TAB) && buffer[p] !== delimiter) p++;
    return p;
  };
  const open = afterSpaces(at);
  if (open === at || buffer[open] !== quote) return -1;
  for (let p = open + 1; p < buffer.length; p++) {
    const c = buffer[p];
    if (c === BYTE.LF || c === BYTE.CR) return -1;
    if (backslash && c === BYTE.BACKSLASH) p++;
    else if (c === quote) {
      if (buffer[p + 1] !== quote) {
        const after = afterSpaces(p + 1);
        const next = buffer[after];
        const ends = after >= buffer.length || next === delimiter || next === BYTE.LF || next === BYTE.CR;
        return ends ? open : -1;
      }
      p++;
    }
  }
  return -1;
}

export interface CellMarks extends Marks {
  /** The cell stood in quotes, and doubled those within. */
  readonly quoted: boolean;
}

/** Copies a cell: of doubled quotes, and of a backslash and the mark or line break behind it, the second. Returns its length. */
export function copyUnescaped(
  buffer: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  { delimiter, quote, backslash, quoted }: CellMarks,
): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const c = buffer[i] ?? 0;
    const next = i + 1 < end ? buffer[i + 1] : undefined;
    const escapes = backslash && c === BYTE.BACKSLASH;
    if ((escapes && isMark(next, delimiter, quote)) || (quoted && c === quote && next === quote)) i++;
    into[length++] = buffer[i] ?? 0;
  }
  return length;
}

const isMark = (byte: number | undefined, delimiter: number, quote: number): boolean =>
  byte === quote || byte === delimiter || byte === BYTE.BACKSLASH || byte === BYTE.LF || byte === BYTE.CR;
