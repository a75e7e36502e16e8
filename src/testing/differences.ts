import { isObject, type Json } from '../lib/json';

export interface Difference {
  /** The way to the value. */
  readonly place: string;
  readonly old: Json | undefined;
  readonly new: Json | undefined;
}

/** Figures may differ by this share of the larger one. */
const TOLERANCE = 1e-6;
/** Below this a figure is nought. */
const NOUGHT = 1e-12;

/** Everything in which two values differ, figures by more than a millionth of themselves; counts must be equal. */
export function differencesOf(place: string, old: Json | undefined, now: Json | undefined): readonly Difference[] {
  if (typeof old === 'number' && typeof now === 'number') return sameFigure(old, now) ? [] : [{ place, old, new: now }];
  if (Array.isArray(old) && Array.isArray(now)) {
    const lengths = differencesOf(`${place}.length`, old.length, now.length);
    const both = old.slice(0, now.length);
    return [...lengths, ...both.flatMap((each, i) => differencesOf(`${place}[${i}]`, each, now[i]))];
  }
  if (isObject(old) && isObject(now)) {
    const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return fields.flatMap((field) => differencesOf(`${place}.${field}`, old[field], now[field]));
  }
  return old === now ? [] : [{ place, old, new: now }];
}

function sameFigure(a: number, b: number): boolean {
  if (Number.isInteger(a) && Number.isInteger(b)) return a === b;
  return Math.abs(a - b) <= Math.max(NOUGHT, TOLERANCE * Math.max(Math.abs(a), Math.abs(b)));
}
