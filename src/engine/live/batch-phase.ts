import { portOf } from '../../graph/catalog';
import type { PipelineDocument } from '../../graph/document';
import { wireEnd } from '../../graph/wire';
import type { Inputs, WireValue } from '../../nodes/runner';
import type { Kinds } from '../kinds';
import type { RunReport } from '../report';
import type { StoredResult } from '../result-cache';
import { createResolver, liveNodes } from './live-graph';
import { plainFigures } from './plain-figures';

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
  document: PipelineDocument,
  kinds: Kinds,
  report: RunReport,
  recall: (nodeId: string) => Promise<StoredResult>,
): Promise<BatchPhase> {
  const completed = new Set(
    Object.entries(report.nodes).flatMap(([id, { status }]) => (status === 'completed' ? [id] : [])),
  );
  const inputs = new Map<string, Inputs>();
  for (const { node, given } of liveNodes(document, kinds, completed)) {
    const values: Record<string, WireValue> = {};
    for (const { port, from } of given) {
      const value = (await recall(from.nodeId)).outputs[from.port];
      if (value !== undefined) values[port] = value;
    }
    inputs.set(node.id, values);
  }
  return {
    completed,
    inputs: (nodeId) => inputs.get(nodeId) ?? {},
    evaluated: evaluatedModels(document, kinds, report),
  };
}

function evaluatedModels(document: PipelineDocument, kinds: Kinds, report: RunReport): BatchPhase['evaluated'] {
  const resolve = createResolver(document, kinds);
  const found = new Map<string, Readonly<Record<string, number | null>>>();
  for (const { id, kind } of document.nodes) {
    const spec = kinds.catalog.kind(kind);
    const metrics = report.nodes[id]?.metrics;
    if (spec === undefined || metrics === undefined) continue;
    if (!spec.outputs.some(({ type, live }) => type === 'report' && live === undefined)) continue;
    for (const { name } of spec.inputs) {
      if (portOf(spec, 'inputs', name)?.type !== 'model') continue;
      const from = resolve(wireEnd(id, name));
      const end = from === undefined ? '' : wireEnd(from.nodeId, from.port);
      if (!found.has(end)) found.set(end, plainFigures(metrics));
    }
  }
  return found;
}
