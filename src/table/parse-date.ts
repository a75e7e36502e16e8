/** Which comes first in a date such as 08/02/2021. */
export type DateOrder = 'day-first' | 'month-first';

export interface ParsedDate {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly value: number;
  /** How it was written; dates of one shape share it. */
  readonly format: 'ymd-' | 'ymd/' | 'ymd.' | 'compact' | 'korean' | 'dmy' | 'month-name' | 'iso-time';
  /** Both numbers before the year are at most 12, so only the order tells day from month. */
  readonly ambiguous: boolean;
  /** The order that this date by itself shows. */
  readonly shows?: DateOrder;
}

const TIME = String.raw`(?:(?:[T ]|,?\s+)(?:(오전|오후|AM|PM)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*(AM|PM|a\.m\.|p\.m\.|오전|오후))?\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?${TIME}$`, 'i');
const KOREAN = new RegExp(String.raw`^(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED = new RegExp(String.raw`^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`, 'i');
const NAMED_DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{4})${TIME}$`, 'i');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date of the forms in use in Korea, Europe and America; times without a
 * zone are taken as UTC. Null where the text has no such form, `value` NaN where
 * it has one but names no day (30 February). Eight bare digits are a date too:
 * the caller decides whether to ask.
 */
export function parseDate(cell: string, order: DateOrder = 'day-first'): ParsedDate | null {
  const trimmed = cell.trim();
  if (!startsWithDigit(trimmed)) {
    const m = NAMED.exec(trimmed);
    return m === null ? null : named(m[3], m[1], m[2], m.slice(4));
  }
  let m = YEAR_FIRST.exec(trimmed);
  if (m !== null) {
    const timed = m[6] !== undefined;
    const format = timed ? 'iso-time' : m[2] === '-' ? 'ymd-' : m[2] === '/' ? 'ymd/' : 'ymd.';
    return { value: moment(m[1], m[3], m[4], m.slice(5)), format, ambiguous: false };
  }
  m = KOREAN.exec(trimmed);
  if (m !== null) return { value: moment(m[1], m[2], m[3], m.slice(4)), format: 'korean', ambiguous: false };
  m = YEAR_LAST.exec(trimmed);
  if (m !== null) {
    const first = Number(m[1]);
    const second = Number(m[3]);
    const dayFirst = first > 12 || (second <= 12 && order === 'day-first');
    const [day, month] = dayFirst ? [m[1], m[3]] : [m[3], m[1]];
    return {
      value: moment(m[4], month, day, m.slice(5)),
      format: 'dmy',
      ambiguous: first <= 12 && second <= 12 && first !== second,
      ...(first > 12 ? { shows: 'day-first' } : second > 12 ? { shows: 'month-first' } : {}),
    };
  }
  m = COMPACT.exec(trimmed);
  if (m !== null) return { value: moment(m[1], m[2], m[3], []), format: 'compact', ambiguous: false };
  m = NAMED_DAY_FIRST.exec(trimmed);
  return m === null ? null : named(m[3], m[2], m[1], m.slice(4));
}

function startsWithDigit(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
}

function named(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
  time: readonly (string | undefined)[],
): ParsedDate | null {
  const word = (name ?? '').toLowerCase();
  const month = MONTHS.findIndex((short) => word === short || (word.startsWith(short) && isMonthName(word)));
  if (month < 0) return null;
  return { value: moment(year, String(month + 1), day, time), format: 'month-name', ambiguous: false };
}

const FULL_MONTHS = new Set(
  'january february march april may june july august september sept october november december'.split(' '),
);
const isMonthName = (word: string): boolean => FULL_MONTHS.has(word);

function moment(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [before, hour, minute, second, fraction, after, zone]: readonly (string | undefined)[],
): number {
  const y = Number(year);
  const mo = Number(month);
  const d = Number(day);
  const h = hourOf(Number(hour ?? 0), before ?? after);
  const mi = Number(minute ?? 0);
  const s = Number(second ?? 0);
  if (Number.isNaN(h) || h > 23 || mi > 59 || s > 59 || y === 0) return Number.NaN;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-9);
  const date = new Date(Date.UTC(2000, mo - 1, d, h, mi, s, ms));
  date.setUTCFullYear(y, mo - 1, d);
  if (date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d) return Number.NaN;
  return date.getTime() - zoneOffset(zone);
}

/** Of twelve hours to a half of the day, where one is named; NaN where there is no such hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour > 12) return Number.NaN;
  const late = half === '오후' || half.toLowerCase().startsWith('p');
  return (hour % 12) + (late ? 12 : 0);
}

function zoneOffset(zone: string | undefined): number {
  const digits = (zone ?? '').replace(/Z|UTC|GMT|:/gi, '');
  if (digits === '') return 0;
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}
