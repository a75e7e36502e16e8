import { quoteBehindSpaces } from './scan-bytes';

const BACKSLASH = 92;
const LF = 10;
const CR = 13;
/** Rows that a dialect is told from. */
const ROWS = 500;
/** Quotes that may stay open to the end before all are taken for characters. */
const PATIENCE = 20;

/** Columns that a table may have: a delimiter that cuts a row into more is none. */
export const MOST_COLUMNS = 100_000;
/** Bytes of a cell that are looked at: names are cut to fewer, and values are shorter. */
const CELL_BYTES = 8_192;

/** The first rows of a file, as one delimiter cuts them. Costs by the byte, however ragged they are. */
export interface SampleRows {
  readonly rows: readonly (readonly string[])[];
  /** Where each row ends, and how many blank lines stand before it. */
  readonly ends: readonly number[];
  readonly blanks: readonly number[];
  /** Rows with a quote that is none: within a cell without quotes, or without a partner. */
  readonly strays: number;
  /** Cells, of them in quotes, and those that only begin with one. */
  readonly cells: number;
  readonly quoted: number;
  readonly unclosed: number;
  /** Cells in quotes that double those within, and that do not. */
  readonly doubled: number;
  readonly undoubled: number;
  /** Columns of whose cells below the first row, two at least, each is in quotes or empty. */
  readonly quotedColumns: number;
  /** A row has more than {@link MOST_COLUMNS} cells; it and those below are left out. */
  readonly tooWide: boolean;
}

export interface SampleOptions {
  readonly delimiter: number;
  readonly quote: number;
  /** A backslash takes the meaning of the quote, the delimiter or the line break after it. */
  readonly backslash: boolean;
  /** The sample is all there is, so that its last row is whole. */
  readonly whole: boolean;
}

export function sampleRows(bytes: Uint8Array, { delimiter, quote, backslash, whole }: SampleOptions): SampleRows {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const rows: string[][] = [];
  const ends: number[] = [];
  const blanks: number[] = [];
  const columns: { filled: number; quoted: number }[] = [];
  let strays = 0;
  let cellCount = 0;
  let quoted = 0;
  let unclosed = 0;
  let doubled = 0;
  let undoubled = 0;
  let tooWide = false;
  let endless = 0;
  let blank = 0;
  let at = 0;
  /** The bytes that mean something; a sample of one long line is millions of others. */
  const means = new Uint8Array(256);
  for (const code of [LF, CR, delimiter, quote]) means[code] = 1;
  if (backslash) means[BACKSLASH] = 1;
  const ended = (p: number): boolean => p >= bytes.length || bytes[p] === LF || bytes[p] === CR;
  const afterBreak = (p: number): number => (bytes[p] === CR && bytes[p + 1] === LF ? p + 2 : p + 1);

  /** Where the quoted cell that opens at `open` has its closing quote; -1 where it has none, -2 where the sample ends. */
  const closing = (open: number): number => {
    let breaks = 0;
    for (let p = nextMeaning(bytes, means, open + 1); p < bytes.length; p = nextMeaning(bytes, means, p + 1)) {
      const c = bytes[p];
      if (backslash && c === BACKSLASH) {
        p++;
        continue;
      }
      if (c === LF || c === CR) breaks++;
      if (c !== quote) continue;
      if (bytes[p + 1] === quote) {
        p++;
        continue;
      }
      const after = afterSpaces(p + 1);
      if (ended(after) || bytes[after] === delimiter) return p;
      const before = bytes[p - 1];
      if (breaks > 0 && (before === delimiter || before === LF || before === CR)) return -1;
    }
    return -2;
  };
  const sign = String.fromCharCode(quote);
  const strayWithin = new RegExp(`.${sign}[^,;\\t|]`, 's');
  const marked = new Set([quote, delimiter, BACKSLASH, LF, CR].map((code) => String.fromCharCode(code)));
  const cellText = (from: number, to: number): string => {
    const text = utf8.decode(bytes.subarray(from, Math.min(to, from + CELL_BYTES)));
    if (!backslash) return text;
    return text.replace(/\\(\r\n|.)/gs, (both, next: string) => (marked.has(next[0] ?? '') ? next : both));
  };
  const afterSpaces = (from: number): number => {
    let p = from;
    while ((bytes[p] === 32 || bytes[p] === 9) && bytes[p] !== delimiter) p++;
    return p;
  };

  const noteCell = (k: number, inQuotes: boolean, filled: boolean): void => {
    const column = columns[k];
    if (column === undefined) columns[k] = { filled: Number(filled), quoted: Number(inQuotes) };
    else {
      column.filled += Number(filled);
      column.quoted += Number(inQuotes);
    }
  };

  while (at < bytes.length && rows.length < ROWS) {
    if (ended(at)) {
      blank++;
      at = afterBreak(at);
      continue;
    }
    const cells: string[] = [];
    let p = at;
    let stray = false;
    let cut = false;
    for (;;) {
      const start = p;
      const open = bytes[p] === quote ? p : quoteBehindSpaces(bytes, p, { delimiter, quote, backslash });
      const close = open >= 0 && endless < PATIENCE ? closing(open) : -1;
      if (close >= 0) {
        const inside = cellText(open + 1, close).replaceAll(sign + sign, sign);
        if (inside.includes(sign) && !backslash) {
          if (hasDoubled(bytes, quote, open + 1, close)) doubled++;
          else if (strayWithin.test(inside)) {
            undoubled++;
            stray = true;
          }
        }
        cells.push(inside);
        quoted++;
        p = afterSpaces(close + 1);
      } else {
        if (bytes[p] === quote) {
          if (close === -2) {
            if (!whole && rows.length > 0) {
              cut = true;
              break;
            }
            endless++;
          }
          unclosed++;
          stray = true;
        }
        for (;;) {
          p = nextMeaning(bytes, means, p);
          if (ended(p) || bytes[p] === delimiter) break;
          if (bytes[p] === quote && p > start) stray = true;
          if (backslash && bytes[p] === BACKSLASH) p += bytes[p + 1] === CR && bytes[p + 2] === LF ? 2 : 1;
          p++;
        }
        p = Math.min(p, bytes.length);
        cells.push(cellText(start, p));
      }
      if (rows.length > 0) noteCell(cells.length - 1, close >= 0, p > start);
      if (p >= bytes.length || bytes[p] !== delimiter) break;
      tooWide = cells.length >= MOST_COLUMNS;
      if (tooWide) break;
      p++;
    }
    if (tooWide || cut || (p >= bytes.length && !whole)) break;
    if (stray) strays++;
    rows.push(cells);
    cellCount += cells.length;
    blanks.push(blank);
    at = Math.min(bytes.length, afterBreak(p));
    ends.push(at);
  }
  const quotedColumns = columns.filter((column) => column.quoted >= 2 && column.quoted === column.filled).length;
  return { rows, ends, blanks, strays, cells: cellCount, quoted, unclosed, doubled, undoubled, quotedColumns, tooWide };
}

/** Where the next byte stands that means something, from `at` on. */
function nextMeaning(bytes: Uint8Array, means: Uint8Array, at: number): number {
  let p = at;
  while (p < bytes.length && means[bytes[p] ?? LF] === 0) p++;
  return p;
}

/** Whether a quoted cell doubles its quotes. */
function hasDoubled(bytes: Uint8Array, quote: number, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) if (bytes[i] === quote && bytes[i + 1] === quote) return true;
  return false;
}
