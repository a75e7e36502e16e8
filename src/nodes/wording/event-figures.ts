import { rounded } from '../../lib/figures';

/*
 * Figures in events and in their sentences. Timelines are compared to the byte with those of before, so that these stay
 * as they are: what goes into no event is said by `lib/figures.ts`.
 */

/** Inside a sentence: four digits that count, whole numbers whole. */
export function shown(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(rounded(value));
}

/** Likewise, where many stand in one sentence: three digits that count. */
export const shownBriefly = (value: number): string => String(rounded(value, 3));

/** Two figures that differ, in as few digits from three on as tell them apart. */
export function shownApart(one: number, other: number): readonly [string, string] {
  for (let digits = 3; digits < 15; digits++) {
    const [a, b] = [String(rounded(one, digits)), String(rounded(other, digits))];
    if (a !== b || one === other) return [a, b];
  }
  return [String(one), String(other)];
}

/** A share in whole percent, or with one decimal below 10. */
export function wholePercent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} %`;
}

/**
 * For an event or a status: nine digits that count, so that the last bits, in which engines
 * differ, never reach it. What is not finite is null.
 */
export function steady(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : rounded(value, 9);
}
