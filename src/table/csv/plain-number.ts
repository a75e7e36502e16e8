import type { RawColumn } from './raw-column';

const MINUS = 45;
const ZERO = 48;
const POWERS = Float64Array.from({ length: 16 }, (_, decimals) => Number(`1e${decimals}`));
/** Digits that surely fit a 32-bit integer. */
const SHORT = 9;
/** Digits whose value as an integer is surely exact; the value divided by a power of ten up to 10^22 is then rounded once, as Number() does. */
const EXACT = 15;

/**
 * Reads the number that begins at `start` and stores it in the row of the column. Returns where it ends, for the
 * caller to see whether the cell ends there as well. Where the digits are no plain number (none at all, leading
 * zeros, more than 15, -0, a point at the end) nothing is stored, and the end comes back as its complement (~end).
 */
export function readPlainNumber(
  bytes: Uint8Array,
  start: number,
  point: number,
  column: RawColumn,
  row: number,
): number {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  let p = first;
  let mantissa = 0;
  // Integer arithmetic, which may overflow: long numbers are read again below.
  let digit = ((bytes[p] ?? 0) - ZERO) >>> 0;
  while (digit <= 9) {
    mantissa = (Math.imul(mantissa, 10) + digit) | 0;
    digit = ((bytes[++p] ?? 0) - ZERO) >>> 0;
  }
  const whole = p - first;
  let decimals = 0;
  let dangling = false;
  if (digit === (point - ZERO) >>> 0 && whole > 0) {
    const fraction = p + 1;
    digit = ((bytes[++p] ?? 0) - ZERO) >>> 0;
    while (digit <= 9) {
      mantissa = (Math.imul(mantissa, 10) + digit) | 0;
      digit = ((bytes[++p] ?? 0) - ZERO) >>> 0;
    }
    decimals = p - fraction;
    dangling = decimals === 0;
  }
  const digits = whole + decimals;
  if (whole === 0 || dangling || digits > EXACT || (whole > 1 && bytes[first] === ZERO)) return ~p;
  const exact = digits <= SHORT ? mantissa : longMantissa(bytes, first, p);
  if (negative && exact === 0) return ~p;
  const value = decimals === 0 ? exact : exact / (POWERS[decimals] ?? 1);
  column.values[row] = negative ? -value : value;
  column.kinds[row] = decimals;
  return p;
}

/** The digits up to `end` as one integer, passing over the point. */
function longMantissa(bytes: Uint8Array, start: number, end: number): number {
  let mantissa = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - ZERO;
    if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
  }
  return mantissa;
}
