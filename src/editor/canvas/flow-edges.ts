import type { PipelineDocument, PipelineEdge, PipelineNode } from '../../graph/document';
import type { CompiledWire, Pipeline } from '../../graph/pipeline';
import { sameWire, wireKey } from '../../graph/wire';
import { catalog } from '../../nodes/catalog';
import type { Selection } from '../../store/document/document-state';
import type { FlowEdge } from './flow-types';

type Place = ReturnType<Pipeline['placeOf']>;

/** What a screen reader says of the wire between two nodes, and which it is of several at one input. */
export type NameWire = (from: PipelineNode, to: PipelineNode, place: Place) => string;

/** Keeps React Flow's edges in step with the document; a wire that has not changed stays the same object. */
export function createFlowEdges(): (
  document: PipelineDocument,
  selection: Selection,
  nameWire: NameWire,
) => FlowEdge[] {
  let cache = new Map<string, FlowEdge>();
  return (document, selection, nameWire) => {
    const pipeline = catalog.compile(document);
    const next = new Map<string, FlowEdge>();
    const stop = tabStop(pipeline, selection);
    for (const wire of pipeline.wires) {
      const made = flowEdge(wire, pipeline, selection, nameWire, stop);
      if (made === null) continue;
      const known = cache.get(made.id);
      const same =
        known !== undefined &&
        known.selected === made.selected &&
        known.domAttributes?.tabIndex === made.domAttributes?.tabIndex &&
        known.ariaLabel === made.ariaLabel &&
        known.data?.type === made.data?.type &&
        known.data?.feedback === made.data?.feedback &&
        known.data?.place?.at === made.data?.place?.at &&
        known.data?.place?.of === made.data?.place?.of;
      next.set(made.id, same ? known : made);
    }
    cache = next;
    return [...next.values()];
  };
}

/** The one wire that Tab comes to; arrow keys lead on from it. Of the chosen node, where one is. */
function tabStop({ wires }: Pipeline, { edges, nodes }: Selection): PipelineEdge | undefined {
  const [edge] = edges;
  const [node] = nodes;
  const first =
    wires.find(({ from }) => from.nodeId === node) ?? wires.find(({ to }) => to.nodeId === node) ?? wires[0];
  return edge ?? first?.edge;
}

function flowEdge(
  wire: CompiledWire,
  pipeline: Pipeline,
  selection: Selection,
  nameWire: NameWire,
  stop: PipelineEdge | undefined,
): FlowEdge | null {
  const { edge, from, to, output, input } = wire;
  const source = pipeline.node(from.nodeId);
  const target = pipeline.node(to.nodeId);
  if (source === undefined || target === undefined) return null;
  // A port that a known kind does not have cannot be drawn; the list of problems names the wire.
  if ((source.spec !== undefined && output === undefined) || (target.spec !== undefined && input === undefined))
    return null;
  const place = pipeline.placeOf(wire);
  return {
    id: wireKey(edge),
    type: 'wire',
    source: from.nodeId,
    sourceHandle: from.port,
    target: to.nodeId,
    targetHandle: to.port,
    domAttributes: { tabIndex: stop !== undefined && sameWire(edge, stop) ? 0 : -1 },
    ariaLabel: nameWire(source.node, target.node, place),
    selected: selection.edges.some((chosen) => sameWire(chosen, edge)),
    data: {
      edge,
      port: from.port,
      type: output?.type ?? input?.type ?? 'signal',
      feedback: input?.feedback === true,
      place,
      live: output?.live !== undefined && input?.live !== undefined,
    },
  };
}
