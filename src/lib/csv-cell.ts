/** By which a spreadsheet knows UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A CSV cell (RFC 4180): quoted where a reader would otherwise cut or trim it. */
export function csvCell(text: string, delimiter = ','): string {
  const quoted = text.includes(delimiter) || /["\n\r]|^\s|\s$/.test(text);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}
