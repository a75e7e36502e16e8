/** A row to be told of: its physical line and, for extra cells, their text. */
export interface RowRemark {
  readonly line: number;
  readonly example?: string;
}

const KEPT = 1_000;

/** What a scan found odd, row by row: all are counted, the first are kept. */
export class RowRemarks {
  readonly blank: RowRemark[] = [];
  blankCount = 0;
  readonly long: RowRemark[] = [];
  longCount = 0;
  readonly strayQuotes: RowRemark[] = [];
  strayCount = 0;
  /** Rows with fewer cells than columns, by their number. */
  readonly short: number[] = [];
  #lastStray = 0;

  blankLine(line: number): void {
    this.blankCount++;
    if (this.blank.length < KEPT) this.blank.push({ line });
  }

  strayQuote(line: number): void {
    if (line === this.#lastStray) return;
    this.#lastStray = line;
    this.strayCount++;
    if (this.strayQuotes.length < KEPT) this.strayQuotes.push({ line });
  }

  extraCells(line: number, buffer: Uint8Array, start: number, end: number): void {
    this.longCount++;
    if (this.long.length >= KEPT) return;
    this.long.push({ line, example: new TextDecoder().decode(buffer.subarray(start, Math.min(end, start + 200))) });
  }
}
