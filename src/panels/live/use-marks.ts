import { useEffect, useMemo } from 'react';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LaneType } from './event-lanes';
import { useLiveView, useSampledLive } from './live-view';

/** The events that charts mark, of one deployment or of all. They grow in place. */
export function useMarks(types: readonly LaneType[], deployment: string | null): readonly (readonly LiveEvent[])[] {
  const { live, lanes } = useLiveView();
  const loops = useSampledLive(() => lanes.loops.length);
  useEffect(() => {
    const catchUp = (): void => lanes.catchUp(live.getState().history.events);
    catchUp();
    return live.subscribe(catchUp);
  }, [live, lanes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lanes grow in place; their number says when there are new ones
  return useMemo(
    () =>
      lanes.loops
        .filter((loop) => deployment === null || loop.deployment === deployment)
        .flatMap((loop) => types.map((type) => loop.lanes[type])),
    [lanes, loops, types, deployment],
  );
}
