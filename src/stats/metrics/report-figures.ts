import type { Text } from '../../lib/text';
import type { Figure } from './figure';

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
