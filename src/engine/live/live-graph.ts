import { passThrough } from '../../graph/catalog';
import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { orderNodes } from '../../graph/order-nodes';
import type { WireEnd } from '../../graph/wire';
import { nodesById, parseEnd, wireEnd } from '../../graph/wire';
import type { JsonObject } from '../../lib/json';
import type { LiveRunner } from '../../nodes/live';
import type { Kinds } from '../kinds';

/** A node that takes part in the ticks. */
export interface LiveNode {
  readonly node: PipelineNode;
  readonly runner: LiveRunner;
  readonly params: JsonObject;
  /** What it listens to in each tick. */
  readonly inputs: readonly LiveInput[];
  /** What the batch phase gave it. */
  readonly given: readonly GivenInput[];
}

interface GivenInput {
  readonly port: string;
  readonly from: WireEnd;
}

export interface LiveInput extends GivenInput {
  /** Hears what was said in the tick before. */
  readonly feedback: boolean;
  readonly required: boolean;
}

/** The live nodes among those that `completed` the batch phase, in the order in which they are asked. */
export function liveNodes(
  document: PipelineDocument,
  kinds: Kinds,
  completed: ReadonlySet<string>,
): readonly LiveNode[] {
  const nodes = nodesById(document);
  const resolve = createResolver(document, kinds);
  return orderNodes(document, kinds.catalog).order.flatMap((id): LiveNode[] => {
    const node = nodes.get(id);
    const spec = kinds.catalog.kind(node?.kind ?? '');
    const runner = kinds.live.get(node?.kind ?? '');
    if (node === undefined || spec === undefined || runner === undefined) return [];
    if (node.mode !== 'on' || !completed.has(id)) return [];
    const parsed = spec.parseParams(node.params);
    if (!parsed.ok) return [];
    const inputs: LiveInput[] = [];
    const given: GivenInput[] = [];
    for (const port of spec.inputs) {
      const from = resolve(wireEnd(id, port.name));
      if (from === undefined) continue;
      const feedback = port.feedback === true;
      const input = { port: port.name, from };
      if (port.live === 'only') inputs.push({ ...input, feedback, required: port.optional !== true && !feedback });
      else if (!feedback) given.push(input);
    }
    return [{ node, runner, params: parsed.params, inputs, given }];
  });
}

/** Those that still can take part: a node goes where one goes that it cannot do without. */
export function withoutNodes(nodes: readonly LiveNode[], left: ReadonlySet<string>): readonly LiveNode[] {
  const present = new Set(nodes.map(({ node }) => node.id).filter((id) => !left.has(id)));
  for (let before = -1; before !== present.size; ) {
    before = present.size;
    for (const { node, inputs } of nodes) {
      if (inputs.some(({ required, from }) => required && !present.has(from.nodeId))) present.delete(node.id);
    }
  }
  return nodes.filter(({ node }) => present.has(node.id));
}

/** Which output really feeds an input (`NODE.PORT`): behind bypassed nodes, the one they let through. */
export function createResolver(
  document: PipelineDocument,
  { catalog }: Pick<Kinds, 'catalog'>,
): (to: string) => WireEnd | undefined {
  const nodes = nodesById(document);
  const wires = new Map<string, string>();
  for (const { from, to } of document.edges) if (!wires.has(to)) wires.set(to, from);
  return (to) => {
    const passed = new Set<string>();
    for (let at = wires.get(to); at !== undefined && !passed.has(at); ) {
      passed.add(at);
      const from = parseEnd(at);
      const node = nodes.get(from.nodeId);
      if (node?.mode !== 'bypassed') return from;
      const spec = catalog.kind(node.kind);
      const port = spec === undefined ? undefined : passThrough(spec).get(from.port);
      if (port === undefined || port === null) return undefined;
      at = wires.get(wireEnd(from.nodeId, port));
    }
    return undefined;
  };
}
