import { WordTable } from './words';

/** What a cell of a {@link RawColumn} holds; 0 … 15 is a plain number written with so many decimals. */
export const CELL = { long: 252, absent: 253, empty: 254, word: 255 } as const;

/** A column while it is read: no type has been settled yet, and no raw text is lost. */
export class RawColumn {
  /** The number, or the code of the word. */
  values: Float64Array;
  kinds: Uint8Array;
  readonly words = new WordTable();
  /** Keeps every cell as a word. */
  readonly verbatim: boolean;
  /** Numbers whose exact text cannot be had back from the value (16 digits or more, exponents). */
  longs = 0;

  constructor(capacity: number, verbatim: boolean) {
    this.values = new Float64Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.verbatim = verbatim;
  }

  grow(capacity: number): void {
    const { values, kinds } = this;
    this.values = new Float64Array(capacity);
    this.values.set(values);
    this.kinds = new Uint8Array(capacity);
    this.kinds.set(kinds);
  }
}
