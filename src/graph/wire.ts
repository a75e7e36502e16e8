import type { PipelineDocument, PipelineEdge, PipelineNode } from './document';

/** One end of a wire, taken apart. */
export interface WireEnd {
  readonly nodeId: string;
  readonly port: string;
}

/** Takes `scale1.table` apart. */
export function parseEnd(end: string): WireEnd {
  const dot = end.indexOf('.');
  return dot < 0 ? { nodeId: end, port: '' } : { nodeId: end.slice(0, dot), port: end.slice(dot + 1) };
}

/** The wire end `NODE.PORT`. */
export const wireEnd = (nodeId: string, port: string): string => `${nodeId}.${port}`;

/** Text that is equal for equal wires. */
export const wireKey = (edge: PipelineEdge): string => `${edge.from} ${edge.to}`;

export const sameWire = (a: PipelineEdge, b: PipelineEdge): boolean => a.from === b.from && a.to === b.to;

export const sourceOf = (edge: PipelineEdge): string => parseEnd(edge.from).nodeId;
export const targetOf = (edge: PipelineEdge): string => parseEnd(edge.to).nodeId;

export function nodesById(document: PipelineDocument): ReadonlyMap<string, PipelineNode> {
  return new Map(document.nodes.map((node) => [node.id, node]));
}

/** The wire that ends at an input, if any. */
export function wireInto(document: PipelineDocument, to: string): PipelineEdge | undefined {
  return document.edges.find((edge) => edge.to === to);
}
