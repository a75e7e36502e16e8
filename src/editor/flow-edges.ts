import { portOf } from '../graph/catalog';
import type { PipelineDocument, PipelineEdge, PipelineNode } from '../graph/document';
import { nodesById, parseEnd, sameWire, wireKey } from '../graph/wire';
import { catalog } from '../nodes/catalog';
import type { Selection } from '../store/types';
import type { FlowEdge } from './flow-types';
import { portTop } from './geometry';

/** What a screen reader says of the wire between two nodes. */
export type NameWire = (from: PipelineNode, to: PipelineNode) => string;

/** Keeps React Flow's edges in step with the document; a wire that has not changed stays the same object. */
export function createFlowEdges(): (
  document: PipelineDocument,
  selection: Selection,
  nameWire: NameWire,
) => FlowEdge[] {
  let cache = new Map<string, FlowEdge>();
  return (document, selection, nameWire) => {
    const nodes = nodesById(document);
    const next = new Map<string, FlowEdge>();
    for (const edge of document.edges) {
      const made = flowEdge(edge, nodes, selection, nameWire);
      if (made === null) continue;
      const known = cache.get(made.id);
      const same =
        known !== undefined &&
        known.selected === made.selected &&
        known.ariaLabel === made.ariaLabel &&
        known.data?.type === made.data?.type &&
        known.data?.feedback === made.data?.feedback;
      next.set(made.id, same ? known : made);
    }
    cache = next;
    return [...next.values()];
  };
}

function flowEdge(
  edge: PipelineEdge,
  nodes: ReturnType<typeof nodesById>,
  selection: Selection,
  nameWire: NameWire,
): FlowEdge | null {
  const from = parseEnd(edge.from);
  const to = parseEnd(edge.to);
  const source = nodes.get(from.nodeId);
  const target = nodes.get(to.nodeId);
  if (source === undefined || target === undefined) return null;
  const sourceKind = catalog.kind(source.kind);
  const targetKind = catalog.kind(target.kind);
  const output = portOf(sourceKind, 'outputs', from.port);
  const input = portOf(targetKind, 'inputs', to.port);
  // A port that a known kind does not have cannot be drawn; the list of problems names the wire.
  if ((sourceKind !== undefined && output === undefined) || (targetKind !== undefined && input === undefined))
    return null;
  return {
    id: wireKey(edge),
    type: 'wire',
    source: from.nodeId,
    sourceHandle: from.port,
    target: to.nodeId,
    targetHandle: to.port,
    ariaLabel: nameWire(source, target),
    selected: selection.edges.some((chosen) => sameWire(chosen, edge)),
    data: {
      edge,
      type: output?.type ?? input?.type ?? 'signal',
      feedback: input?.feedback === true,
      live: output?.live !== undefined && input?.live !== undefined,
      inset: portTop(Math.max(0, targetKind?.inputs.findIndex((port) => port.name === to.port) ?? 0)),
    },
  };
}
