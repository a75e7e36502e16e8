/*
 * Cuts text into cells as pandas' C parser does (its tokenizer.c, `skip_blank_lines` on, `skipinitialspace` off): a
 * quote opens a quoted cell only where a cell begins, what follows the closing quote is appended, a line of spaces is
 * blank, and short rows are not filled up here.
 */

export interface TokenOptions {
  readonly delimiter: string;
  /** A backslash takes the meaning of the character after it. */
  readonly backslash: boolean;
  /** Lines that are passed over, blank ones included. */
  readonly skip: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

type State =
  | 'record'
  | 'field'
  | 'in-field'
  | 'escaped'
  | 'in-quotes'
  | 'escaped-in-quotes'
  | 'quote-in-quotes'
  | 'spaces'
  | 'cr'
  | 'blank-cr'
  | 'skip-field'
  | 'skip-in-field'
  | 'skip-in-quotes'
  | 'skip-quote-in-quotes';

/** Takes text by pieces that may end anywhere and gives each row as it ends. */
export class PandasTokens {
  #state: State = 'record';
  #cells: string[] = [];
  #cell = '';
  #lines = 0;
  /** The line before ended with a carriage return alone: behind it pandas stumbles over spaces, and over blank lines. */
  #afterReturn = false;
  #stumbled = false;
  readonly #delimiter: number;
  readonly #options: TokenOptions;
  readonly #onRow: (cells: readonly string[]) => void;

  constructor(options: TokenOptions, onRow: (cells: readonly string[]) => void) {
    this.#options = options;
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#onRow = onRow;
  }

  push(text: string): void {
    for (let at = 0; at < text.length; ) {
      const plain = this.#plainUntil(text, at);
      if (plain > at) {
        this.#cell += text.slice(at, plain);
        at = plain;
      } else if (this.#take(text.charCodeAt(at))) at++;
    }
  }

  /** False where pandas refuses the text: it ends within quotes, say. */
  end(): boolean {
    if (this.#stumbled) return false;
    switch (this.#state) {
      case 'in-quotes':
      case 'escaped-in-quotes':
      case 'escaped':
        return false;
      case 'field':
      case 'in-field':
      case 'quote-in-quotes':
        this.#endCell('record');
        this.#endRow();
        return true;
      case 'cr':
        this.#endRow();
        return true;
      default:
        return true;
    }
  }

  /** Where a run of characters ends that all go into the cell as they are. */
  #plainUntil(text: string, from: number): number {
    const escaping = this.#options.backslash ? BACKSLASH : -1;
    let at = from;
    if (this.#state === 'in-field') {
      for (; at < text.length; at++) {
        const c = text.charCodeAt(at);
        if (c === this.#delimiter || c === LF || c === CR || c === escaping) break;
      }
    } else if (this.#state === 'in-quotes') {
      for (; at < text.length; at++) {
        const c = text.charCodeAt(at);
        if (c === QUOTE || c === escaping) break;
      }
    }
    return at;
  }

  /** Takes a character; false where it is to be looked at again in the state that it led to. */
  #take(c: number): boolean {
    const isEscape = this.#options.backslash && c === BACKSLASH;
    const isBlank = (c === SPACE || c === TAB) && c !== this.#delimiter;
    switch (this.#state) {
      case 'record':
        if (this.#lines < this.#options.skip) {
          this.#state = c === QUOTE ? 'skip-in-quotes' : 'skip-in-field';
          if (c === LF) this.#endSkipped();
        } else if (c === LF) {
          this.#lines++;
          this.#afterReturn = false;
        } else if (c === CR) {
          this.#lines++;
          this.#state = 'blank-cr';
        } else if (isBlank) {
          this.#stumbled ||= this.#afterReturn;
          this.#cell = String.fromCharCode(c);
          this.#state = 'spaces';
        } else {
          this.#state = 'field';
          return false;
        }
        return true;
      case 'spaces':
        if (c === LF || c === CR) {
          this.#cell = '';
          this.#lines++;
          this.#state = c === LF ? 'record' : 'blank-cr';
        } else if (isBlank) this.#cell += String.fromCharCode(c);
        else {
          this.#state = 'in-field';
          return false;
        }
        return true;
      case 'field':
        if (c === QUOTE) this.#state = 'in-quotes';
        else if (isEscape) this.#state = 'escaped';
        else {
          this.#state = 'in-field';
          return false;
        }
        return true;
      case 'in-field':
        if (this.#endsCell(c)) return true;
        if (isEscape) this.#state = 'escaped';
        else this.#cell += String.fromCharCode(c);
        return true;
      case 'escaped':
      case 'escaped-in-quotes':
        this.#cell += String.fromCharCode(c);
        this.#state = this.#state === 'escaped' ? 'in-field' : 'in-quotes';
        return true;
      case 'in-quotes':
        if (isEscape) this.#state = 'escaped-in-quotes';
        else if (c === QUOTE) this.#state = 'quote-in-quotes';
        return true;
      case 'quote-in-quotes':
        if (this.#endsCell(c)) return true;
        this.#cell += String.fromCharCode(c);
        this.#state = c === QUOTE ? 'in-quotes' : 'in-field';
        return true;
      case 'cr':
        this.#endRow();
        this.#afterReturn = c !== LF;
        return c === LF;
      case 'blank-cr':
        this.#state = 'record';
        this.#afterReturn = c !== LF;
        this.#stumbled ||= this.#afterReturn;
        return c === LF;
      default:
        return this.#skip(this.#state, c);
    }
  }

  #skip(state: 'skip-field' | 'skip-in-field' | 'skip-in-quotes' | 'skip-quote-in-quotes', c: number): boolean {
    if (state === 'skip-in-quotes') {
      if (c === QUOTE) this.#state = 'skip-quote-in-quotes';
      return true;
    }
    if (c === LF) this.#endSkipped();
    else if (c === CR) {
      this.#lines++;
      this.#state = 'blank-cr';
    } else if (c === this.#delimiter) this.#state = 'skip-field';
    else if (c === QUOTE && state !== 'skip-in-field') this.#state = 'skip-in-quotes';
    else this.#state = 'skip-in-field';
    return true;
  }

  #endsCell(c: number): boolean {
    if (c === this.#delimiter) this.#endCell('field');
    else if (c === LF) {
      this.#endCell('record');
      this.#endRow();
    } else if (c === CR) this.#endCell('cr');
    else return false;
    return true;
  }

  #endCell(next: State): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = next;
  }

  #endRow(): void {
    this.#lines++;
    this.#afterReturn = false;
    this.#state = 'record';
    const cells = this.#cells;
    this.#cells = [];
    this.#onRow(cells);
  }

  #endSkipped(): void {
    this.#lines++;
    this.#afterReturn = false;
    this.#state = 'record';
  }
}
