import { type DBSchema, openDB } from 'idb';

/** One tab's work, as text of a pipeline file. */
export interface AutosaveSlot {
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly text: string;
  /** Edited since it was last saved to a file. */
  readonly dirty: boolean;
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
  /** The open tabs' names, or null where the browser does not tell. */
  open(): Promise<ReadonlySet<string> | null>;
}

export interface Autosave {
  /** Keeps the text in this tab's own slot. Rejects where the disk is full or forbidden. */
  keep(text: string, dirty: boolean, undoFiles: readonly string[]): Promise<void>;
  /**
   * What to go on with: this tab's own slot after a reload, otherwise the newest slot of a tab that is
   * no longer open. A slot of another open tab is never touched.
   */
  recover(): Promise<AutosaveSlot | null>;
}

/** Slots of closed tabs kept at most, newest first. */
const MAX_SLOTS = 10;

/** Autosave with a slot for each tab, so that two tabs never overwrite each other. */
export function createAutosave(slots: SlotStore, tabs: TabRegistry, now: () => number = Date.now): Autosave {
  return {
    keep: (text, dirty, undoFiles) => slots.put({ tab: tabs.tab, savedAt: now(), text, dirty, undoFiles }),
    recover: async () => {
      const all = [...(await slots.all())].sort((a, b) => b.savedAt - a.savedAt);
      const own = all.find((slot) => slot.tab === tabs.tab);
      // A page that was loaded again has nothing to undo.
      if (own?.undoFiles !== undefined) await slots.put({ ...own, undoFiles: [] });
      if (own !== undefined) return own;
      const open = await tabs.open();
      const orphans = all.filter((slot) => open?.has(slot.tab) !== true);
      const [newest] = orphans;
      if (newest === undefined) return null;
      // Where the browser does not tell which tabs are open, the slot may still be in use: copy it.
      await slots.put({ ...newest, tab: tabs.tab });
      const spent = open === null ? [] : [newest, ...orphans.slice(MAX_SLOTS)];
      await Promise.all(spent.map((slot) => slots.remove(slot.tab)));
      return newest;
    },
  };
}

interface AutosaveSchema extends DBSchema {
  slots: { key: string; value: AutosaveSlot };
}

/** Slots in IndexedDB. Rejects where it is absent or forbidden. */
export async function openSlots(): Promise<SlotStore> {
  const database = await openDB<AutosaveSchema>('millrace-autosave', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('slots', { keyPath: 'tab' });
    },
  });
  return {
    all: () => database.getAll('slots'),
    put: async (slot) => {
      await database.put('slots', slot);
    },
    remove: (tab) => database.delete('slots', tab),
  };
}

const TAB_KEY = 'millrace/tab';
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
  const remembered = readTab();
  const tab = remembered !== null && (await hold(remembered)) ? remembered : crypto.randomUUID();
  if (tab !== remembered) {
    await hold(tab);
    writeTab(tab);
  }
  return { tab, open: openTabs };
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

function readTab(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null; // Storage is blocked.
  }
}

function writeTab(tab: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, tab);
  } catch {
    // Storage is blocked: after a reload the slot is found as that of a closed tab.
  }
}
