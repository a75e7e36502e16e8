import { canConnect } from './can-connect';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import type { Pipeline } from './pipeline';
import { sourceOf, type WireEnd, wireEnd } from './wire';

/** Nodes that feed `nodeId`, nearest first, itself leading. */
export function feeding(pipeline: Pipeline, nodeId: string): readonly string[] {
  const found = [nodeId];
  for (const id of found) {
    for (const { from } of pipeline.into(id)) if (!found.includes(from.nodeId)) found.push(from.nodeId);
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
  const made: PipelineEdge[] = first === undefined ? [] : [first];
  const grow = (): Pipeline => catalog.compile({ ...document, edges: [...document.edges, ...made] });
  let grown = grow();
  const sources = feeding(catalog.compile(document), afterId).filter((id) => id !== nodeId);
  for (const input of grown.node(nodeId)?.inputs ?? []) {
    if (input.optional === true || input.feedback === true || grown.into(nodeId, input.name).length > 0) continue;
    const to = wireEnd(nodeId, input.name);
    const from = sources
      .flatMap((id) => (grown.node(id)?.outputs ?? []).map(({ name }) => wireEnd(id, name)))
      .find((end) => canConnect(grown, end, to).ok);
    if (from === undefined) continue;
    made.push({ from, to });
    grown = grow();
  }
  // A node none of whose inputs takes what the selected node gives was not meant to follow it.
  return made.some((edge) => sourceOf(edge) === afterId) ? made : [];
}

/** The wire between an open end and the first port of a node that fits it, or null. */
export function wireToEnd(
  pipeline: Pipeline,
  nodeId: string,
  end: WireEnd,
  side: 'outputs' | 'inputs',
): PipelineEdge | null {
  const fits = wiresBetween(pipeline, nodeId, end, side);
  // An input that takes one more wire before one that would lose its own.
  return (fits.find(({ replaces }) => !replaces) ?? fits[0])?.edge ?? null;
}

/** A wire that may be drawn. */
interface PossibleWire {
  readonly edge: PipelineEdge;
  /** Where it ends on the other side of the open end. */
  readonly other: WireEnd;
  /** Whether another wire would give way to it. */
  readonly replaces: boolean;
}

/** Every existing port that an open end may be wired to, with the wire that would result. */
export function wiresFromEnd(pipeline: Pipeline, end: WireEnd, side: 'outputs' | 'inputs'): readonly PossibleWire[] {
  return pipeline.nodes.flatMap(({ id }) => (id === end.nodeId ? [] : wiresBetween(pipeline, id, end, side)));
}

function wiresBetween(
  pipeline: Pipeline,
  nodeId: string,
  end: WireEnd,
  side: 'outputs' | 'inputs',
): readonly PossibleWire[] {
  const node = pipeline.node(nodeId);
  const open = wireEnd(end.nodeId, end.port);
  return ((side === 'outputs' ? node?.inputs : node?.outputs) ?? []).flatMap(({ name }): PossibleWire[] => {
    const here = wireEnd(nodeId, name);
    const edge = side === 'outputs' ? { from: open, to: here } : { from: here, to: open };
    const connection = canConnect(pipeline, edge.from, edge.to);
    if (!connection.ok) return [];
    return [{ edge, other: { nodeId, port: name }, replaces: connection.replaces !== undefined }];
  });
}
