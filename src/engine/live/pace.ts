/** How the clock is to go: set from outside, waited for by the session between ticks. */
export interface Pace {
  readonly playing: boolean;
  /** Ticks left of a step; null while nothing limits them. */
  readonly left: number | null;
  readonly ticksPerSecond: number | null;
  play(): void;
  pause(): void;
  step(ticks: number): void;
  speed(ticksPerSecond: number | null): void;
  /** Counts a tick made; a step that is done pauses. */
  ticked(): void;
  /** Ends a wait early. */
  stir(): void;
  /** Resolves once anything is changed, the time is over, or the signal is aborted. */
  wait(ms: number | null): Promise<void>;
}

/** A clock that stands or goes, at `ticksPerSecond` (null: as fast as it can). */
export function createPace(playing: boolean, ticksPerSecond: number | null, signal: AbortSignal): Pace {
  let state: { playing: boolean; left: number | null; ticksPerSecond: number | null } = {
    playing,
    left: null,
    ticksPerSecond,
  };
  let wake: () => void = () => {};
  const change = (next: Partial<typeof state>): void => {
    state = { ...state, ...next };
    wake();
  };
  return {
    get playing() {
      return state.playing;
    },
    get left() {
      return state.left;
    },
    get ticksPerSecond() {
      return state.ticksPerSecond;
    },
    play: () => change({ playing: true, left: null }),
    pause: () => change({ playing: false, left: null }),
    step: (ticks) => {
      if (ticks > 0) change({ playing: true, left: Math.floor(ticks) });
    },
    speed: (wanted) => change({ ticksPerSecond: wanted === null || !(wanted > 0) ? null : wanted }),
    ticked: () => {
      if (state.left === null) return;
      const left = state.left - 1;
      state = left > 0 ? { ...state, left } : { ...state, playing: false, left: null };
    },
    stir: () => wake(),
    wait: (ms) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const timer = ms === null ? undefined : setTimeout(() => wake(), ms);
        const abort = (): void => wake();
        signal.addEventListener('abort', abort, { once: true });
        wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', abort);
          wake = () => {};
          resolve();
        };
      }),
  };
}
