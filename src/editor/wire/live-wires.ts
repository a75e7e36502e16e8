import { useEffect } from 'react';
import { create } from 'zustand';
import { useLive } from '../../store/live/live-store';
import type { ChampionChange } from '../../store/live/live-types';

/** Wires move for so long after a tick; at three ticks a second they never stand still. */
const DASH_MS = 420;
const SPOKEN_MS = 1_500;
/** How long the feedback wire shows who was promoted. */
const CHANGE_MS = 9_000;

interface LiveWires {
  /** A tick was made just now. */
  readonly ticking: boolean;
  /** Nodes that said something out of the ordinary just now: a trigger that fired, a model that was made. */
  readonly speaking: ReadonlySet<string>;
  /** The change of champion that was made just now, by deployment. */
  readonly changes: Readonly<Record<string, ChampionChange>>;
}

const quiet: LiveWires = { ticking: false, speaking: new Set(), changes: {} };

/** What runs along the live wires just now. */
export const useLiveWires = create<LiveWires>()(() => quiet);

/** Follows the ticks while the canvas is shown. */
export function useFollowTicks(): void {
  useEffect(() => {
    let dash: ReturnType<typeof setTimeout> | undefined;
    let spoken: ReturnType<typeof setTimeout> | undefined;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    let seen = useLive.getState().history.notable.length;
    const stop = useLive.subscribe((now, before) => {
      if (now.sessionId !== before.sessionId) {
        seen = 0;
        useLiveWires.setState(quiet);
      }
      if (now.revision === before.revision || now.cursor !== null) return;
      clearTimeout(dash);
      dash = setTimeout(() => useLiveWires.setState({ ticking: false }), DASH_MS);
      if (!useLiveWires.getState().ticking) useLiveWires.setState({ ticking: true });
      const fresh = now.history.notable.slice(seen);
      seen = now.history.notable.length;
      if (fresh.length > 0) {
        useLiveWires.setState({ speaking: new Set(fresh.map(({ nodeId }) => nodeId)) });
        clearTimeout(spoken);
        spoken = setTimeout(() => useLiveWires.setState({ speaking: quiet.speaking }), SPOKEN_MS);
      }
      const { championChange: change } = now;
      if (change === null || change === before.championChange) return;
      const { deployment } = change;
      useLiveWires.setState((state) => ({ changes: { ...state.changes, [deployment]: change } }));
      clearTimeout(timers.get(deployment));
      timers.set(
        deployment,
        setTimeout(
          () => useLiveWires.setState(({ changes: { [deployment]: _, ...rest } }) => ({ changes: rest })),
          CHANGE_MS,
        ),
      );
    });
    return () => {
      stop();
      for (const timer of [dash, spoken, ...timers.values()]) clearTimeout(timer);
      useLiveWires.setState(quiet);
    };
  }, []);
}
