import type { NodeReport } from '../report';

/** The headline figures of a node's report, without those of its other parts. */
export function plainFigures(metrics: NodeReport['metrics']): Readonly<Record<string, number | null>> {
  const figures: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(metrics ?? {})) {
    if (value === null || typeof value === 'number') figures[name] = value;
  }
  return figures;
}
