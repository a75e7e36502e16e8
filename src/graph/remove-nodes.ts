import { canConnect } from './can-connect';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { passThrough } from './kind-shape';
import type { CompiledWire } from './pipeline';
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
    edges =
      what.heal === true ? healed({ ...document, edges }, id, catalog) : edges.filter((edge) => !touches(edge, id));
  }
  const notes = document.notes.filter((note) => !notesGone.has(note.id));
  if (gone.size === 0 && edges.length === document.edges.length && notes.length === document.notes.length) {
    return document;
  }
  return { ...document, nodes: document.nodes.filter((node) => !gone.has(node.id)), edges, notes };
}

const touches = (edge: PipelineEdge, nodeId: string): boolean => sourceOf(edge) === nodeId || targetOf(edge) === nodeId;

/**
 * The wires without those of a node: what it was fed goes to what it fed, where the types agree, in the place of the
 * wires that go. An input that takes several wires gets all that fed the node there; one that takes one, the first.
 */
function healed(document: PipelineDocument, nodeId: string, catalog: Catalog): PipelineEdge[] {
  const pipeline = catalog.compile(document);
  const own = pipeline.node(nodeId);
  const through = own === undefined ? new Map<string, string | null>() : passThrough(own);
  // What a placeholder takes and gives is not known: its wires count as they are drawn.
  const counts = ({ joins }: CompiledWire): boolean => joins || own?.spec === undefined;
  const incoming = pipeline.into(nodeId).filter((wire) => wire.from.nodeId !== nodeId && counts(wire));
  let edges = document.edges;
  for (const { edge, from, to, input } of pipeline.outOf(nodeId).filter(counts)) {
    if (to.nodeId === nodeId || input === undefined) continue;
    // What was heard a tick late is not what an ordinary input hears.
    const inTime = incoming.filter((wire) => wire.input?.feedback !== true || input.feedback === true);
    const fits = inTime.filter((wire) => wire.from.nodeId !== to.nodeId && wire.output?.type === input.type);
    const feeding = fits.find((wire) => wire.to.port === through.get(from.port)) ?? fits[0];
    const all = fits.filter((wire) => wire.to.port === feeding?.to.port);
    for (const wire of input.many === true ? all : all.slice(0, 1)) {
      const drawn = { from: wire.edge.from, to: edge.to };
      const rest = edges.filter((other) => !touches(other, nodeId));
      if (!canConnect(catalog.compile({ ...document, edges: rest }), drawn.from, drawn.to).ok) continue;
      edges = edges.toSpliced(edges.indexOf(edge), 0, drawn);
    }
  }
  return edges.filter((edge) => !touches(edge, nodeId));
}
