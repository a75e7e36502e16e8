import { canConnect } from './can-connect';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { sameWire, wireEnd } from './wire';

/**
 * The two wires that would put a node into the middle of a wire, or null where it does not fit:
 * an input that is free, or takes many, takes what the wire carries, and an output gives what the wire's end wants.
 */
export function spliceWires(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  edge: PipelineEdge,
): { readonly into: PipelineEdge; readonly outOf: PipelineEdge } | null {
  if (!document.edges.some((wire) => sameWire(wire, edge))) return null;
  const node = catalog.compile(document).node(nodeId);
  if (node === undefined) return null;
  const without = { ...document, edges: document.edges.filter((wire) => !sameWire(wire, edge)) };
  const open = catalog.compile(without);
  for (const input of node.inputs) {
    const into = { from: edge.from, to: wireEnd(nodeId, input.name) };
    const connection = canConnect(open, into.from, into.to);
    if (!connection.ok || connection.replaces !== undefined) continue;
    const joined = catalog.compile({ ...without, edges: [...without.edges, into] });
    for (const output of node.outputs) {
      const outOf = { from: wireEnd(nodeId, output.name), to: edge.to };
      if (canConnect(joined, outOf.from, outOf.to).ok) return { into, outOf };
    }
  }
  return null;
}
