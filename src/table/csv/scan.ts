import type { DecimalMark } from '../parse-number';
import { HASH_FACTOR, HASH_START, WordTable } from './words';

/** What a cell of a {@link RawColumn} holds; 0 … 15 is a plain number written with so many decimals. */
export const CELL = { long: 252, absent: 253, empty: 254, word: 255 } as const;

/** A column while it is read: no type has been settled yet, and no raw text is lost. */
export interface RawColumn {
  /** The number, or the code of the word. */
  values: Float64Array;
  kinds: Uint8Array;
  readonly words: WordTable;
  /** Keeps every cell as a word. */
  readonly verbatim: boolean;
  /** Numbers whose exact text cannot be had back from the value (16 digits or more, exponents). */
  longs: number;
}

export interface ScanOptions {
  /** ASCII code of the delimiter. */
  readonly delimiter: number;
  readonly decimal: DecimalMark;
  /** Columns to keep; cells beyond are counted as extra. Null: as many as the widest row has. */
  readonly width: number | null;
  /** Columns to be kept verbatim; true for all. */
  readonly verbatim: ReadonlySet<number> | true;
  readonly firstLine: number;
  /** Rows to make room for at first. */
  readonly expectedRows: number;
}

/** A row to be told of: its physical line and, for extra cells, their text. */
export interface RowRemark {
  readonly line: number;
  readonly example?: string;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const POWERS = Float64Array.from({ length: 16 }, (_, d) => 10 ** d);
const KEPT = 1_000;

/**
 * Reads delimited UTF-8 text given by chunks that may end anywhere. Follows
 * RFC 4180 where the text does; elsewhere takes a quote that is not closed before
 * a delimiter as a plain character, and remembers the line.
 */
export class CsvScan {
  readonly columns: RawColumn[] = [];
  rows = 0;
  lines: Uint32Array;
  widths: Uint32Array;
  /** Bytes read up to the end of each row: kept for samples (width null) only. */
  readonly ends: number[] = [];
  readonly blank: RowRemark[] = [];
  blankCount = 0;
  readonly long: RowRemark[] = [];
  longCount = 0;
  readonly strayQuotes: RowRemark[] = [];
  strayCount = 0;
  /** UTF-8 bytes of all rows finished so far. */
  consumed = 0;

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
  #lastStray = 0;
  readonly #options: ScanOptions;

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#line = options.firstLine;
    this.#capacity = Math.max(16, options.expectedRows);
    this.lines = new Uint32Array(this.#capacity);
    this.widths = new Uint32Array(options.width === null ? this.#capacity : 0);
    for (let k = 0; k < (options.width ?? 0); k++) this.#addColumn();
  }

  push(chunk: Uint8Array): void {
    this.#append(chunk);
    if (this.#buffer.length >= this.#patience) this.#parse(false);
  }

  /** Reads what is left. `keepTail` false leaves an unfinished last row out (for samples). */
  end(keepTail = true): void {
    const last = this.#buffer[this.#buffer.length - 1];
    if (!keepTail) {
      this.#parse(false);
      return;
    }
    if (this.#buffer.length > 0 && last !== LF && last !== CR) this.#append(Uint8Array.of(LF));
    this.#parse(true);
  }

  #append(chunk: Uint8Array): void {
    if (this.#buffer.length === 0) {
      this.#buffer = chunk;
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
    const limit = final ? buffer.length : lastBreak(buffer);
    let at = 0;
    while (at < limit) {
      const next = this.#row(buffer, at, limit, final);
      if (next < 0) break;
      at = next;
    }
    this.#literalQuotes.clear();
    this.consumed += at;
    this.#buffer = buffer.subarray(at);
    this.#patience = this.#buffer.length * 2;
  }

  /** Reads one row from `at` and returns where the next begins, or -1 where it ends beyond `limit`. */
  #row(buffer: Uint8Array, at: number, limit: number, final: boolean): number {
    const first = buffer[at] ?? LF;
    if (first === LF || first === CR) {
      this.blankCount++;
      if (this.blank.length < KEPT) this.blank.push({ line: this.#line });
      this.#line++;
      return afterBreak(buffer, at);
    }
    const { delimiter, decimal, width } = this.#options;
    const point = decimal === '.' ? 46 : 44;
    const row = this.rows;
    if (row === this.#capacity) this.#grow();
    const line = this.#line;
    let p = at;
    let k = 0;
    let extraFrom = -1;
    for (;;) {
      let column = this.columns[k];
      if (column === undefined) {
        if (width === null) column = this.#addColumn();
        else if (extraFrom < 0) extraFrom = p;
      }
      let c = buffer[p] ?? LF;
      if (c === QUOTE && this.#unclosedAtEnd < 20 && !this.#literalQuotes.has(p)) {
        p = this.#quoted(buffer, p, column, row);
        if (p < 0) {
          this.#line = line;
          if (!final && !this.#neverCloses) return -1;
          if (!this.#neverCloses) this.#unclosedAtEnd++;
          // Take the quote as a character and read the row again.
          this.#remarkQuote(line);
          this.#literalQuotes.add(-1 - p);
          return at;
        }
        c = buffer[p] ?? LF;
      } else {
        const start = p;
        const negative = c === 45;
        if (negative) c = buffer[++p] ?? LF;
        const whole = p;
        let mantissa = 0;
        while (c >= 48 && c <= 57) {
          mantissa = mantissa * 10 + (c - 48);
          c = buffer[++p] ?? LF;
        }
        const wholeDigits = p - whole;
        let decimals = 0;
        let dangling = false;
        if (c === point && point !== delimiter && wholeDigits > 0) {
          const fraction = ++p;
          c = buffer[p] ?? LF;
          while (c >= 48 && c <= 57) {
            mantissa = mantissa * 10 + (c - 48);
            c = buffer[++p] ?? LF;
          }
          decimals = p - fraction;
          dangling = decimals === 0;
        }
        const plain =
          wholeDigits > 0 &&
          !dangling &&
          wholeDigits + decimals <= 15 &&
          (wholeDigits === 1 || buffer[whole] !== 48) &&
          (c === delimiter || c === LF || c === CR) &&
          !(negative && mantissa === 0);
        if (plain && column !== undefined && !column.verbatim) {
          const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] ?? 1);
          column.values[row] = negative ? -value : value;
          column.kinds[row] = decimals;
        } else {
          let hash = HASH_START;
          for (let i = start; i < p; i++) hash = Math.imul(hash ^ (buffer[i] ?? 0), HASH_FACTOR);
          while (c !== delimiter && c !== LF && c !== CR) {
            hash = Math.imul(hash ^ c, HASH_FACTOR);
            c = buffer[++p] ?? LF;
          }
          if (column !== undefined) this.#unquoted(buffer, start, p, column, row, wholeDigits > 0, hash);
        }
      }
      k++;
      if (c !== delimiter) break;
      p++;
    }
    const next = afterBreak(buffer, p);
    if (next > limit && !final) {
      // A line break in a quoted cell was the last of the buffer: the row may go on in the next chunk.
      this.#line = line;
      return -1;
    }
    if (k < this.columns.length) for (let j = k; j < this.columns.length; j++) this.#absent(j, row);
    if (extraFrom >= 0) this.#remarkExtra(line, buffer, extraFrom, p);
    this.lines[row] = line;
    this.#line++;
    this.rows = row + 1;
    if (width === null) {
      this.widths[row] = k;
      this.ends.push(this.consumed + next);
    } else if (k < width) this.#short.push(row);
    return next;
  }

  readonly #short: number[] = [];
  /** Rows with fewer cells than columns. */
  get shortRows(): readonly number[] {
    return this.#short;
  }

  #absent(k: number, row: number): void {
    const column = this.columns[k];
    if (column !== undefined) column.kinds[row] = CELL.absent;
  }

  #unquoted(
    buffer: Uint8Array,
    start: number,
    end: number,
    column: RawColumn,
    row: number,
    digit: boolean,
    hash: number,
  ): void {
    if (start === end) {
      column.kinds[row] = CELL.empty;
      return;
    }
    if (digit && !column.verbatim && end - start < 40) {
      const value = this.#longNumber(buffer, start, end);
      if (!Number.isNaN(value)) {
        column.values[row] = value;
        column.kinds[row] = CELL.long;
        column.longs++;
        return;
      }
    }
    column.values[row] = column.words.internHashed(buffer, start, end, hash);
    column.kinds[row] = CELL.word;
  }

  /** Numbers with a point or an exponent that the plain path refuses. Long whole numbers stay words: they are mostly ids. */
  #longNumber(buffer: Uint8Array, start: number, end: number): number {
    if (this.#options.decimal !== '.') return Number.NaN;
    let fractional = false;
    for (let i = start; i < end; i++) {
      const c = buffer[i] ?? 0;
      if (c >= 48 && c <= 57) continue;
      if (c === 46 || c === 101 || c === 69) fractional = true;
      else if (c !== 45 && c !== 43) return Number.NaN;
    }
    if (!fractional) return Number.NaN;
    this.#text ??= new TextDecoder('latin1').decode(buffer);
    const value = Number(this.#text.slice(start, end));
    return Number.isFinite(value) ? value : Number.NaN;
  }

  /**
   * Reads the quoted cell at `open`; returns where its delimiter stands, or -1 - open where it has no end in the
   * buffer, or none at all: a quote that opens a cell on a later line shows that this one was never closed.
   */
  #quoted(buffer: Uint8Array, open: number, column: RawColumn | undefined, row: number): number {
    const { delimiter } = this.#options;
    const end = buffer.length;
    let escapes = 0;
    let breaks = 0;
    let strays = 0;
    this.#neverCloses = false;
    let p = open + 1;
    for (; p < end; p++) {
      const c = buffer[p];
      if (c === LF || (c === CR && buffer[p + 1] !== LF)) breaks++;
      if (c !== QUOTE) continue;
      if (buffer[p + 1] === QUOTE) {
        escapes++;
        p++;
        continue;
      }
      let after = p + 1;
      while ((buffer[after] === 32 || buffer[after] === 9) && buffer[after] !== delimiter) after++;
      if (after >= end) return -1 - open;
      const next = buffer[after];
      if (next === delimiter || next === LF || next === CR) {
        if (strays > 0) this.#remarkQuote(this.#line);
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
    if (!column.verbatim && this.#plainNumber(buffer, start, end, column, row)) return;
    column.kinds[row] = CELL.word;
    if (!escaped) {
      column.values[row] = column.words.intern(buffer, start, end);
      return;
    }
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
    let length = 0;
    for (let i = start; i < end; i++) {
      const c = buffer[i] ?? 0;
      this.#scratch[length++] = c;
      if (c === QUOTE && buffer[i + 1] === QUOTE) i++;
    }
    column.values[row] = column.words.intern(this.#scratch, 0, length);
  }

  #plainNumber(buffer: Uint8Array, start: number, end: number, column: RawColumn, row: number): boolean {
    const point = this.#options.decimal === '.' ? 46 : 44;
    const negative = buffer[start] === 45;
    const whole = negative ? start + 1 : start;
    let mantissa = 0;
    let at = -1;
    for (let i = whole; i < end; i++) {
      const c = buffer[i] ?? 0;
      if (c >= 48 && c <= 57) mantissa = mantissa * 10 + (c - 48);
      else if (c === point && at < 0) at = i;
      else return false;
    }
    const wholeDigits = (at < 0 ? end : at) - whole;
    const decimals = at < 0 ? 0 : end - at - 1;
    const zeroLed = wholeDigits > 1 && buffer[whole] === 48;
    if (wholeDigits === 0 || (decimals === 0) !== at < 0 || wholeDigits + decimals > 15 || zeroLed) return false;
    if (negative && mantissa === 0) return false;
    const value = mantissa / (POWERS[decimals] ?? 1);
    column.values[row] = negative ? -value : value;
    column.kinds[row] = decimals;
    return true;
  }

  #remarkQuote(line: number): void {
    if (line === this.#lastStray) return;
    this.#lastStray = line;
    this.strayCount++;
    if (this.strayQuotes.length < KEPT) this.strayQuotes.push({ line });
  }

  #remarkExtra(line: number, buffer: Uint8Array, start: number, end: number): void {
    this.longCount++;
    if (this.long.length >= KEPT) return;
    this.long.push({ line, example: new TextDecoder().decode(buffer.subarray(start, Math.min(end, start + 200))) });
  }

  #addColumn(): RawColumn {
    const verbatim = this.#options.verbatim === true || this.#options.verbatim.has(this.columns.length);
    const column: RawColumn = {
      values: new Float64Array(this.#capacity),
      kinds: new Uint8Array(this.#capacity).fill(CELL.absent, 0, this.rows),
      words: new WordTable(),
      verbatim,
      longs: 0,
    };
    this.columns.push(column);
    return column;
  }

  #grow(): void {
    this.#capacity *= 2;
    for (const column of this.columns) {
      const values = new Float64Array(this.#capacity);
      values.set(column.values);
      column.values = values;
      const kinds = new Uint8Array(this.#capacity);
      kinds.set(column.kinds);
      column.kinds = kinds;
    }
    this.lines = grown(this.lines, this.#capacity);
    if (this.#options.width === null) this.widths = grown(this.widths, this.#capacity);
  }
}

function grown(old: Uint32Array, length: number): Uint32Array {
  const copy = new Uint32Array(length);
  copy.set(old);
  return copy;
}

/** One past the last line break that is surely whole: a CR at the very end may be half of CR LF. */
function lastBreak(buffer: Uint8Array): number {
  for (let i = buffer.length - 1; i >= 0; i--) {
    if (buffer[i] === LF || (buffer[i] === CR && i < buffer.length - 1)) return i + 1;
  }
  return 0;
}

function afterBreak(buffer: Uint8Array, at: number): number {
  return buffer[at] === CR && buffer[at + 1] === LF ? at + 2 : at + 1;
}
