import { csvCell, withoutFormula } from '../lib/csv-cell';
import { cellText } from './cells';
import type { Table } from './table';

export interface CsvOptions {
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** Prefixes text that a spreadsheet would run as a formula with an apostrophe. On unless turned off. */
  readonly spreadsheetSafe?: boolean;
}

/** The table as CSV text (RFC 4180, line feeds, header first). Missing is empty; images are left out. */
export function toCsv(table: Table, { delimiter = ',', spreadsheetSafe = true }: CsvOptions = {}): string {
  const columns = table.columns.filter((column) => column.type !== 'image');
  const written = (raw: string, isText: boolean): string =>
    csvCell(spreadsheetSafe && isText ? withoutFormula(raw) : raw, delimiter);
  const lines = [columns.map((column) => written(column.name, true)).join(delimiter)];
  for (let row = 0; row < table.rows; row++) {
    const cells = columns.map((column) => {
      const isText = column.type === 'text' || column.type === 'category';
      return written(cellText(column, row) ?? '', isText);
    });
    // A lone empty cell would be read back as a blank line.
    lines.push(cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter));
  }
  return `${lines.join('\n')}\n`;
}
