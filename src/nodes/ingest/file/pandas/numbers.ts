import type { DecimalMark } from '../../../../table/parse-number';

/* Numbers as pandas reads them. */

const PLAIN = {
  '.': /^[ \t]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t]*$/,
  ',': /^[ \t]*[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?[ \t]*$/,
};
const GROUPED = {
  '.': /^[ \t]*[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?[ \t]*$/,
  ',': /^[ \t]*[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?[ \t]*$/,
};

/** What separates thousands where the decimal mark is this. */
const thousandsOf = (decimal: DecimalMark): string => (decimal === '.' ? ',' : '.');

/** The number that `read_csv` makes of a cell by its own; null where it makes none. */
export function plainNumber(cell: string, decimal: DecimalMark): number | null {
  return PLAIN[decimal].test(cell) ? Number(decimal === ',' ? cell.replace(',', '.') : cell) : null;
}

/** The same where it is told the separator of thousands. */
export function groupedNumber(cell: string, decimal: DecimalMark): number | null {
  if (!GROUPED[decimal].test(cell)) return plainNumber(cell, decimal);
  return Number(cell.replaceAll(thousandsOf(decimal), '').replace(',', '.'));
}

/** Whether pandas' quick reading of digits gives the nearest number: few digits, and no large power of ten. */
export function isExact(cell: string): boolean {
  const [mantissa = '', exponent = '0'] = cell.trim().toLowerCase().split('e');
  const digits = mantissa.replaceAll(/\D/g, '').replace(/^0+/, '').length;
  const decimals = /[.,](\d*)$/.exec(mantissa)?.[1]?.length ?? 0;
  return digits <= 15 && Math.abs(Number(exponent) - decimals) <= 22;
}

/** Whether a column of such words might be taken for numbers or truth, however its separators are read. */
export const looksTyped = (cell: string): boolean =>
  /^\s*[+-]?[\d.,' ]*\d[\d.,' ]*(?:e[+-]?\d+)?\s*$/i.test(cell) ||
  /^\s*[+-]?(?:inf(?:inity)?|nan|true|false)\s*$/i.test(cell);

const DRESS = /KRW|USD|EUR|JPY|GBP|[₩$€£¥원%()'’\s]/gi;

/** What the helper `to_number` makes of a cell; NaN where that is no number. */
export function dressedNumber(cell: string, decimal: DecimalMark): number {
  const text = cell.normalize('NFKC').replaceAll('−', '-').trim();
  const negative = /^(?:\(.*\)|.*[\d.]-)$/.test(text);
  const bare = text.replaceAll(DRESS, '').replaceAll(thousandsOf(decimal), '');
  const digits = (decimal === ',' ? bare.replaceAll(',', '.') : bare).replace(/-+$/, '');
  const value = plainNumber(digits, '.');
  if (value === null || !isExact(digits)) return Number.NaN;
  return negative ? -value : value;
}
