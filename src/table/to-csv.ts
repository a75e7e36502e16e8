import { BYTE_ORDER_MARK, csvCell, withoutFormula } from '../lib/csv-cell';
import { cellText } from './cells';
import type { Table } from './table';

/**
 * Who reads the file: a program the cells as they are, or a spreadsheet, which takes UTF-8 for what it is by a byte order
 * mark alone, and would run text that begins as a formula does: that gets an apostrophe in front.
 */
export type CsvReader = 'program' | 'spreadsheet';

/** The table as CSV text (RFC 4180, line feeds, header first). Missing is empty; images are left out. */
export function toCsv(table: Table, reader: CsvReader = 'program'): string {
  const columns = table.columns.filter((column) => column.type !== 'image');
  const written = (raw: string, isText: boolean): string =>
    csvCell(reader === 'spreadsheet' && isText ? withoutFormula(raw) : raw);
  const lines = [columns.map((column) => written(column.name, true)).join(',')];
  for (let row = 0; row < table.rows; row++) {
    const cells = columns.map((column) => {
      const isText = column.type === 'text' || column.type === 'category';
      return written(cellText(column, row) ?? '', isText);
    });
    // A lone empty cell would be read back as a blank line.
    lines.push(cells.length === 1 && cells[0] === '' ? '""' : cells.join(','));
  }
  return `${reader === 'spreadsheet' ? BYTE_ORDER_MARK : ''}${lines.join('\n')}\n`;
}
