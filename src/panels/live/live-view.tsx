import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand';
import type { Message } from '../../lib/message';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LiveState } from '../../store/live/live-types';
import type { LiveClient } from '../../worker/live-protocol';
import type { Loops } from './deployments';
import type { EventLanes } from './event-lanes';
import { rangeOf, type TickAxis, type TickDomain, type TickRange } from './tick-axis';

/** What every part of the live panel draws from. */
export interface LiveView {
  readonly live: Pick<StoreApi<LiveState>, 'getState' | 'subscribe'>;
  readonly axis: StoreApi<TickAxis>;
  readonly loops: Loops;
  readonly lanes: EventLanes;
  readonly evidence: LiveClient['evidence'];
  /** What a node is called, and its kind; its id where the document no longer holds it. */
  readonly nameOf: (nodeId: string) => string;
  /** A sentence of the loop in the reader's language, versions called by their numbers. */
  readonly tell: (message: Message) => string;
  /** The CSS variable of a deployment's colour: the same in every chart. */
  readonly colourOf: (deployment: string) => string;
  readonly opened: LiveEvent | null;
  readonly open: (event: LiveEvent | null) => void;
}

const LiveViewContext = createContext<LiveView | null>(null);

export function LiveViewProvider({ view, children }: { view: LiveView; children: ReactNode }) {
  return <LiveViewContext value={view}>{children}</LiveViewContext>;
}

export function useLiveView(): LiveView {
  const view = useContext(LiveViewContext);
  if (view === null) throw new Error('a part of the live panel stands outside its LiveViewProvider');
  return view;
}

export const domainOf = ({ live }: Pick<LiveView, 'live'>): TickDomain => {
  const { history } = live.getState();
  return { first: Math.max(1, history.firstTick), last: history.lastTick };
};
export const shownRange = (view: Pick<LiveView, 'live' | 'axis'>): TickRange =>
  rangeOf(view.axis.getState(), domainOf(view));

/** How often words and tables follow the loop. Canvases follow every frame. */
const SAMPLE_MS = 250;

/** Part of the live state, read at most four times a second: for what React renders. `pick` gives what the state holds. */
export function useSampledLive<T>(pick: (state: LiveState) => T): T {
  const { live } = useLiveView();
  const subscribe = useMemo(() => throttled(live.subscribe, SAMPLE_MS), [live]);
  return useSyncExternalStore(subscribe, () => pick(live.getState()));
}

/** Subscribes to a store's changes, told of at most once in `ms`; the last one always is. */
function throttled(subscribe: (changed: () => void) => () => void, ms: number) {
  return (changed: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      timer = undefined;
      told = performance.now();
      changed();
    };
    const stop = subscribe(() => {
      timer ??= setTimeout(tell, Math.max(0, told + ms - performance.now()));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  };
}

/** The tick that a person looks at: the scrubbed one, or the newest. Sampled. */
export const useLookedTick = (): number => useSampledLive(({ cursor, tick }) => cursor ?? tick);
