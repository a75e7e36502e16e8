import type { PipelineDocument, PipelineNode } from './document';

/**
 * The document with each part that another has too taken from there, so that what was worked out of the same part is
 * found by identity; the other document where nothing differs. Copies, as they come from another thread, have no part
 * in common otherwise.
 */
export function withPartsOf(document: PipelineDocument, other: PipelineDocument | undefined): PipelineDocument {
  if (other === undefined || document === other) return document;
  const known = new Map(other.nodes.map((node) => [node.id, node]));
  const nodes = document.nodes.map((node): PipelineNode => {
    const old = known.get(node.id);
    if (old === undefined) return node;
    if (same(node, old)) return old;
    return same(node.params, old.params) ? { ...node, params: old.params } : node;
  });
  const shared: PipelineDocument = {
    ...document,
    nodes:
      nodes.length === other.nodes.length && nodes.every((node, i) => node === other.nodes[i]) ? other.nodes : nodes,
    edges: same(document.edges, other.edges) ? other.edges : document.edges,
  };
  const { nodes: _nodes, edges: _edges, ...rest } = shared;
  const { nodes: _, edges: __, ...otherRest } = other;
  return shared.nodes === other.nodes && shared.edges === other.edges && same(rest, otherRest) ? other : shared;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
