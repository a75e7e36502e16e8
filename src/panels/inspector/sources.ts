import type { CompiledWire, Pipeline } from '../../graph/pipeline';
import type { PortSpec } from '../../nodes/contract/kind';

/** What is wired to an input that takes many, in its order. */
export interface OrderedSources {
  readonly port: PortSpec;
  readonly wires: readonly CompiledWire[];
}

/** The inputs of a node that take many wires, with those. */
export function orderedSources(pipeline: Pipeline, nodeId: string): readonly OrderedSources[] {
  const inputs = pipeline.node(nodeId)?.inputs ?? [];
  return inputs.filter(({ many }) => many === true).map((port) => ({ port, wires: pipeline.into(nodeId, port.name) }));
}

/** The wires that wait for a port which the node does not have, with its present params or at all. */
export function waitingWires(pipeline: Pipeline, nodeId: string): readonly CompiledWire[] {
  if (pipeline.node(nodeId)?.spec === undefined) return [];
  return [
    ...pipeline.into(nodeId).filter(({ input }) => input === undefined),
    ...pipeline.outOf(nodeId).filter(({ output }) => output === undefined),
  ].filter(({ from, to }) => pipeline.node(from.nodeId) !== undefined && pipeline.node(to.nodeId) !== undefined);
}
