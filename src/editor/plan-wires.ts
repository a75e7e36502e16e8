import { canConnect } from '../graph/can-connect';
import type { Catalog } from '../graph/catalog';
import type { PipelineDocument, PipelineEdge, PipelineNode } from '../graph/document';
import { nodesById, parseEnd, sourceOf, targetOf, wireEnd, wireInto } from '../graph/wire';

const withWire = (document: PipelineDocument, edge: PipelineEdge): PipelineDocument => ({
  ...document,
  edges: [...document.edges, edge],
});

/** Nodes that feed `nodeId`, nearest first, itself leading. */
function feeding(document: PipelineDocument, nodeId: string): readonly string[] {
  const found = [nodeId];
  for (let i = 0; i < found.length; i++) {
    for (const edge of document.edges) {
      if (targetOf(edge) === found[i] && !found.includes(sourceOf(edge))) found.push(sourceOf(edge));
    }
  }
  return found;
}

/**
 * Wires a node that has just been put after `afterId`: each required input that
 * is still free takes the nearest output, counted back from there, that fits it.
 * An evaluation put after a model so finds both the model and its table.
 */
export function wiresAfter(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  afterId: string,
  first?: PipelineEdge,
): readonly PipelineEdge[] {
  const nodes = nodesById(document);
  const kind = catalog.kind(nodes.get(nodeId)?.kind ?? '');
  if (kind === undefined) return [];
  const made: PipelineEdge[] = first === undefined ? [] : [first];
  let grown = first === undefined ? document : withWire(document, first);
  const sources = feeding(document, afterId).filter((id) => id !== nodeId);
  for (const input of kind.inputs) {
    const to = wireEnd(nodeId, input.name);
    if (input.optional === true || input.feedback === true || wireInto(grown, to) !== undefined) continue;
    const from = sources
      .flatMap((id) => (catalog.kind(nodes.get(id)?.kind ?? '')?.outputs ?? []).map((port) => wireEnd(id, port.name)))
      .find((end) => canConnect(grown, catalog, end, to).ok);
    if (from === undefined) continue;
    const edge = { from, to };
    made.push(edge);
    grown = withWire(grown, edge);
  }
  // A node none of whose inputs takes what the selected node gives was not meant to follow it.
  return made.some((edge) => sourceOf(edge) === afterId) ? made : [];
}

/** The wire between an open end and the first port of `node` that fits it, or null. `document` must hold the node. */
export function wireToEnd(
  document: PipelineDocument,
  catalog: Catalog,
  node: Pick<PipelineNode, 'id' | 'kind'>,
  end: string,
  side: 'outputs' | 'inputs',
): PipelineEdge | null {
  const kind = catalog.kind(node.kind);
  if (kind === undefined) return null;
  const ports = side === 'outputs' ? kind.inputs : kind.outputs;
  const edges = ports.map((port) => {
    const here = wireEnd(node.id, port.name);
    return side === 'outputs' ? { from: end, to: here } : { from: here, to: end };
  });
  const fits = edges.filter((edge) => canConnect(document, catalog, edge.from, edge.to).ok);
  // A free input before one that would lose its wire.
  return fits.find((edge) => wireInto(document, edge.to) === undefined) ?? fits[0] ?? null;
}

/** Every existing port that an open end may be wired to, as the wires that would result. */
export function wiresFromEnd(
  document: PipelineDocument,
  catalog: Catalog,
  end: string,
  side: 'outputs' | 'inputs',
): readonly PipelineEdge[] {
  const own = parseEnd(end).nodeId;
  return document.nodes.flatMap((node) => {
    if (node.id === own) return [];
    const kind = catalog.kind(node.kind);
    const ports = side === 'outputs' ? (kind?.inputs ?? []) : (kind?.outputs ?? []);
    return ports
      .map((port) => wireEnd(node.id, port.name))
      .map((here) => (side === 'outputs' ? { from: end, to: here } : { from: here, to: end }))
      .filter((edge) => canConnect(document, catalog, edge.from, edge.to).ok);
  });
}
