import { describe, expect, it } from 'vitest';
import { type AutosaveSlot, createAutosave, type SlotStore } from './autosave';

function memorySlots(...slots: readonly AutosaveSlot[]): SlotStore & { readonly kept: Map<string, AutosaveSlot> } {
  const kept = new Map(slots.map((slot) => [slot.tab, slot]));
  return {
    kept,
    all: async () => [...kept.values()],
    put: async (slot) => void kept.set(slot.tab, slot),
    remove: async (tab) => void kept.delete(tab),
  };
}
const slot = (tab: string, savedAt: number): AutosaveSlot => ({ tab, savedAt, text: `of ${tab}`, dirty: true });
const edited = { dirty: true, inFile: false, undoFiles: [] };
const tabs = (tab: string, open: readonly string[] | null, wroteAt: number | null = null) => {
  const said: (number | 'kept')[] = [];
  return {
    tab,
    wroteAt,
    said,
    rememberWrite: (at: number) => void said.push(at),
    kept: false,
    rememberKept: () => void said.push('kept'),
    jotted: null as AutosaveSlot | null,
    jot(slot: AutosaveSlot | null) {
      this.jotted = slot;
      return true;
    },
    rename: async () => `${tab} anew`,
    open: async () => (open === null ? null : new Set(open)),
  };
};

describe('autosave', () => {
  it('gives a reloaded tab its own work back, however new the work of others is', async () => {
    const slots = memorySlots(slot('me', 1), slot('other', 9));
    expect(await createAutosave(slots, tabs('me', ['me'])).recover()).toMatchObject({
      slot: slot('me', 1),
      lost: null,
    });
    expect(slots.kept.size).toBe(2);
  });

  it('leaves the files in use that a tab can undo to after it was loaded again', async () => {
    const slots = memorySlots({ ...slot('me', 1), undoFiles: ['a file'] });
    await createAutosave(slots, tabs('me', ['me'])).recover();
    expect(slots.kept.get('me')?.undoFiles).toEqual(['a file']);
  });

  it('takes along nothing that a closed tab could undo', async () => {
    const slots = memorySlots({ ...slot('closed', 1), undoFiles: ['a file'] });
    await createAutosave(slots, tabs('me', ['me'])).recover();
    expect(slots.kept.get('me')?.undoFiles).toEqual([]);
  });

  it('says that the last edits are missing where they could not be kept before', async () => {
    const mine = createAutosave(memorySlots(slot('me', 1)), tabs('me', ['me'], 2));
    expect(await mine.recover()).toEqual({ slot: slot('me', 1), own: true, lost: 'latest' });
  });

  describe('of a page that is left before the disk has answered', () => {
    const left = (slots: SlotStore, registry = tabs('me', ['me'], 2)) => {
      createAutosave(slots, registry, () => 5).jot('the last edit', edited);
      return createAutosave(slots, { ...registry, jot: registry.jot.bind(registry) });
    };
    const last: AutosaveSlot = { tab: 'me', savedAt: 5, text: 'the last edit', ...edited };

    it('goes on with what was jotted down, and brings it to the disk', async () => {
      const slots = memorySlots(slot('me', 2));
      expect(await left(slots).recover()).toEqual({ slot: last, own: true, lost: null });
      expect(slots.kept.get('me')).toEqual(last);
    });

    it('needs no disk for that', async () => {
      const gone = () => Promise.reject(new DOMException('gone', 'UnknownError'));
      const registry = tabs('me', ['me'], 2);
      expect(await left({ all: gone, put: gone, remove: gone }, registry).recover()).toEqual({
        slot: last,
        own: true,
        lost: null,
      });
      expect(registry.jotted).toEqual(last);
    });

    it('has nothing jotted down any more once the disk has it', async () => {
      const registry = tabs('me', ['me'], 2);
      const mine = createAutosave(memorySlots(), registry);
      mine.jot('the last edit', edited);
      await mine.keep('the last edit', edited);
      expect(registry.jotted).toBeNull();
    });
  });

  it("never shows another tab's work in place of its own that is gone, but says so", async () => {
    const mine = createAutosave(memorySlots(slot('closed', 5)), tabs('me', ['me'], 5));
    expect(await mine.recover()).toEqual({ slot: null, own: true, lost: 'all' });
  });

  it('remembers when it last tried to keep an edit, whether that went well or not', async () => {
    const slots = memorySlots();
    const registry = tabs('me', ['me']);
    const full = { ...slots, put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    await createAutosave(slots, registry, () => 1).keep('a', edited);
    await expect(createAutosave(full, registry, () => 2).keep('b', edited)).rejects.toThrow('full');
    expect(registry.said).toEqual([1, 'kept', 2]);
  });

  it('knows of a tab that tried to keep its work and never could', () => {
    const slots = memorySlots();
    expect(createAutosave(slots, tabs('me', ['me'], 5)).keptNothing).toBe(true);
    expect(createAutosave(slots, { ...tabs('me', ['me'], 5), kept: true }).keptNothing).toBe(false);
    expect(createAutosave(slots, tabs('me', ['me'])).keptNothing).toBe(false);
  });

  it('goes on in a new slot where it leaves what it found', async () => {
    const slots = memorySlots(slot('me', 1));
    const mine = createAutosave(slots, tabs('me', ['me']), () => 10);
    await mine.leave();
    await mine.keep('new', edited);
    expect([...slots.kept.keys()].sort()).toEqual(['me', 'me anew']);
    expect(slots.kept.get('me')).toEqual(slot('me', 1));
  });

  it('gives a new tab the newest work of a closed tab, and moves it over', async () => {
    const slots = memorySlots(slot('old', 1), slot('closed', 5), slot('open', 9));
    expect(await createAutosave(slots, tabs('me', ['me', 'open'])).recover()).toMatchObject({
      slot: slot('closed', 5),
      own: false,
    });
    expect([...slots.kept.keys()].sort()).toEqual(['me', 'old', 'open']);
  });

  it('leaves the work of open tabs alone: two tabs never overwrite each other', async () => {
    const slots = memorySlots(slot('open', 9));
    const mine = createAutosave(slots, tabs('me', ['me', 'open']), () => 10);
    expect(await mine.recover()).toEqual({ slot: null, own: false, lost: null });
    await mine.keep('mine', { dirty: false, inFile: true, undoFiles: ['a file'] });
    expect(slots.kept.get('open')).toEqual(slot('open', 9));
    expect(slots.kept.get('me')).toEqual({
      tab: 'me',
      savedAt: 10,
      text: 'mine',
      dirty: false,
      inFile: true,
      undoFiles: ['a file'],
    });
  });

  it('copies, and removes nothing, where the browser does not tell which tabs are open', async () => {
    const slots = memorySlots(slot('perhaps', 3));
    expect(await createAutosave(slots, tabs('me', null)).recover()).toMatchObject({ slot: slot('perhaps', 3) });
    expect([...slots.kept.keys()].sort()).toEqual(['me', 'perhaps']);
  });

  it('does not let the work of closed tabs pile up', async () => {
    const slots = memorySlots(...Array.from({ length: 30 }, (_, i) => slot(`closed${i}`, i)));
    await createAutosave(slots, tabs('me', ['me'])).recover();
    expect(slots.kept.size).toBe(10);
    expect(slots.kept.has('closed28')).toBe(true);
    expect(slots.kept.has('closed0')).toBe(false);
  });
});
