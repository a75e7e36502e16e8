import type { PipelineNode } from '../../graph/document';
import { withoutNodes as idsWithout, type TickingInput, tickingNodes } from '../../graph/ticking';
import type { JsonObject } from '../../lib/json';
import type { Text } from '../../lib/text';
import type { SpecPipeline } from '../../nodes/catalog';
import type { LiveRunner } from '../../nodes/contract/live';
import type { Kinds } from '../kinds';

/** A node that takes part in the ticks. */
export interface LiveNode {
  readonly node: PipelineNode;
  readonly runner: LiveRunner;
  /** What its kind is called. */
  readonly title?: Text | undefined;
  readonly params: JsonObject;
  /** What it listens to in each tick. */
  readonly inputs: readonly TickingInput[];
  /** What the batch phase gave it. */
  readonly given: readonly TickingInput[];
  /** Whether rows get their answers from it: a tick in which it cannot give them is none. */
  readonly answers: boolean;
}

/** The live nodes among those that `completed` the batch phase, in the order in which they are asked. */
export function liveNodes(pipeline: SpecPipeline, kinds: Kinds, completed: ReadonlySet<string>): readonly LiveNode[] {
  return tickingNodes(pipeline).flatMap(({ node: { id, node, spec }, ...rest }): LiveNode[] => {
    const runner = kinds.live.get(node.kind);
    return runner === undefined || !completed.has(id)
      ? []
      : [{ node, runner, title: spec?.title, ...rest, answers: spec?.role === 'deployment' }];
  });
}

/** Those that still can take part: a node goes where one goes that it cannot do without. */
export function withoutNodes(nodes: readonly LiveNode[], left: ReadonlySet<string>): readonly LiveNode[] {
  const present = idsWithout(
    nodes.map(({ node: { id }, inputs }) => ({ id, inputs })),
    left,
  );
  return nodes.filter(({ node }) => present.has(node.id));
}
