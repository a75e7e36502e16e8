import { canConnect } from './can-connect';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { passThrough } from './kind-shape';
import { sourceOf, targetOf, wireKey } from './wire';

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
  const { node } = catalog.compile(document);
  const gone = new Set(what.nodeIds.filter((id) => node(id) !== undefined));
  const cut = new Set(what.edges.map(wireKey));
  const notesGone = new Set(what.noteIds);
  let edges = document.edges.filter((edge) => !cut.has(wireKey(edge)));
  for (const id of gone) {
    const healed = what.heal === true ? healedWires({ ...document, edges }, id, catalog) : [];
    edges = edges.filter((edge) => sourceOf(edge) !== id && targetOf(edge) !== id);
    for (const edge of healed) {
      if (canConnect(catalog.compile({ ...document, edges }), edge.from, edge.to).ok) edges = [...edges, edge];
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
  const pipeline = catalog.compile(document);
  const own = pipeline.node(nodeId);
  const through = own === undefined ? new Map<string, string | null>() : passThrough(own);
  const incoming = pipeline.into(nodeId).filter(({ from }) => from.nodeId !== nodeId);
  const healed: PipelineEdge[] = [];
  for (const { edge, from, to, input } of pipeline.outOf(nodeId)) {
    if (to.nodeId === nodeId || input === undefined) continue;
    const fits = incoming.filter((wire) => wire.from.nodeId !== to.nodeId && wire.output?.type === input.type);
    const feeding = fits.find((wire) => wire.to.port === through.get(from.port)) ?? fits[0];
    if (feeding !== undefined) healed.push({ from: feeding.edge.from, to: edge.to });
  }
  return healed;
}
