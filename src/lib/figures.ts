/*
 * Numbers inside a sentence that is made away from the page, in both languages at once. What the page draws by itself
 * goes through `i18n/format.ts`, which knows the reader's language.
 */

/** A number of so many digits that count. */
export const rounded = (value: number, digits = 4): number => Number(value.toPrecision(digits));

/** A measured figure: four digits that count, and every digit before the point. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const before = String(Math.trunc(Math.abs(value))).length;
  return String(Math.abs(value) < 1e15 ? rounded(value, Math.max(4, before)) : value);
}

/** A share as a percentage. */
export const percent = (share: number): string => `${figure(share * 100)} %`;

/** How many there are: 12,345. */
export const count = (many: number): string => many.toLocaleString('en-US');

/** A word as English counts it: row or rows, is or are. */
export const plural = (many: number, one: string, several = `${one}s`): string => (many === 1 ? one : several);

/** So many of something, in English: 1 row, 12 labelled rows. Korean has one form. */
export const counted = (many: number, one: string, several?: string): string => `${many} ${plural(many, one, several)}`;

/** Bytes in powers of 1,000: 12 B, 1.5 kB, 2.0 MB, 3.2 GB. */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  // Rounded up, 999.96 kB would be 1000.0 kB.
  if (bytes < 999_950) return `${(bytes / 1e3).toFixed(1)} kB`;
  return bytes < 999_950_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A span of time: 12 ms, 3.4 s. */
export const duration = (ms: number): string => (ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
