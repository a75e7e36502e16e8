import type { PipelineEdge } from './document';

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

export const sameEnd = (a: WireEnd | null, b: WireEnd | null): boolean =>
  a?.nodeId === b?.nodeId && a?.port === b?.port;

export const sourceOf = (edge: PipelineEdge): string => parseEnd(edge.from).nodeId;
export const targetOf = (edge: PipelineEdge): string => parseEnd(edge.to).nodeId;
