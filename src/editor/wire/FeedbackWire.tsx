import { BaseEdge, EdgeLabelRenderer } from '@xyflow/react';
import { CornerLeftUp, Undo2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useT } from '../../i18n/use-t';
import { shownChange } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import type { ChampionChange } from '../../store/live/live-types';
import { useTell } from '../../store/live/wording';
import { useLiveWires } from './live-wires';
import type { Way } from './use-route';

/** The champion that changed at a wire's deployment just now, or in the tick looked at. */
export function useChampionChange(deployment: string): ChampionChange | null {
  const now = useLiveWires((state) => state.changes[deployment] ?? null);
  const then = useLive((state) => (state.cursor === null ? null : shownChange(state, deployment)?.tick)) ?? null;
  return useMemo(() => (then === null ? now : shownChange(useLive.getState(), deployment)), [now, then, deployment]);
}

/** What runs along the wire when a model is promoted, and says which. Without motion the lit wire and the label stay. */
export function ChangeMark({ path, change }: { path: Way; change: ChampionChange }): ReactNode {
  const { t } = useT();
  const tell = useTell();
  const number = useLive(({ history }) => history.numberOf(change.version, change.deployment) ?? change.number);
  const Mark = change.because === 'promote' ? CornerLeftUp : Undo2;
  return (
    <>
      <BaseEdge path={path.d} className="mr-change-track" interactionWidth={0} />
      <path key={change.tick} d={path.d} pathLength={100} className="mr-change-pulse" />
      <EdgeLabelRenderer>
        <div
          className="mr-change-label nodrag nopan"
          role="status"
          title={tell(change.why, useLive.getState().history)}
          style={{ transform: `translate(-50%, -50%) translate(${path.label.x}px, ${path.label.y}px)` }}
        >
          <Mark size={14} strokeWidth={2.25} aria-hidden="true" />
          {t(change.because === 'promote' ? 'loop.promoted' : 'loop.rolledBack', { n: number })}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
