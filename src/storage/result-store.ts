import type { DBSchema } from 'idb';
import { openDB } from 'idb';
import type { StoredEntry } from './eviction';
import { keysToEvict } from './eviction';
import { reopening } from './reopening';

/** Results on the browser's disk, by node key; the least recently used make room for new ones. */
export interface DiskResults<T> {
  read(key: string): Promise<T | undefined>;
  write(key: string, value: T, bytes: number): Promise<void>;
  /** What is kept, without reading it. */
  list(): Promise<readonly StoredEntry[]>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface DiskLimits {
  /** Bytes of all results together. */
  readonly total: number;
  /** A larger result is left out: writing it would cost more than making it again. */
  readonly each: number;
}

interface ResultsSchema extends DBSchema {
  values: { key: string; value: unknown };
  entries: { key: string; value: StoredEntry };
}

/**
 * Opens the store. `isValue` guards what comes off the disk; what it refuses is
 * treated as never stored. Rejects where IndexedDB is absent or forbidden.
 */
export async function openResultStore<T>(
  isValue: (value: unknown) => value is T,
  { total, each }: DiskLimits,
): Promise<DiskResults<T>> {
  const within = reopening((closing) =>
    openDB<ResultsSchema>('millrace-results', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('values');
        fresh.createObjectStore('entries', { keyPath: 'key' });
      },
      ...closing,
    }),
  );
  await within(async () => undefined);
  return {
    read: (key) =>
      within(async (database) => {
        const transaction = database.transaction(['values', 'entries'], 'readwrite');
        const [value, entry] = await Promise.all([
          transaction.objectStore('values').get(key),
          transaction.objectStore('entries').get(key),
        ]);
        if (entry !== undefined) await transaction.objectStore('entries').put({ ...entry, usedAt: Date.now() });
        await transaction.done;
        return isValue(value) ? value : undefined;
      }),
    async write(key, value, bytes) {
      if (bytes > each) return;
      await within(async (database) => {
        // Committed at once, so that a thread that hangs next does not take it along.
        const transaction = database.transaction(['values', 'entries'], 'readwrite');
        const puts = [
          transaction.objectStore('values').put(value, key),
          transaction.objectStore('entries').put({ key, bytes, usedAt: Date.now() }),
        ];
        transaction.commit();
        await Promise.all([...puts, transaction.done]);
      });
      await makeRoom();
    },
    list,
    remove,
  };

  function list(): Promise<readonly StoredEntry[]> {
    return within((database) => database.getAll('entries'));
  }

  function remove(keys: readonly string[]): Promise<void> {
    return within(async (database) => {
      const transaction = database.transaction(['values', 'entries'], 'readwrite');
      const entries = transaction.objectStore('entries');
      const values = transaction.objectStore('values');
      await Promise.all([...keys.flatMap((key) => [entries.delete(key), values.delete(key)]), transaction.done]);
    });
  }

  async function makeRoom(): Promise<void> {
    await remove(keysToEvict(await list(), total));
  }
}
