import type { PipelineNode } from './document';
import { STAGES, type Stage } from './kind-shape';
import type { CompiledNode } from './pipeline';
import { isRetraining } from './route/port-places';

/** The stage a node stands in: a placeholder tells by the first word of its kind, a group by most of what is within. */
export function stageOf({ spec, node }: CompiledNode): Stage {
  return spec?.stage ?? stageWithin(node) ?? 'prepare';
}

function stageWithin({ kind, group }: PipelineNode): Stage | undefined {
  if (group === undefined) return STAGES.find((stage) => stage === kind.split('.')[0]);
  const within = group.nodes.map(stageWithin);
  const count = (stage: Stage): number => within.filter((each) => each === stage).length;
  const [most] = STAGES.filter((stage) => count(stage) > 0).toSorted((a, b) => count(b) - count(a));
  return most;
}

/** The lane a node stands in: that of its stage, but a stream, where rows come in, stands where data comes in. */
export const laneOf = (node: CompiledNode): Stage =>
  stageOf(node) === 'retrain' && !isRetraining(node) && node.spec !== undefined ? 'ingest' : stageOf(node);
