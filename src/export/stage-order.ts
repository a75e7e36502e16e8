import { STAGES, type Stage } from '../graph/kind-shape';
import type { CompiledNode, CompiledWire } from '../graph/pipeline';
import type { SpecPipeline } from '../nodes/catalog';
import type { AnySpec } from '../nodes/contract/kind';

interface Staged {
  readonly node: CompiledNode<AnySpec>;
  readonly stage: Stage;
}

/**
 * The nodes in the order of the stages, each behind all that it needs. A node stands in its own stage, but for two: what a
 * stream hands out before the loop begins stands where it is first used, and what needs something of a later stage stands
 * in that one.
 */
export function inStages(pipeline: SpecPipeline): readonly Staged[] {
  const places = new Map<string, number>();
  const placeOf = (id: string): number => places.get(id) ?? 0;
  for (const { id, spec } of pipeline.sequence.toReversed()) {
    const users =
      spec?.role === 'stream'
        ? pipeline
            .outOf(id)
            .filter(isBatch)
            .map(({ to }) => placeOf(to.nodeId))
        : [];
    places.set(id, Math.min(STAGES.indexOf(spec?.stage ?? 'ingest'), ...users));
  }
  for (const { id } of pipeline.sequence) {
    const needed = pipeline.into(id).filter(isBatch);
    places.set(id, Math.max(placeOf(id), ...needed.map(({ from }) => placeOf(from.nodeId))));
  }
  return STAGES.flatMap((stage, at) =>
    pipeline.sequence.flatMap((node) => (placeOf(node.id) === at ? [{ node, stage }] : [])),
  );
}

const isBatch = ({ ordering, input }: CompiledWire): boolean => ordering && input?.live !== 'only';
