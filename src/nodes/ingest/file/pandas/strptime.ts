/* Dates as Python reads them: `datetime.strptime` for the directives that are written here. */

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SHORT_MONTHS = MONTHS.split('|').map((month) => month.slice(0, 3));

const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: String.raw`(?<Y>\d{4})`,
  m: '(?<m>1[0-2]|0[1-9]|[1-9])',
  d: String.raw`(?<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])`,
  H: String.raw`(?<H>2[0-3]|[01]\d|\d)`,
  I: '(?<I>1[0-2]|0[1-9]|[1-9])',
  M: String.raw`(?<M>[0-5]\d|\d)`,
  S: String.raw`(?<S>6[01]|[0-5]\d|\d)`,
  f: String.raw`(?<f>\d{1,6})`,
  p: '(?<p>am|pm)',
  b: `(?<b>${SHORT_MONTHS.join('|')})`,
  B: `(?<B>${MONTHS})`,
  z: String.raw`(?<z>[+-]\d\d(?::?[0-5]\d)?|Z)`,
};

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known !== undefined) return known;
  const source = format.replaceAll(/%(\w)|\s+|[.*+?^${}()|[\]\\]/g, (part, directive: string | undefined) =>
    directive !== undefined ? (DIRECTIVES[directive] ?? '') : part.trim() === '' ? String.raw`\s+` : `\\${part}`,
  );
  const pattern = new RegExp(`^${source}$`, 'i');
  patterns.set(format, pattern);
  return pattern;
}

/** Milliseconds, whole ones, since 1970 in UTC; null where the text is no such date. */
export function strptime(text: string, format: string): number | null {
  const found = patternOf(format).exec(text)?.groups;
  if (found === undefined) return null;
  const { Y = '1900', m, d = '1', H, I, M = '0', S = '0', f = '', p, b, B, z } = found;
  const named = (b ?? B)?.slice(0, 3).toLowerCase();
  const month =
    named === undefined ? Number(m ?? 1) : SHORT_MONTHS.findIndex((each) => each.toLowerCase() === named) + 1;
  const late = p?.toLowerCase() === 'pm' ? 12 : 0;
  const hour = I === undefined ? Number(H ?? 0) : (Number(I) % 12) + late;
  if (Number(Y) === 0 || Number(S) > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(Y), month - 1, Number(d));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(d)) return null;
  const thousandths = Number(f.padEnd(3, '0').slice(0, 3));
  return date.getTime() + ((hour * 60 + Number(M)) * 60 + Number(S)) * 1000 + thousandths - offset(z);
}

function offset(zone: string | undefined): number {
  const digits = (zone ?? '').replaceAll(/[Zz:]/g, '');
  if (digits === '') return 0;
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}

const TIME = String.raw`(?:([T ]|,?\s+)(?:(오전|오후|AM|PM)(\s*))?\d{1,2}:\d{2}(:\d{2}(?:([.,])\d{1,6})?)?(?:(\s*)(AM|PM|오전|오후))?(\s*)(Z|(UTC|GMT)?([+-]\d{2}(?::?\d{2})?)?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^\d{4}([-/.])(\s?)\d{1,2}\1(\s?)\d{1,2}(\.?)${TIME}$`, 'i');
const KOREAN = new RegExp(String.raw`^\d{4}년(\s*)\d{1,2}월(\s*)\d{1,2}일${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2\d{4}${TIME}$`, 'i');
const NAMED = new RegExp(String.raw`^([A-Za-z]{3,9})(\.?)(\s+)\d{1,2}(,?)(\s+)\d{4}${TIME}$`, 'i');
const NAMED_LAST = new RegExp(String.raw`^\d{1,2}([\s-])([A-Za-z]{3,9})(\.?,?)([\s-])\d{4}${TIME}$`, 'i');

/** Of a zone its hours alone: pandas reads it in ISO 8601, `datetime.strptime` nowhere. */
export const hasShortZone = (text: string): boolean => /:\d{2}(?:[.,]\d+)?\s*(?:UTC|GMT)?[+-]\d{2}$/i.test(text);

/** The format that a date is written in, so far as Python has directives for it; of 08/02/2021 by the order given. */
export function formatOf(text: string, monthFirst: boolean): string | null {
  if (/^\d{8}$/.test(text)) return '%Y%m%d';
  let m = YEAR_FIRST.exec(text);
  if (m !== null) return `%Y${m[1]}${gap(m[2])}%m${m[1]}${gap(m[3])}%d${m[4]}${time(m.slice(5))}`;
  m = KOREAN.exec(text);
  if (m !== null) return `%Y년${gap(m[1])}%m월${gap(m[2])}%d일${time(m.slice(3))}`;
  m = YEAR_LAST.exec(text);
  if (m !== null) {
    const [first, second] = [Number(m[1]), Number(m[3])];
    const month = second > 12 || (monthFirst && first <= 12);
    return `${month ? '%m' : '%d'}${m[2]}${month ? '%d' : '%m'}${m[2]}%Y${time(m.slice(4))}`;
  }
  m = NAMED.exec(text);
  if (m !== null) return `${monthOf(m[1])}${m[2]}${gap(m[3])}%d${m[4]}${gap(m[5])}%Y${time(m.slice(6))}`;
  m = NAMED_LAST.exec(text);
  return m === null ? null : `%d${gap(m[1])}${monthOf(m[2])}${m[3]}${gap(m[4])}%Y${time(m.slice(5))}`;
}

/** Python reads any run of spaces where the format has one. */
const gap = (spaces: string | undefined): string => ((spaces ?? '').trim() === '' && spaces ? ' ' : (spaces ?? ''));
const monthOf = (name: string | undefined): string => ((name ?? '').length === 3 ? '%b' : '%B');

function time([lead, before, beforeGap, seconds, mark, afterGap, after, zoneGap, zone, named, shift]: readonly (
  | string
  | undefined
)[]): string {
  if (lead === undefined) return '';
  const half = before ?? after;
  const clock = `${half === undefined ? '%H' : '%I'}:%M${seconds === undefined ? '' : ':%S'}${mark === undefined ? '' : `${mark}%f`}`;
  const first = before === undefined ? '' : `%p${gap(beforeGap)}`;
  const last = after === undefined ? '' : `${gap(afterGap)}%p`;
  const utc =
    zone === undefined || zone === ''
      ? ''
      : `${gap(zoneGap)}${named ?? ''}${zone === 'Z' || shift ? '%z' : zone === 'z' ? 'z' : ''}`;
  const start = lead.startsWith(',') ? `,${gap(lead.slice(1))}` : lead.trim() === '' ? ' ' : lead;
  return `${start}${first}${clock}${last}${utc}`;
}

const HALVES: Readonly<Record<string, string>> = { 오전: 'AM', 오후: 'PM' };

/** Korean halves of the day as Python knows them. */
export const withEnglishHalves = (text: string): string =>
  text.replaceAll(/오전|오후/g, (half) => HALVES[half] ?? half);
