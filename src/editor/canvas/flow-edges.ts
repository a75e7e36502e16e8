import type { PipelineDocument, PipelineNode } from '../../graph/document';
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
  chosen: Selection['edges'],
  nameWire: NameWire,
) => FlowEdge[] {
  let cache = new Map<string, FlowEdge>();
  return (document, chosen, nameWire) => {
    const pipeline = catalog.compile(document);
    const next = new Map<string, FlowEdge>();
    for (const wire of pipeline.wires) {
      const made = flowEdge(wire, pipeline, chosen, nameWire);
      if (made === null) continue;
      const known = cache.get(made.id);
      const same =
        known !== undefined &&
        known.selected === made.selected &&
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

const NOT_A_STOP = { tabIndex: -1 };
const STOP = { tabIndex: 0 };

/** With the one wire that Tab comes to, of the chosen node where one is; arrow keys lead on from it. */
export function withTabStop(edges: FlowEdge[], [node]: Selection['nodes']): FlowEdge[] {
  const stop =
    edges.find(({ selected }) => selected === true) ??
    edges.find(({ source }) => source === node) ??
    edges.find(({ target }) => target === node) ??
    edges[0];
  return edges.map((edge) => (edge === stop ? { ...edge, domAttributes: STOP } : edge));
}

function flowEdge(
  wire: CompiledWire,
  pipeline: Pipeline,
  chosen: Selection['edges'],
  nameWire: NameWire,
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
    domAttributes: NOT_A_STOP,
    ariaLabel: nameWire(source.node, target.node, place),
    selected: chosen.some((one) => sameWire(one, edge)),
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
