import { throwIfCancelled } from '../lib/failure';

/** How long work may hold the thread before others get a turn. */
const HOLD_MS = 50;

/**
 * Lets timers, messages and cancellation have a turn. A macrotask is needed: a
 * resolved promise alone would starve them, and setTimeout is clamped to 4 ms.
 */
export function turn(): Promise<void> {
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

/** Gives a turn once 50 ms have passed since the last; throws Cancelled once `signal` is aborted. */
export function createBreather(signal: AbortSignal, now: () => number): () => Promise<void> {
  let last = now();
  return async () => {
    throwIfCancelled(signal);
    if (now() - last < HOLD_MS) return;
    await turn();
    last = now();
    throwIfCancelled(signal);
  };
}
