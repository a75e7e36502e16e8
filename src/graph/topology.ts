import type { PipelineEdge } from './document';
import { portOf } from './kind-shape';
import { type NodeOrder, orderNodes } from './order-nodes';
import type { CompiledNode, CompiledWire } from './pipeline';
import { parseEnd } from './wire';

/** How nodes hang together, whatever their params and labels and wherever they stand. */
export interface Topology {
  readonly wires: readonly CompiledWire[];
  into(nodeId: string, port?: string): readonly CompiledWire[];
  outOf(nodeId: string, port?: string): readonly CompiledWire[];
  order(): NodeOrder;
  /** Whether nodes hang together in this way too, given that their wires are the same. */
  fits(nodes: readonly CompiledNode[]): boolean;
}

/** Joins nodes by wires; `before`, which was made of the same wires, where it still fits. */
export function joinNodes(
  nodes: readonly CompiledNode[],
  edges: readonly PipelineEdge[],
  before: Topology | undefined,
): Topology {
  if (before?.fits(nodes) === true) return before;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const into = new Map<string, CompiledWire[]>();
  const outOf = new Map<string, CompiledWire[]>();
  const wires = edges.map((edge): CompiledWire => {
    const [from, to] = [parseEnd(edge.from), parseEnd(edge.to)];
    const [source, target] = [byId.get(from.nodeId), byId.get(to.nodeId)];
    const output = portOf(source, 'outputs', from.port);
    const input = portOf(target, 'inputs', to.port);
    // A placeholder's outputs are not known: they may be there.
    const begins = output !== undefined || (source !== undefined && source.spec === undefined);
    const joins = begins && input !== undefined;
    const wire = { edge, from, to, output, input, joins, ordering: joins && input.feedback !== true };
    push(into, to.nodeId, wire);
    push(outOf, from.nodeId, wire);
    return wire;
  });
  let order: NodeOrder | undefined;
  return {
    wires,
    into: (nodeId, port) => at(into, nodeId, 'to', port),
    outOf: (nodeId, port) => at(outOf, nodeId, 'from', port),
    order: () => {
      order ??= orderNodes(
        nodes.map(({ id }) => id),
        wires.filter(({ ordering }) => ordering),
      );
      return order;
    },
    fits: (others) => others.length === nodes.length && others.every((other, index) => alike(other, nodes[index])),
  };
}

const alike = (a: CompiledNode, b: CompiledNode | undefined): boolean =>
  a === b || (a.id === b?.id && a.spec === b.spec && a.inputs === b.inputs && a.outputs === b.outputs);

const none: readonly CompiledWire[] = [];

function at(
  wires: ReadonlyMap<string, readonly CompiledWire[]>,
  nodeId: string,
  end: 'from' | 'to',
  port: string | undefined,
): readonly CompiledWire[] {
  const found = wires.get(nodeId) ?? none;
  return port === undefined ? found : found.filter((wire) => wire[end].port === port);
}

function push(wires: Map<string, CompiledWire[]>, nodeId: string, wire: CompiledWire): void {
  const known = wires.get(nodeId);
  if (known === undefined) wires.set(nodeId, [wire]);
  else known.push(wire);
}
