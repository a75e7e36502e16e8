import { canConnect } from './can-connect';
import { type Catalog, passThrough, portOf } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { nodesById, parseEnd, sourceOf, targetOf, wireKey } from './wire';

/** Takes nodes, their wires, further wires and notes out; `heal` joins what stood on both sides of each node. */
export function removeFrom(
  document: PipelineDocument,
  what: {
    readonly nodeIds: readonly string[];
    readonly edges: readonly PipelineEdge[];
    readonly noteIds: readonly string[];
    readonly heal?: boolean;
  },
  catalog: Catalog,
): PipelineDocument {
  const nodes = nodesById(document);
  const gone = new Set(what.nodeIds.filter((id) => nodes.has(id)));
  const cut = new Set(what.edges.map(wireKey));
  const notesGone = new Set(what.noteIds);
  let edges = document.edges.filter((edge) => !cut.has(wireKey(edge)));
  for (const id of gone) {
    const healed = what.heal === true ? healedWires({ ...document, edges }, id, catalog) : [];
    edges = edges.filter((edge) => sourceOf(edge) !== id && targetOf(edge) !== id);
    for (const edge of healed) {
      if (canConnect({ ...document, edges }, catalog, edge.from, edge.to).ok) edges = [...edges, edge];
    }
  }
  const notes = document.notes.filter((note) => !notesGone.has(note.id));
  if (gone.size === 0 && edges.length === document.edges.length && notes.length === document.notes.length) {
    return document;
  }
  return { ...document, nodes: document.nodes.filter((node) => !gone.has(node.id)), edges, notes };
}

/** The wires that may take a node's place: what it was fed goes to what it fed, where the types agree. */
function healedWires(document: PipelineDocument, nodeId: string, catalog: Catalog): PipelineEdge[] {
  const nodes = nodesById(document);
  const kindAt = (id: string) => catalog.kind(nodes.get(id)?.kind ?? '');
  const own = kindAt(nodeId);
  const through = own === undefined ? new Map<string, string | null>() : passThrough(own);
  const incoming = document.edges.filter((edge) => targetOf(edge) === nodeId && sourceOf(edge) !== nodeId);
  const healed: PipelineEdge[] = [];
  for (const edge of document.edges) {
    const from = parseEnd(edge.from);
    const to = parseEnd(edge.to);
    if (from.nodeId !== nodeId || to.nodeId === nodeId) continue;
    const wanted = portOf(kindAt(to.nodeId), 'inputs', to.port)?.type;
    const fits = incoming.filter((wire) => {
      const start = parseEnd(wire.from);
      return start.nodeId !== to.nodeId && portOf(kindAt(start.nodeId), 'outputs', start.port)?.type === wanted;
    });
    const feeding = fits.find((wire) => parseEnd(wire.to).port === through.get(from.port)) ?? fits[0];
    if (wanted !== undefined && feeding !== undefined) healed.push({ from: feeding.from, to: edge.to });
  }
  return healed;
}
