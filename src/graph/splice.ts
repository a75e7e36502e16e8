import { canConnect } from './can-connect';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { nodesById, sameWire, wireEnd, wireInto } from './wire';

/**
 * The two wires that would put a node into the middle of a wire, or null where it does not fit:
 * a free input takes what the wire carries, and an output gives what the wire's end wants.
 */
export function spliceWires(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  edge: PipelineEdge,
): { readonly into: PipelineEdge; readonly outOf: PipelineEdge } | null {
  if (!document.edges.some((wire) => sameWire(wire, edge))) return null;
  const kind = catalog.kind(nodesById(document).get(nodeId)?.kind ?? '');
  if (kind === undefined) return null;
  const without = { ...document, edges: document.edges.filter((wire) => !sameWire(wire, edge)) };
  for (const input of kind.inputs) {
    const into = { from: edge.from, to: wireEnd(nodeId, input.name) };
    if (wireInto(without, into.to) !== undefined || !canConnect(without, catalog, into.from, into.to).ok) continue;
    const joined = { ...without, edges: [...without.edges, into] };
    for (const output of kind.outputs) {
      const outOf = { from: wireEnd(nodeId, output.name), to: edge.to };
      if (canConnect(joined, catalog, outOf.from, outOf.to).ok) return { into, outOf };
    }
  }
  return null;
}
