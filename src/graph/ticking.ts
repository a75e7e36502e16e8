import type { JsonObject } from '../lib/json';
import type { KindShape } from './kind-shape';
import type { CompiledNode, Pipeline } from './pipeline';
import type { WireEnd } from './wire';

/** An input of a ticking node, and the outputs that feed it. */
export interface TickingInput {
  readonly port: string;
  /** One, or several in the order of their wires where the input takes many; there it may be none too. */
  readonly from: readonly WireEnd[];
  readonly many: boolean;
  /** Hears what was said in the tick before. */
  readonly feedback: boolean;
  /** Its node cannot do without; of several that feed it, without all of them. */
  readonly required: boolean;
}

/** A node that takes part in the loop's ticks. */
export interface TickingNode<K extends KindShape = KindShape> {
  readonly node: CompiledNode<K>;
  readonly params: JsonObject;
  /** What it listens to in each tick. */
  readonly inputs: readonly TickingInput[];
  /** What it is given once, before the first tick. */
  readonly given: readonly TickingInput[];
}

/** The nodes that take part in the ticks, in the order in which they are asked: those that are on and have a live port. */
export function tickingNodes<K extends KindShape>(pipeline: Pipeline<K>): readonly TickingNode<K>[] {
  return pipeline.order.flatMap((id): TickingNode<K>[] => {
    const node = pipeline.node(id);
    if (node?.mode !== 'on' || !node.parsed.ok) return [];
    if (![...node.inputs, ...node.outputs].some(({ live }) => live !== undefined)) return [];
    const inputs: TickingInput[] = [];
    const given: TickingInput[] = [];
    for (const { name, live, optional, feedback = false, many = false } of node.inputs) {
      const sources = pipeline.sources(id, name);
      if (sources.length === 0 && !many) continue;
      const from = many ? sources : sources.slice(0, 1);
      const input = { port: name, from, many, feedback, required: optional !== true && !feedback };
      if (live === 'only') inputs.push(input);
      else if (!feedback) given.push(input);
    }
    return [{ node, params: node.parsed.params, inputs, given }];
  });
}

/** Ids of those that still can take part without some: a node goes where one goes that it cannot do without. */
export function withoutNodes(
  nodes: readonly { readonly id: string; readonly inputs: readonly TickingInput[] }[],
  left: ReadonlySet<string>,
): ReadonlySet<string> {
  const present = new Set(nodes.map(({ id }) => id).filter((id) => !left.has(id)));
  for (let before = -1; before !== present.size; ) {
    before = present.size;
    for (const { id, inputs } of nodes) {
      const isFed = (input: TickingInput): boolean => input.from.some(({ nodeId }) => present.has(nodeId));
      if (inputs.some((input) => input.required && !isFed(input))) present.delete(id);
    }
  }
  return present;
}
