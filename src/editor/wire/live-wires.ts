import { useEffect } from 'react';
import { create } from 'zustand';
import { useLive } from '../../store/live/live-store';
import type { LiveTurn } from '../../store/live/live-types';

/** Wires move for so long after a tick; at three ticks a second they never stand still. */
const DASH_MS = 420;
const SPOKEN_MS = 1_500;
/** How long the feedback wire shows who was promoted. */
const TURN_MS = 9_000;

interface LiveWires {
  /** A tick was made just now. */
  readonly ticking: boolean;
  /** Nodes that said something out of the ordinary just now: a trigger that fired, a model that was made. */
  readonly speaking: ReadonlySet<string>;
  /** The change of champion that was made just now, by deployment. */
  readonly turns: Readonly<Record<string, LiveTurn>>;
}

const quiet: LiveWires = { ticking: false, speaking: new Set(), turns: {} };

/** What runs along the live wires just now. */
export const useLiveWires = create<LiveWires>()(() => quiet);

/** Follows the ticks while the canvas is shown. */
export function useFollowTicks(): void {
  useEffect(() => {
    let dash: ReturnType<typeof setTimeout> | undefined;
    let spoken: ReturnType<typeof setTimeout> | undefined;
    const turns = new Map<string, ReturnType<typeof setTimeout>>();
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
      const { turn } = now;
      if (turn === null || turn === before.turn) return;
      const { deployment } = turn;
      useLiveWires.setState((state) => ({ turns: { ...state.turns, [deployment]: turn } }));
      clearTimeout(turns.get(deployment));
      turns.set(
        deployment,
        setTimeout(
          () => useLiveWires.setState(({ turns: { [deployment]: _, ...rest } }) => ({ turns: rest })),
          TURN_MS,
        ),
      );
    });
    return () => {
      stop();
      for (const timer of [dash, spoken, ...turns.values()]) clearTimeout(timer);
      useLiveWires.setState(quiet);
    };
  }, []);
}
