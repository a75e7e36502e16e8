import type { DecimalMark } from '../parse-number';
import { readPlainNumber } from './plain-number';
import { CELL, RawColumn } from './raw-column';
import { RowRemarks } from './row-remarks';
import { afterBreak, BYTE, CLASS, classesOf, copyUnescaped, isBreak, lastBreak, quoteBehindSpaces } from './scan-bytes';

export interface ScanOptions {
  /** ASCII codes. */
  readonly delimiter: number;
  readonly quote: number;
  readonly decimal: DecimalMark;
  /** Columns to keep; cells beyond are counted as extra. */
  readonly width: number;
  /** Columns to be kept verbatim. */
  readonly verbatim: ReadonlySet<number>;
  readonly firstLine: number;
  /** Rows to make room for at first. */
  readonly expectedRows: number;
  /** A backslash takes the meaning of the quote, the delimiter or the line break after it. */
  readonly backslash: boolean;
}

const { TAB, SPACE, BACKSLASH, LF, CR, PLUS, SMALL_E, LARGE_E, COMMA, POINT } = BYTE;

/**
 * Reads delimited UTF-8 text given by chunks that may end anywhere. Follows
 * RFC 4180 where the text does; elsewhere takes a quote that is not closed before
 * a delimiter as a plain character, and remembers the line.
 */
export class CsvScan {
  readonly columns: RawColumn[] = [];
  rows = 0;
  lines: Uint32Array;
  readonly remarks = new RowRemarks();

  #capacity: number;
  #line: number;
  #buffer: Uint8Array = new Uint8Array(0);
  /** Without a finished row in this many bytes, wait for twice as many. */
  #patience = 0;
  /** Where, in the buffer, a quote has been found never to close. */
  #literalQuotes = new Set<number>();
  #neverCloses = false;
  #unclosedAtEnd = 0;
  #scratch = new Uint8Array(256);
  #text: string | null = null;
  readonly #options: ScanOptions;
  readonly #classes: Uint8Array;
  readonly #quotedPoint: number;
  /** Outside quotes a decimal mark that is the delimiter too is none. */
  readonly #point: number;

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#classes = classesOf(options.delimiter, options.quote, options.backslash);
    this.#quotedPoint = options.decimal === '.' ? POINT : COMMA;
    this.#point = this.#quotedPoint === options.delimiter ? -1 : this.#quotedPoint;
    this.#line = options.firstLine;
    this.#capacity = Math.max(16, options.expectedRows);
    this.lines = new Uint32Array(this.#capacity);
    for (let k = 0; k < options.width; k++) {
      this.columns.push(new RawColumn(this.#capacity, options.verbatim.has(k)));
    }
  }

  push(chunk: Uint8Array): void {
    this.#append(chunk);
    if (this.#buffer.length >= this.#patience) this.#parse(false);
  }

  /** Reads what is left. */
  end(): void {
    const last = this.#buffer[this.#buffer.length - 1];
    if (this.#buffer.length > 0 && last !== LF && last !== CR) this.#append(Uint8Array.of(LF));
    this.#parse(true);
  }

  #append(chunk: Uint8Array): void {
    if (this.#buffer.length === 0) {
      this.#buffer = chunk;
      return;
    }
    const { buffer, byteOffset, length } = this.#buffer;
    if (buffer === chunk.buffer && byteOffset + length === chunk.byteOffset) {
      this.#buffer = new Uint8Array(buffer, byteOffset, length + chunk.length);
      return;
    }
    const joined = new Uint8Array(this.#buffer.length + chunk.length);
    joined.set(this.#buffer);
    joined.set(chunk, this.#buffer.length);
    this.#buffer = joined;
  }

  #parse(final: boolean): void {
    const buffer = this.#buffer;
    this.#text = null;
    const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
    const limit = final ? buffer.length : lastBreak(buffer);
    let at = 0;
    while (at < limit) {
      const next = this.#row(buffer, at, limit, final);
      if (next < 0) break;
      at = next;
    }
    for (const column of this.columns) column.words.settle(view, column.values);
    this.#literalQuotes.clear();
    this.#buffer = buffer.subarray(at);
    this.#patience = this.#buffer.length * 2;
  }

  /** Reads one row from `at` and returns where the next begins, or -1 where it ends beyond `limit`. */
  #row(buffer: Uint8Array, at: number, limit: number, final: boolean): number {
    const first = buffer[at] ?? LF;
    if (first === LF || first === CR) {
      this.remarks.blankLine(this.#line++);
      return afterBreak(buffer, at);
    }
    const { delimiter, width } = this.#options;
    const classes = this.#classes;
    const columns = this.columns;
    const row = this.rows;
    if (row === this.#capacity) this.#grow();
    const line = this.#line;
    let p = at;
    let k = 0;
    let extraFrom = -1;
    for (;;) {
      const column = k < columns.length ? columns[k] : undefined;
      if (column === undefined && extraFrom < 0) extraFrom = p;
      const kind = classes[buffer[p] ?? LF];
      const open = kind === CLASS.quote ? p : kind === CLASS.other ? this.#quoteBehindSpaces(buffer, p) : -1;
      if (open >= 0 && this.#opensQuotes(open)) {
        p = this.#quoted(buffer, open, column, row);
        if (p < 0) {
          this.#line = line;
          if (!final && !this.#neverCloses) return -1;
          if (!this.#neverCloses) this.#unclosedAtEnd++;
          // Take the quote as a character and read the row again.
          this.remarks.strayQuote(line);
          this.#literalQuotes.add(-1 - p);
          return at;
        }
      } else if (kind === CLASS.end) {
        if (column !== undefined) column.kinds[row] = CELL.empty;
      } else if (kind === CLASS.number && column !== undefined && !column.verbatim) {
        // Most cells: a number that ends where the cell does.
        const end = readPlainNumber(buffer, p, this.#point, column, row);
        const isWhole = end >= 0 && classes[buffer[end] ?? LF] === CLASS.end;
        p = isWhole ? end : this.#bare(buffer, p, end < 0 ? ~end : end, column, row);
      } else p = this.#bare(buffer, p, -1, column, row);
      k++;
      if (buffer[p] !== delimiter) break;
      p++;
    }
    const next = afterBreak(buffer, p);
    if (next > limit && !final) {
      // A line break in a quoted cell was the last of the buffer: the row may go on in the next chunk.
      this.#line = line;
      return -1;
    }
    for (let j = k; j < columns.length; j++) this.#absent(j, row);
    if (extraFrom >= 0) this.remarks.extraCells(line, buffer, extraFrom, p);
    this.lines[row] = line;
    this.#line++;
    this.rows = row + 1;
    if (k < width) this.remarks.short.push(row);
    return next;
  }

  #absent(k: number, row: number): void {
    const column = this.columns[k];
    if (column !== undefined) column.kinds[row] = CELL.absent;
  }

  /** Whether a quote opens a quoted cell here, rather than being a character. */
  #opensQuotes(at: number): boolean {
    return this.#unclosedAtEnd < 20 && (this.#literalQuotes.size === 0 || !this.#literalQuotes.has(at));
  }

  #quoteBehindSpaces(buffer: Uint8Array, at: number): number {
    const first = buffer[at];
    return first === SPACE || first === TAB ? quoteBehindSpaces(buffer, at, this.#options) : -1;
  }

  /**
   * Reads the cell without quotes that begins at `start`; returns where its delimiter or line break stands. What looks
   * like a number does so up to `numberEnd`; -1 where nothing does.
   */
  #bare(buffer: Uint8Array, start: number, numberEnd: number, column: RawColumn | undefined, row: number): number {
    const classes = this.#classes;
    let p = Math.max(start, numberEnd);
    while (classes[buffer[p] ?? LF] !== CLASS.end) p++;
    if (this.#options.backslash && buffer.subarray(start, p).includes(BACKSLASH)) {
      return this.#escaped(buffer, start, column, row);
    }
    if (column === undefined) return p;
    if (numberEnd >= 0 && (p === numberEnd || buffer[numberEnd] === SMALL_E || buffer[numberEnd] === LARGE_E)) {
      if (this.#storeLongNumber(buffer, start, p, column, row)) return p;
    }
    column.words.defer(row, start, p);
    column.kinds[row] = CELL.word;
    return p;
  }

  /** The same of a cell that holds a backslash: a delimiter or a line break behind it is a character. */
  #escaped(buffer: Uint8Array, start: number, column: RawColumn | undefined, row: number): number {
    const classes = this.#classes;
    let p = start;
    for (; p < buffer.length && classes[buffer[p] ?? LF] !== CLASS.end; p++) {
      if (buffer[p] !== BACKSLASH) continue;
      if (buffer[++p] === CR && buffer[p + 1] === LF) p++;
      if (isBreak(buffer, p)) this.#line++;
    }
    const end = Math.min(p, buffer.length);
    if (column !== undefined) this.#unescape(buffer, start, end, false, column, row);
    return end;
  }

  /** Numbers with a point or an exponent that are not plain. Long whole numbers stay words: they are mostly ids. */
  #storeLongNumber(buffer: Uint8Array, start: number, end: number, column: RawColumn, row: number): boolean {
    if (this.#options.decimal !== '.' || end - start >= 40) return false;
    let fractional = false;
    for (let i = start; i < end; i++) {
      const c = buffer[i] ?? 0;
      if (c === POINT || c === SMALL_E || c === LARGE_E) fractional = true;
      else if (this.#classes[c] !== CLASS.number && c !== PLUS) return false;
    }
    if (!fractional) return false;
    this.#text ??= new TextDecoder('latin1').decode(buffer);
    const value = Number(this.#text.slice(start, end));
    if (!Number.isFinite(value)) return false;
    column.values[row] = value;
    column.kinds[row] = CELL.long;
    column.longs++;
    return true;
  }

  /**
   * Reads the quoted cell at `open`; returns where its delimiter stands, or -1 - open where it has no end in the
   * buffer, or none at all: a quote that opens a cell on a later line shows that this one was never closed.
   */
  #quoted(buffer: Uint8Array, open: number, column: RawColumn | undefined, row: number): number {
    const { delimiter, quote } = this.#options;
    const classes = this.#classes;
    const end = buffer.length;
    let escapes = 0;
    let breaks = 0;
    let strays = 0;
    this.#neverCloses = false;
    let p = open + 1;
    for (; p < end; p++) {
      const c = buffer[p] ?? LF;
      if ((classes[c] ?? 0) < CLASS.end) continue;
      if (classes[c] === CLASS.escape) {
        escapes++;
        if (isBreak(buffer, ++p)) breaks++;
        continue;
      }
      if (isBreak(buffer, p)) breaks++;
      if (c !== quote) continue;
      if (buffer[p + 1] === quote) {
        escapes++;
        p++;
        continue;
      }
      let after = p + 1;
      while ((buffer[after] === 32 || buffer[after] === 9) && buffer[after] !== delimiter) after++;
      if (after >= end) return -1 - open;
      const next = buffer[after];
      if (next === delimiter || next === LF || next === CR) {
        if (strays > 0) this.remarks.strayQuote(this.#line);
        this.#line += breaks;
        if (column !== undefined) this.#store(buffer, open + 1, p, escapes > 0, column, row);
        return after;
      }
      const before = buffer[p - 1];
      if (breaks > 0 && (before === delimiter || before === LF || before === CR)) {
        this.#neverCloses = true;
        return -1 - open;
      }
      strays++;
    }
    return -1 - open;
  }

  #store(buffer: Uint8Array, start: number, end: number, escaped: boolean, column: RawColumn, row: number): void {
    if (start === end) {
      column.kinds[row] = CELL.empty;
      return;
    }
    const numeric = !column.verbatim && this.#classes[buffer[start] ?? LF] === CLASS.number;
    if (numeric && readPlainNumber(buffer, start, this.#quotedPoint, column, row) === end) return;
    column.kinds[row] = CELL.word;
    if (escaped) this.#unescape(buffer, start, end, true, column, row);
    else column.words.defer(row, start, end);
  }

  #unescape(buffer: Uint8Array, start: number, end: number, quoted: boolean, column: RawColumn, row: number): void {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
    const length = copyUnescaped(buffer, start, end, this.#scratch, { ...this.#options, quoted });
    column.kinds[row] = CELL.word;
    column.values[row] = column.words.intern(new DataView(this.#scratch.buffer), 0, length);
  }

  #grow(): void {
    this.#capacity *= 2;
    for (const column of this.columns) column.grow(this.#capacity);
    const lines = new Uint32Array(this.#capacity);
    lines.set(this.lines);
    this.lines = lines;
  }
}
