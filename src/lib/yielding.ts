import { throwIfCancelled } from './failure';

/** How long work may hold the thread before others get a turn, in milliseconds. */
const HOLD_MS = 50;

/**
 * Lets timers, messages and cancellation have a turn. A macrotask is needed: a
 * resolved promise alone would starve them, and setTimeout is clamped to 4 ms.
 */
export function yieldNow(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Work that yields to others now and then. */
export interface Yielder {
  /** Whether 50 ms have passed since the last time. */
  due(): boolean;
  /** Yields; throws Cancelled once the signal is aborted. */
  pause(): Promise<void>;
}

/** Starts counting; `now` is a clock in milliseconds that never goes back. */
export function createYielder(signal: AbortSignal, now: () => number): Yielder {
  let last = now();
  return {
    due: () => now() - last >= HOLD_MS,
    pause: async () => {
      await yieldNow();
      last = now();
      throwIfCancelled(signal);
    },
  };
}

/** A function that yields where it is due; throws Cancelled once `signal` is aborted. */
export function createYieldIfDue(signal: AbortSignal, now: () => number): () => Promise<void> {
  const yielder = createYielder(signal, now);
  return async () => {
    throwIfCancelled(signal);
    if (yielder.due()) await yielder.pause();
  };
}
