export type DecimalMark = '.' | ',';
/** `each`: a cell's own, where it can be read by one alone or the same by both. `both`: whichever it has is decimal. */
export type NumberMark = DecimalMark | 'each' | 'both';

/** A number read from text, with what had to be peeled off it. */
export interface ParsedNumber {
  /** May be ±Infinity, so that callers can report it. */
  readonly value: number;
  readonly thousands: boolean;
  readonly currency: boolean;
  readonly percent: boolean;
  readonly parentheses: boolean;
}

export const CURRENCY = /^(?:[₩$€£¥￦]|KRW|USD|EUR|JPY|GBP)\s*|\s*(?:[₩$€£¥￦원]|KRW|USD|EUR|JPY|GBP)$/i;
const PLAIN = { '.': /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i, ',': /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i };
/** Between groups of digits, whatever the decimal mark: spaces, and the apostrophe of Switzerland. */
const BETWEEN = "[ \\u00a0\\u2009\\u202f'\u2019]";
/** Thousands, and lakhs as India groups them. */
const GROUPED = {
  '.': new RegExp(`^[+-]?(?:\\d{1,3}(?:(?:,\\d{3})+|(?:${BETWEEN}\\d{3})+)|\\d{1,2}(?:,\\d{2})+,\\d{3})(?:\\.\\d*)?$`),
  ',': new RegExp(`^[+-]?\\d{1,3}(?:(?:\\.\\d{3})+|(?:${BETWEEN}\\d{3})+)(?:,\\d*)?$`),
};
const SEPARATORS = { '.': new RegExp(`,|${BETWEEN}`, 'g'), ',': new RegExp(`\\.|${BETWEEN}`, 'g') };
/** Digits and marks of full width. */
const WIDE = /[\uff05\uff0b-\uff0e\uff10-\uff19]/;
const INFINITE = /^[+-]?inf(?:inity)?$/i;

/**
 * Reads a number as people write it: thousands separators, a currency sign, a
 * percent sign (the value stays in percent), parentheses for negative. Null
 * where the text is no number.
 */
export function parseNumber(text: string, decimal: NumberMark = '.'): ParsedNumber | null {
  if (decimal === '.' || decimal === ',') return parseBy(text, decimal);
  const [point, comma] = [parseBy(text, '.'), parseBy(text, ',')];
  if (point === null || comma === null) return point ?? comma;
  if (point.value === comma.value) return point;
  return decimal === 'each' ? null : text.includes(',') ? comma : point;
}

function parseBy(text: string, decimal: DecimalMark): ParsedNumber | null {
  let rest = WIDE.test(text) ? text.normalize('NFKC').trim() : text.trim();
  let negative = false;
  const parentheses = rest.startsWith('(') && rest.endsWith(')');
  if (parentheses) {
    rest = rest.slice(1, -1).trim();
    negative = true;
  }
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trimEnd();
  // Some ledgers write the minus behind: 5.00-.
  const trailing = /[\d.][-−]$/.test(rest) && /^[^+\-−]*.$/.test(rest);
  if (trailing) rest = `-${rest.slice(0, -1).trimEnd()}`;
  const sign = /^[+\-−]/.exec(rest)?.[0] ?? '';
  const unsigned = rest.slice(sign.length);
  const bare = unsigned.replace(CURRENCY, '');
  const currency = bare.length !== unsigned.length;
  const body = (sign === '−' ? '-' : sign) + bare;
  const thousands = GROUPED[decimal].test(body);
  const finite = thousands || PLAIN[decimal].test(body);
  if (!finite && !INFINITE.test(body)) return null;
  if (parentheses && sign !== '') return null;
  const magnitude = finite ? Number(normalized(body, decimal)) : body.startsWith('-') ? -Infinity : Infinity;
  return { value: negative ? -magnitude : magnitude, thousands, currency, percent, parentheses };
}

function normalized(body: string, decimal: DecimalMark): string {
  return body.replace(SEPARATORS[decimal], '').replace(',', '.');
}
