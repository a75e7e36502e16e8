import { type DBSchema, openDB } from 'idb';
import { reopening } from './reopening';

/** One tab's work, as text of a pipeline file. */
export interface AutosaveSlot {
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly text: string;
  /** Edited since it was last saved to a file. */
  readonly dirty: boolean;
  /** A file holds it, but for those edits; not said by earlier versions, which did not know. */
  readonly inFile?: boolean;
  /** Hashes of files that steps which the tab can undo or redo name; of use while the tab is open. */
  readonly undoFiles?: readonly string[];
}

/** Where slots lie. */
export interface SlotStore {
  all(): Promise<readonly AutosaveSlot[]>;
  put(slot: AutosaveSlot): Promise<void>;
  remove(tab: string): Promise<void>;
}

/** Which tabs are open. */
export interface TabRegistry {
  /** This tab's own name; no other open tab has it. */
  readonly tab: string;
  /** When the tab last wrote, or tried to, before the page was loaded again; null in a new tab. */
  readonly wroteAt: number | null;
  rememberWrite(at: number): void;
  /** Whether any of its writes went well. */
  readonly kept: boolean;
  rememberKept(): void;
  /** What was jotted down before the page was loaded again, or since. */
  readonly jotted: AutosaveSlot | null;
  /** Jots down here and now, or strikes out. False where there is no room. */
  jot(slot: AutosaveSlot | null): boolean;
  /** Takes another name, as of a new tab. */
  rename(): Promise<string>;
  /** The open tabs' names, or null where the browser does not tell. */
  open(): Promise<ReadonlySet<string> | null>;
}

/** What there is to go on with. */
export interface Recovered {
  readonly slot: AutosaveSlot | null;
  /** It is this tab's own, not that of a closed one. */
  readonly own: boolean;
  /** What should be there and is not: all of this tab's work, or the last edits. */
  readonly lost: 'all' | 'latest' | null;
}

type About = Pick<AutosaveSlot, 'dirty' | 'inFile' | 'undoFiles'>;

export interface Autosave {
  /** The tab has kept nothing yet, nor tried to. */
  readonly isNew: boolean;
  /** All that the tab tried to keep before the page was loaded again was refused. */
  readonly keptNothing: boolean;
  /** The name of the tab's slot. */
  tab(): string;
  /** Keeps the text in this tab's own slot. Rejects where the disk is full or forbidden. */
  keep(text: string, about: About): Promise<void>;
  /**
   * Jots the text down for this tab's next start, where the page is left before the disk answers: here and now.
   * False where there is no room.
   */
  jot(text: string, about: About): boolean;
  /** Strikes out what was jotted down: something newer is on the canvas. */
  dropJot(): void;
  /**
   * What to go on with: this tab's own work after a reload, otherwise the newest slot of a tab that is
   * no longer open. A slot of another open tab is never touched.
   */
  recover(): Promise<Recovered>;
  /** Leaves the tab's slot as it is, for another tab to find, and goes on with a new one. */
  leave(): Promise<void>;
}

/** Slots of closed tabs kept at most, newest first. */
const MAX_SLOTS = 10;

/** Autosave with a slot for each tab, so that two tabs never overwrite each other. */
export function createAutosave(slots: SlotStore, tabs: TabRegistry, now: () => number = Date.now): Autosave {
  let { tab } = tabs;
  const { wroteAt } = tabs;
  return {
    isNew: wroteAt === null,
    keptNothing: wroteAt !== null && !tabs.kept,
    tab: () => tab,
    keep: async (text, about) => {
      const savedAt = now();
      tabs.rememberWrite(savedAt);
      await slots.put({ tab, savedAt, text, ...about });
      tabs.rememberKept();
      const { jotted } = tabs;
      if (jotted !== null && jotted.savedAt <= savedAt) tabs.jot(null);
    },
    jot: (text, about) => tabs.jot({ tab, savedAt: now(), text, ...about }),
    dropJot: () => {
      tabs.jot(null);
    },
    leave: async () => {
      tab = await tabs.rename();
    },
    recover: async () => {
      const { jotted } = tabs;
      if (jotted !== null && jotted.tab === tab) {
        // Newer than what the disk has, which may have failed. Until it is there, it stays jotted down.
        await slots.put(jotted).then(
          () => tabs.jot(null),
          () => undefined,
        );
        return { slot: jotted, own: true, lost: null };
      }
      const all = [...(await slots.all())].sort((a, b) => b.savedAt - a.savedAt);
      const own = all.find((slot) => slot.tab === tab);
      if (own !== undefined)
        return { slot: own, own: true, lost: wroteAt !== null && own.savedAt < wroteAt ? 'latest' : null };
      if (wroteAt !== null) return { slot: null, own: true, lost: 'all' };
      const open = await tabs.open();
      const orphans = all.filter((slot) => open?.has(slot.tab) !== true);
      const [newest] = orphans;
      if (newest === undefined) return { slot: null, own: false, lost: null };
      // Where the browser does not tell which tabs are open, the slot may still be in use: copy it.
      // What the other tab could undo is gone with it.
      await slots.put({ ...newest, tab, undoFiles: [] });
      tabs.rememberWrite(newest.savedAt);
      tabs.rememberKept();
      const spent = open === null ? [] : [newest, ...orphans.slice(MAX_SLOTS)];
      await Promise.all(spent.map((slot) => slots.remove(slot.tab)));
      return { slot: newest, own: false, lost: null };
    },
  };
}

interface AutosaveSchema extends DBSchema {
  slots: { key: string; value: AutosaveSlot };
}

/** Slots in IndexedDB. Each question rejects where it is absent or forbidden. */
export function openSlots(): SlotStore {
  const within = reopening((closing) =>
    openDB<AutosaveSchema>('millrace-autosave', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('slots', { keyPath: 'tab' });
      },
      ...closing,
    }),
  );
  return {
    all: () => within((database) => database.getAll('slots')),
    put: async (slot) => {
      await within((database) => {
        // Committed at once: of a page that is being left nothing more is done.
        const transaction = database.transaction('slots', 'readwrite');
        const put = transaction.store.put(slot);
        transaction.commit();
        return Promise.all([put, transaction.done]);
      });
    },
    remove: (tab) => within((database) => database.delete('slots', tab)),
  };
}

const TAB_KEY = 'millrace/tab';
const WROTE_KEY = 'millrace/wrote';
const KEPT_KEY = 'millrace/kept';
const JOTTED_KEY = 'millrace/jotted';
const lockName = (tab: string): string => `${TAB_KEY}/${tab}`;

/** Names of the tabs that are open, this one among them; null where the browser does not tell. */
export async function openTabs(): Promise<ReadonlySet<string> | null> {
  if (navigator.locks === undefined) return null;
  const { held = [] } = await navigator.locks.query();
  const names = held.map((lock) => lock.name ?? '').filter((name) => name.startsWith(`${TAB_KEY}/`));
  return new Set(names.map((name) => name.slice(TAB_KEY.length + 1)));
}

/**
 * Names this tab and holds a Web Lock of that name while it is open. A reloaded tab finds its name in
 * sessionStorage; a duplicated tab finds the name of its twin, whose lock tells it to take another.
 */
export async function registerTab(): Promise<TabRegistry> {
  const remembered = recall(TAB_KEY);
  const isOurs = remembered !== null && (await hold(remembered));
  let jotted = isOurs ? readJotted() : null;
  const rename = async (): Promise<string> => {
    const tab = crypto.randomUUID();
    await hold(tab);
    note(TAB_KEY, tab);
    // A duplicated tab brought along what its twin had written.
    forget(WROTE_KEY);
    forget(KEPT_KEY);
    forget(JOTTED_KEY);
    jotted = null;
    return tab;
  };
  const wroteAt = isOurs ? recall(WROTE_KEY) : null;
  return {
    tab: isOurs ? remembered : await rename(),
    wroteAt: wroteAt === null ? null : Number(wroteAt),
    rememberWrite: (at) => note(WROTE_KEY, String(at)),
    kept: isOurs && recall(KEPT_KEY) !== null,
    rememberKept: () => note(KEPT_KEY, 'yes'),
    get jotted() {
      return jotted;
    },
    jot: (slot) => {
      if (slot === null) {
        if (jotted !== null) forget(JOTTED_KEY);
      } else if (!note(JOTTED_KEY, JSON.stringify(slot))) return false;
      jotted = slot;
      return true;
    },
    rename,
    open: openTabs,
  };
}

/** Written by this page alone, whole or not at all. */
function readJotted(): AutosaveSlot | null {
  const text = recall(JOTTED_KEY);
  return text === null ? null : JSON.parse(text);
}

/** Takes a tab's lock for as long as the page lives. False where another page holds it. */
function hold(tab: string): Promise<boolean> {
  if (navigator.locks === undefined) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockName(tab), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // Storage is blocked.
  }
}

function note(key: string, value: string): boolean {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    // Storage is blocked, or full: after a reload the slot is found as that of a closed tab.
    return false;
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is blocked: there is nothing to forget.
  }
}
