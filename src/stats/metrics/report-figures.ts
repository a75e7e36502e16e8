import type { Text } from '../../lib/text';
import type { Figure } from './figure';
import type { Interval } from './intervals';

export type Figures = Readonly<Record<string, Figure>>;

/** Values by name, and the reasons of those that do not exist. */
export function splitFigures(figures: Figures): {
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly undefinedBecause: Readonly<Record<string, Text>>;
} {
  const metrics: Record<string, number | null> = {};
  const undefinedBecause: Record<string, Text> = {};
  for (const [name, { value, because }] of Object.entries(figures)) {
    metrics[name] = value;
    if (because !== undefined) undefinedBecause[name] = because;
  }
  return { metrics, undefinedBecause };
}

/** The intervals there are, of figures that exist. */
export function intervalsOf(
  metrics: Readonly<Record<string, number | null>>,
  intervals: Readonly<Record<string, Interval | null>>,
): Readonly<Record<string, Interval>> {
  const found: Record<string, Interval> = {};
  for (const [name, interval] of Object.entries(intervals)) {
    if (interval !== null && typeof metrics[name] === 'number') found[name] = interval;
  }
  return found;
}
