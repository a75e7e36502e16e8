import { wireEnd } from '../../graph/wire';
import type { SpecPipeline } from '../../nodes/catalog';
import type { Inputs, WireValue } from '../../nodes/contract/runner';
import { evaluationFigures } from '../evaluation-figures';
import type { Kinds } from '../kinds';
import type { RunReport } from '../report';
import type { StoredResult } from '../result-cache';
import { liveNodes } from './live-graph';

/** What the batch phase left for the loop. */
export interface BatchPhase {
  /** Nodes that completed it. */
  readonly completed: ReadonlySet<string>;
  /** What a live node gets on its batch inputs, by port. */
  readonly inputs: (nodeId: string) => Inputs;
  /** What evaluation found of a model, by the output (`NODE.PORT`) that gave it. */
  readonly evaluated: ReadonlyMap<string, Readonly<Record<string, number | null>>>;
}

/**
 * What a finished run left for the loop: the inputs of live nodes and the figures of evaluated models. `recall` gives
 * what a node made, by its id.
 */
export async function batchPhase(
  pipeline: SpecPipeline,
  kinds: Kinds,
  report: RunReport,
  recall: (nodeId: string) => Promise<StoredResult>,
): Promise<BatchPhase> {
  const completed = new Set(
    Object.entries(report.nodes).flatMap(([id, { status }]) => (status === 'completed' ? [id] : [])),
  );
  const inputs = new Map<string, Inputs>();
  for (const { node, given } of liveNodes(pipeline, kinds, completed)) {
    const values: Record<string, WireValue | readonly WireValue[]> = {};
    for (const { port, from, many } of given) {
      const found: WireValue[] = [];
      for (const end of from) {
        const value = (await recall(end.nodeId)).outputs[end.port];
        if (value !== undefined) found.push(value);
      }
      const [one] = found;
      if (many) values[port] = found;
      else if (one !== undefined) values[port] = one;
    }
    inputs.set(node.id, values);
  }
  return {
    completed,
    inputs: (nodeId) => inputs.get(nodeId) ?? {},
    evaluated: evaluatedModels(pipeline, report),
  };
}

function evaluatedModels(pipeline: SpecPipeline, report: RunReport): BatchPhase['evaluated'] {
  const found = new Map<string, Readonly<Record<string, number | null>>>();
  for (const { id, outputs } of pipeline.nodes) {
    for (const { name, type } of outputs) {
      if (type !== 'model') continue;
      const figures = evaluationFigures(pipeline, report, { nodeId: id, port: name });
      if (figures !== null) found.set(wireEnd(id, name), figures);
    }
  }
  return found;
}
