import { cellText } from '../../../../table/cells';
import { isNumeric } from '../../../../table/columns';
import type { DateOrder } from '../../../../table/parse-date';
import type { DecimalMark } from '../../../../table/parse-number';
import type { CodedColumn, Column, NumericColumn } from '../../../../table/table';
import type { SeenColumn } from '../seen';
import { dressedNumber, groupedNumber, isExact, looksTyped, plainNumber } from './numbers';
import { formatOf, hasShortZone, strptime, withEnglishHalves } from './strptime';

/** How the cells of a file and of a column are read here. */
export interface ReadBy {
  /** The file's decimal mark, which `read_csv` is told, and the column's own. */
  readonly file: DecimalMark;
  readonly decimal: DecimalMark;
  readonly dates: DateOrder;
}

/** What pandas has to do with a column; null where it does nothing that gives the values that were read here. */
export interface ColumnPlan {
  readonly column: SeenColumn | null;
  /** Left as text by `read_csv`. */
  readonly text: boolean;
  /** Cells without a value that `read_csv` has to be told of. */
  readonly missing: ReadonlySet<string>;
  readonly thousands: boolean;
  readonly commas: boolean;
  readonly roundTrip: boolean;
}

/** Watches the cells of a column go by, beside what was made of them here. */
export interface ColumnLook {
  see(cell: string, row: number): void;
  plan(): ColumnPlan | null;
}

/** Distinct cells without a value that are listed one by one. */
const FEW = 30;
/** Distinct cells without a value that are remembered at all. */
const MANY = 10_000;

/** Cells without a value, while there are not too many of them to tell. */
class Missing {
  readonly words = new Set<string>();
  get few(): boolean {
    return this.words.size <= FEW;
  }
  get known(): boolean {
    return this.words.size <= MANY;
  }
  add(cell: string): void {
    if (this.known) this.words.add(cell);
  }
}

export function lookAt(column: Column, by: ReadBy): ColumnLook {
  if (isNumeric(column)) {
    if (column.type === 'date') return new DateLook(column, by);
    return column.type === 'boolean' ? new FlagLook(column) : new NumberLook(column, by);
  }
  if (column.type === 'image') throw new Error('a file has no images');
  return new WordLook(column);
}

const PLAIN_PLAN = {
  text: false,
  missing: new Set<string>(),
  thousands: false,
  commas: false,
  roundTrip: false,
} as const;

const SIMPLE = /^-?\d{1,9}(?:\.\d{1,6})?$/;

class NumberLook implements ColumnLook {
  readonly #column: NumericColumn;
  readonly #by: ReadBy;
  readonly #missing = new Missing();
  #plain = true;
  #grouped = true;
  #dressed = true;
  #coerced = true;
  #commas = false;
  #exact = true;

  constructor(column: NumericColumn, by: ReadBy) {
    this.#column = column;
    this.#by = by;
  }

  see(cell: string, row: number): void {
    const value = this.#column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) {
      this.#missing.add(cell);
      return;
    }
    const { file, decimal } = this.#by;
    // Most are digits that everybody reads alike.
    const points = file === '.' && decimal === '.';
    if (SIMPLE.test(cell) && (points || !cell.includes('.')) && Number(cell) === value) return;
    const plain = plainNumber(cell, file);
    if (file === ',' && cell.includes(',')) this.#commas = true;
    if (plain === value) {
      if (!isExact(cell)) this.#exact = false;
    } else {
      this.#plain = false;
      if (groupedNumber(cell, file) !== value) this.#grouped = false;
    }
    if (this.#dressed && dressedNumber(cell, decimal) !== value) this.#dressed = false;
    if (this.#coerced && plainNumber(cell, '.') !== value) this.#coerced = false;
  }

  plan(): ColumnPlan | null {
    const { words } = this.#missing;
    const missing = this.#missing;
    const { name } = this.#column;
    // What is missing must not be one of the numbers, as pandas compares them.
    const values = new Set([...words].flatMap((cell) => (cell.trim() === '' ? [] : Number(cell))));
    values.delete(Number.NaN);
    if (values.size > 0 && this.#column.values.some((value) => values.has(value))) return null;
    if (missing.few && (this.#plain || this.#grouped)) {
      return {
        ...PLAIN_PLAN,
        column: null,
        missing: words,
        thousands: !this.#plain,
        commas: this.#commas,
        roundTrip: !this.#exact,
      };
    }
    if (!missing.known) return null;
    const asText = { ...PLAIN_PLAN, text: true, missing: missing.few ? words : new Set<string>() };
    const { decimal } = this.#by;
    const none = (made: (cell: string) => number | null): boolean =>
      missing.few || [...words].every((cell) => !Number.isFinite(made(cell) ?? Number.NaN));
    const infinite = [...words].some((cell) => /inf/i.test(cell));
    if (infinite && !missing.few) return null;
    if (this.#coerced && this.#exact && none((cell) => plainNumber(cell, '.'))) {
      return { ...asText, column: { as: 'coerced', name } };
    }
    if (this.#dressed && none((cell) => dressedNumber(cell, decimal))) {
      return { ...asText, column: { as: 'dressed', name, decimal } };
    }
    return null;
  }
}

const USUAL = { yes: ['True', 'TRUE', 'true'], no: ['False', 'FALSE', 'false'] };

class FlagLook implements ColumnLook {
  readonly #column: NumericColumn;
  readonly #missing = new Missing();
  readonly #yes = new Set<string>();
  readonly #no = new Set<string>();

  constructor(column: NumericColumn) {
    this.#column = column;
  }

  see(cell: string, row: number): void {
    const value = this.#column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) this.#missing.add(cell);
    else (value === 1 ? this.#yes : this.#no).add(cell);
  }

  plan(): ColumnPlan | null {
    const [yes, no] = [[...this.#yes], [...this.#no]];
    const { words, few } = this.#missing;
    const { name } = this.#column;
    const usual = yes.every((word) => USUAL.yes.includes(word)) && no.every((word) => USUAL.no.includes(word));
    if (few && usual) return { ...PLAIN_PLAN, missing: words, column: { as: 'flag', name, words: null } };
    if (yes.length + no.length > FEW) return null;
    return { ...PLAIN_PLAN, text: true, column: { as: 'flag', name, words: { yes, no } } };
  }
}

/** What `str.strip` takes off: all spaces of Unicode and the separators of ASCII, but for the byte order mark. */
const SPACES = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`;
const AROUND = new RegExp(`^${SPACES}|${SPACES}$`, 'g');
const TIDY = /^[!-~](?:[ -~]*[!-~])?$/;
const stripped = (cell: string): string => cell.replaceAll(AROUND, '');

class WordLook implements ColumnLook {
  readonly #column: CodedColumn;
  readonly #missing = new Missing();
  #asIs = true;
  #strip = true;
  #compose = true;
  #both = true;
  #typed = false;

  constructor(column: CodedColumn) {
    this.#column = column;
  }

  see(cell: string, row: number): void {
    const word = cellText(this.#column, row);
    if (word === null) {
      this.#missing.add(cell);
      return;
    }
    this.#typed ||= looksTyped(cell);
    if (cell === word && TIDY.test(cell)) return;
    if (cell !== word) this.#asIs = false;
    const tidy = stripped(cell);
    if (tidy !== word) this.#strip = false;
    if (cell.normalize('NFC') !== word) this.#compose = false;
    if (tidy.normalize('NFC') !== word) this.#both = false;
  }

  plan(): ColumnPlan | null {
    const { name } = this.#column;
    if (!this.#missing.few) return null;
    const plan = { ...PLAIN_PLAN, text: this.#typed, missing: this.#missing.words };
    if (this.#asIs) return { ...plan, column: null };
    if (this.#strip) return { ...plan, column: { as: 'words', name, strip: true, compose: false } };
    if (this.#compose) return { ...plan, column: { as: 'words', name, strip: false, compose: true } };
    return this.#both ? { ...plan, column: { as: 'words', name, strip: true, compose: true } } : null;
  }
}

/** Dates that pandas of every version can hold. */
const EARLIEST = Date.UTC(1677, 9, 1);
const LATEST = Date.UTC(2262, 3, 1);

class DateLook implements ColumnLook {
  readonly #column: NumericColumn;
  readonly #monthFirst: boolean;
  readonly #missing = new Missing();
  readonly #formats = new Set<string>();
  /** Cells that were looked at. */
  readonly #known = new Map<string, number>();
  #readable = true;
  #strip = false;
  #halves = false;
  #shortZones = false;
  #floor = false;
  #serial = false;
  #typed = false;

  constructor(column: NumericColumn, { dates }: ReadBy) {
    this.#column = column;
    this.#monthFirst = dates === 'month-first';
  }

  see(cell: string, row: number): void {
    const value = this.#column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) {
      this.#missing.add(cell);
      return;
    }
    if (!this.#readable || this.#known.get(cell) === value) return;
    if (this.#known.size < MANY) this.#known.set(cell, value);
    this.#typed ||= looksTyped(cell);
    const bare = stripped(cell);
    if (bare !== cell) this.#strip = true;
    const text = withEnglishHalves(bare);
    if (text !== bare) this.#halves = true;
    const format = formatOf(text, this.#monthFirst);
    if (format === null) {
      const days = plainNumber(bare, '.');
      const isSerial = days !== null && days >= 20_000 && days < 80_000;
      if (isSerial && Date.UTC(1899, 11, 30) + Math.round(days * 86_400_000) === value) this.#serial = true;
      else this.#readable = false;
      return;
    }
    this.#formats.add(format);
    if (format.includes('%f') && /\d{4}/.test(text.split(/:\d{2}[.,]/)[1] ?? '')) this.#floor = true;
    if (format.includes('%z') && hasShortZone(text)) this.#shortZones = true;
    if (strptime(text, format) !== value || value < EARLIEST || value > LATEST) this.#readable = false;
  }

  plan(): ColumnPlan | null {
    const missing = this.#missing;
    if (!this.#readable || !missing.known) return null;
    const formats = [...this.#formats].sort((a, b) => this.#rank(a) - this.#rank(b));
    const [format = ''] = formats;
    const one = formats.length === 1 && !this.#serial && missing.few;
    if (this.#shortZones && !(one && format.startsWith('%Y-%m-%d'))) return null;
    const read = (cell: string): boolean =>
      formats.some((each) => strptime(withEnglishHalves(stripped(cell)), each) !== null);
    if (!missing.few && [...missing.words].some(read)) return null;
    return {
      ...PLAIN_PLAN,
      text: this.#typed || !one,
      missing: missing.few ? missing.words : new Set<string>(),
      column: {
        as: 'dates',
        name: this.#column.name,
        formats,
        one,
        strip: this.#strip,
        halves: this.#halves,
        zoned: formats.some((each) => each.includes('%z')),
        floor: this.#floor,
        serial: this.#serial,
      },
    };
  }

  /** Of 08/02/2021 the order that is not told by the cell itself comes first. */
  #rank(format: string): number {
    const first = format.slice(0, 2);
    return first === (this.#monthFirst ? '%m' : '%d') ? 0 : first === '%m' || first === '%d' ? 1 : 2;
  }
}
