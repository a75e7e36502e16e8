import { type DBSchema, openDB } from 'idb';
import { reopening } from './reopening';

/** What was open of a tab besides its document, under its name: of use to the same tab, once its page is loaded again. */
export interface SessionStore {
  read(tab: string): Promise<unknown>;
  write(tab: string, session: unknown): Promise<void>;
  /** What each open or closed tab has here, in letters of its text. */
  sizes(): Promise<ReadonlyMap<string, number>>;
  /** Forgets all that a tab has here. */
  remove(tab: string): Promise<void>;
}

/** What a tab's loop told lies under a name of its own: it is large, and comes without end. */
export const loopOf = (tab: string): string => `${tab}/loop`;
const tabOf = (name: string): string => name.replace(/\/loop$/, '');

/** Sessions kept at most, those of the tabs that wrote last, each with what its loop told. */
const MAX_SESSIONS = 20;

interface Entry {
  readonly tab: string;
  readonly savedAt: number;
  readonly session: unknown;
}

interface SessionsSchema extends DBSchema {
  sessions: { key: string; value: Entry; indexes: { savedAt: number } };
}

/** Sessions in IndexedDB. Each question rejects where it is absent or forbidden. */
export function openSessions(now: () => number = Date.now): SessionStore {
  const within = reopening((closing) =>
    openDB<SessionsSchema>('millrace-sessions', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('sessions', { keyPath: 'tab' }).createIndex('savedAt', 'savedAt');
      },
      ...closing,
    }),
  );
  return {
    read: (tab) => within(async (database) => (await database.get('sessions', tab))?.session),
    sizes: () =>
      within(async (database) => {
        const sizes = new Map<string, number>();
        for (const name of await database.getAllKeys('sessions')) {
          const tab = tabOf(name);
          const text = JSON.stringify((await database.get('sessions', name))?.session ?? null);
          sizes.set(tab, (sizes.get(tab) ?? 0) + text.length);
        }
        return sizes;
      }),
    remove: (tab) =>
      within(async (database) => {
        for (const name of [tab, loopOf(tab)]) await database.delete('sessions', name);
      }),
    write: async (tab, session) => {
      await within((database) => {
        // Committed at once: of a page that is being left nothing more is done.
        const transaction = database.transaction('sessions', 'readwrite');
        const put = transaction.store.put({ tab, savedAt: now(), session });
        transaction.commit();
        return Promise.all([put, transaction.done]);
      });
      await within(async (database) => {
        const oldestFirst = await database.getAllKeysFromIndex('sessions', 'savedAt');
        for (const old of oldestFirst.slice(0, -MAX_SESSIONS)) await database.delete('sessions', old);
      });
    },
  };
}
