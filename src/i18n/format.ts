import type { Language } from '../lib/text';

const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  // What is rounded to nothing has no sign.
  const made = new Intl.NumberFormat(language === 'ko' ? 'ko-KR' : 'en-GB', { signDisplay: 'negative', ...options });
  cache.set(key, made);
  return made;
}

/** A number with at most `digits` decimals and grouped thousands. */
export function formatNumber(language: Language, value: number, digits = 3): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** A measured figure with `significant` significant digits, for columns of unknown scale. */
export function formatFigure(language: Language, value: number, significant = 4): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) {
    return numberFormat(language, { notation: 'scientific', maximumFractionDigits: 2 }).format(value);
  }
  if (Number.isInteger(value)) return numberFormat(language, {}).format(value);
  return numberFormat(language, {
    maximumSignificantDigits: Math.max(significant, String(Math.trunc(size)).length),
  }).format(value);
}

/** A score or share with a fixed number of decimals, so that a column of them lines up. */
export function formatFixed(language: Language, value: number, digits: number): string {
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** 0 … 1 as a percentage. */
export function formatPercent(language: Language, value: number, digits = 1): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** 1,234 → "1.2K" / "1.2천". */
export function formatCompact(language: Language, value: number): string {
  return numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

const unit = (language: Language, value: number, name: string, digits: number): string =>
  numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(
    value,
  );

/** A span of time in the unit a person would use: 12 ms, 3.4 sec, 2 min 5 sec. */
export function formatDuration(language: Language, ms: number): string {
  if (ms < 1) return unit(language, ms, 'millisecond', 1);
  if (ms < 1_000) return unit(language, ms, 'millisecond', 0);
  if (ms < 60_000) return unit(language, ms / 1_000, 'second', 1);
  const seconds = Math.round(ms / 1_000);
  const minutes = unit(language, Math.floor(seconds / 60), 'minute', 0);
  return seconds % 60 === 0 ? minutes : `${minutes} ${unit(language, seconds % 60, 'second', 0)}`;
}

/** Bytes as B, kB, MB or GB (powers of 1,000). */
export function formatBytes(language: Language, bytes: number): string {
  if (bytes < 1_000) return unit(language, bytes, 'byte', 0);
  if (bytes < 1e6) return unit(language, bytes / 1e3, 'kilobyte', 1);
  if (bytes < 1e9) return unit(language, bytes / 1e6, 'megabyte', 1);
  return unit(language, bytes / 1e9, 'gigabyte', 2);
}

/** A date and, where it is not midnight UTC, its time. */
export function formatDate(language: Language, ms: number): string {
  const withTime = ms % 86_400_000 !== 0;
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
    ...(withTime ? { timeStyle: 'short' } : {}),
  }).format(ms);
}

/** The time of a day in the reader's own time zone, to the second. */
export function formatClock(language: Language, ms: number): string {
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', { timeStyle: 'medium' }).format(ms);
}

/** A moment in the reader's own time zone, to the minute. */
export function formatMoment(language: Language, ms: number, dateStyle: 'medium' | 'short' = 'medium'): string {
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle,
    timeStyle: 'short',
  }).format(ms);
}
