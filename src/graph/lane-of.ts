import { STAGES, type Stage } from './kind-shape';
import type { CompiledNode } from './pipeline';
import { isRetraining } from './route/port-places';

/** The stage a node stands in; a placeholder tells by the first word of its kind. */
export function stageOf({ spec, node }: CompiledNode): Stage {
  const word = node.kind.split('.')[0];
  return spec?.stage ?? STAGES.find((stage) => stage === word) ?? 'prepare';
}

/** The lane a node stands in: that of its stage, but a stream, where rows come in, stands where data comes in. */
export const laneOf = (node: CompiledNode): Stage =>
  stageOf(node) === 'retrain' && !isRetraining(node) && node.spec !== undefined ? 'ingest' : stageOf(node);
