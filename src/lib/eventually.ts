/** How long is waited before something is tried again, in milliseconds; the wait doubles up to the second figure. */
const [FIRST_WAIT, LONGEST_WAIT] = [1_000, 30_000];

/** Tries until it succeeds; again at once where the network comes back. */
export async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return await attempt();
    } catch {
      await pause(wait);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    globalThis.addEventListener?.('online', over);
  });
}
