import type { Pipeline } from '../graph/pipeline';
import type { WireEnd } from '../graph/wire';
import type { NodeReport, RunReport } from './report';

/** Headline figures by name; null where one is undefined. */
export type Figures = Readonly<Record<string, number | null>>;

/** What a run found of the model of an output, by the first of its evaluations that completed; null where none did. */
export function evaluationFigures(pipeline: Pipeline, report: RunReport, output: WireEnd): Figures | null {
  for (const { id } of pipeline.evaluationsOf(output)) {
    const metrics = report.nodes[id]?.metrics;
    if (metrics !== undefined) return plainFigures(metrics);
  }
  return null;
}

/** The headline figures of a node's report, without those of its other parts. */
function plainFigures(metrics: NonNullable<NodeReport['metrics']>): Figures {
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([name, value]) =>
      value === null || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}
