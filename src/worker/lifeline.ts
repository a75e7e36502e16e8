/*
 * Whether a thread is alive, however long it computes: it holds a lock that the browser takes back when the thread is
 * gone, and from nobody else. Without a word, as an `error` event, that is all there is to see of a thread that died.
 */

/** Holds a lock for as long as this thread lives. Gives its name once it is held; null where the browser has no locks. */
export async function holdLifeline(): Promise<string | null> {
  if (navigator.locks === undefined) return null;
  const name = `millrace/thread/${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    navigator.locks
      .request(name, () => {
        resolve(name);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(null));
  });
}

/** Calls back once the thread that held the lock is gone. */
export function onceGone(name: string, gone: () => void): void {
  navigator.locks.request(name, gone).catch(() => undefined);
}
