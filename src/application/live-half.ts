import { type Kinds, withLive } from '../engine/kinds';
import { runLive } from '../engine/live/run-live';
import { liveRunners } from '../nodes/live-runners';

/** What only the loop needs of the engine: most pages run something before they go live, if they ever do. */
export interface LiveHalf {
  readonly runLive: typeof runLive;
  readonly kinds: Kinds;
}

/** The loop over these kinds, with their live halves. */
export const liveHalf = (kinds: Kinds): LiveHalf => ({ runLive, kinds: withLive(kinds, liveRunners) });
