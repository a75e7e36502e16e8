/** A figure inside a sentence: four digits that count, whole numbers whole. */
export function shown(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** A share as a percentage inside a sentence. */
export const percent = (share: number): string => `${shown(share * 100)} %`;

/**
 * A figure for an event or a status: nine digits that count, so that the last bits, in which engines
 * differ, never reach it. What is not finite is null.
 */
export function steady(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(9));
}
