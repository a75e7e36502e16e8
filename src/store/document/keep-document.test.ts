import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import type { Autosave, AutosaveSlot } from '../../storage/autosave';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { useDocument } from './document-store';
import { keepBeforeLeaving, loadAutosave, startAutosave } from './keep-document';
import { useKeeping } from './keeping';

const rename = (name: string) =>
  useDocument.getState().apply({ type: 'setAbout', change: { name } }, text('Rename', '이름 바꾸기'));

describe('keeping the document', () => {
  let jotted: string | null = null;
  let jots = true;
  const kept: { text: string; dirty: boolean; inFile?: boolean | undefined }[] = [];
  let fails: DOMException | null = null;
  let hangs = false;
  let own = true;
  let missing: 'all' | 'latest' | null = null;
  let left = 0;
  let slot: AutosaveSlot | null = null;
  let isNew = false;
  let keptNothing = false;
  const autosave = (): Autosave => ({
    isNew,
    tab: () => 't',
    keptNothing,
    keep: async (source, { dirty, inFile }) => {
      if (hangs) await new Promise(() => undefined);
      if (fails !== null) throw fails;
      kept.push({ text: source, dirty, inFile });
    },
    jot: (source) => {
      if (jots) jotted = source;
      return jots;
    },
    dropJot: () => {
      jotted = null;
    },
    recover: async () => {
      if (fails !== null) throw fails;
      return { slot, own, lost: missing };
    },
    leave: async () => {
      left += 1;
    },
  });
  const open = async () => autosave();
  let stop: () => void = () => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    kept.length = 0;
    jotted = null;
    jots = true;
    fails = null;
    hangs = false;
    own = true;
    isNew = false;
    keptNothing = false;
    missing = null;
    left = 0;
    slot = null;
    useKeeping.setState({ failing: null, settling: false, lost: [] });
    useDocument.getState().open(emptyDocument());
    stop = startAutosave(open);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('writes once edits have settled for half a second, with the mark of unsaved edits', async () => {
    rename('a');
    await vi.advanceTimersByTimeAsync(400);
    rename('ab');
    await vi.advanceTimersByTimeAsync(400);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(kept).toEqual([{ text: saveDocument(useDocument.getState().document), dirty: true, inFile: false }]);
  });

  describe('where the page is left before edits have settled', () => {
    const now = () => saveDocument(useDocument.getState().document);

    it('jots them down at once, however long the disk takes', async () => {
      await vi.advanceTimersByTimeAsync(0);
      hangs = true;
      rename('the last edit');
      expect(keepBeforeLeaving()).toBe(true);
      expect(jotted).toBe(now());
    });

    it('says so where there is no room for them', async () => {
      await vi.advanceTimersByTimeAsync(0);
      jots = false;
      rename('too large');
      expect(useKeeping.getState().settling).toBe(true);
      expect(keepBeforeLeaving()).toBe(false);
    });

    it('leaves nothing older jotted down than what is on the canvas', async () => {
      await vi.advanceTimersByTimeAsync(0);
      hangs = true;
      rename('a');
      keepBeforeLeaving();
      rename('ab');
      expect(jotted).toBeNull();
    });

    it('has nothing to jot down once they are kept', async () => {
      rename('a');
      await vi.advanceTimersByTimeAsync(600);
      expect(useKeeping.getState().settling).toBe(false);
      expect(keepBeforeLeaving()).toBe(true);
      expect(jotted).toBeNull();
    });

    it('jots down nothing that a failing disk has refused: that is said, and asked about', async () => {
      fails = new DOMException('full', 'QuotaExceededError');
      rename('a');
      await vi.advanceTimersByTimeAsync(600);
      rename('ab');
      expect(keepBeforeLeaving()).toBe(false);
      expect(jotted).toBeNull();
    });
  });

  it('keeps what was edited before it began', async () => {
    stop();
    rename('while the disk was being read');
    stop = startAutosave(open);
    await vi.advanceTimersByTimeAsync(600);
    expect(kept).toHaveLength(1);
  });

  it('does not write where only the selection changed', async () => {
    useDocument.getState().select({ nodes: ['nobody'] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept).toEqual([]);
  });

  const failing = () => useKeeping.getState().failing;

  it('says so while the disk is full, however many edits follow, and takes it back once one is kept', async () => {
    fails = new DOMException('full', 'QuotaExceededError');
    rename('a');
    await vi.advanceTimersByTimeAsync(600);
    expect(failing()).toBe('full');
    rename('b');
    await vi.advanceTimersByTimeAsync(600);
    expect(failing()).toBe('full');
    expect(useDocument.getState().document.name).toBe('b');
    fails = null;
    rename('c');
    await vi.advanceTimersByTimeAsync(600);
    expect(failing()).toBeNull();
  });

  it('keeps by itself, soon after the disk works again, what it could not', async () => {
    fails = new DOMException('aborted', 'AbortError');
    rename('a');
    await vi.advanceTimersByTimeAsync(600);
    expect(failing()).toBe('gone');
    fails = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(failing()).toBeNull();
    expect(kept.at(-1)?.text).toContain('"a"');
  });

  it('says so where the disk does not answer', async () => {
    hangs = true;
    rename('a');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(failing()).toBe('gone');
  });

  it('opens again what was kept, unsaved mark included', async () => {
    const before = { ...exampleDocument([exampleNode('a', 'test.a')]), name: 'before' };
    slot = { tab: 't', savedAt: 1, text: saveDocument(before), dirty: true };
    expect(await loadAutosave(open)).toBe('opened');
    expect(useDocument.getState()).toMatchObject({ dirty: true, undoLabel: null });
    expect(useDocument.getState().document.name).toBe('before');
  });

  const lost = () => useKeeping.getState().lost;

  it('comes back to a canvas that a person emptied, and to nothing in a new tab', async () => {
    slot = { tab: 't', savedAt: 1, text: saveDocument(emptyDocument('cleared')), dirty: true };
    expect(await loadAutosave(open)).toBe('opened');
    own = false;
    expect(await loadAutosave(open)).toBe('nothing');
    slot = null;
    expect(await loadAutosave(open)).toBe('nothing');
    expect(lost()).toEqual([]);
  });

  it('says that the last edits are missing where they were not kept', async () => {
    slot = { tab: 't', savedAt: 7, text: saveDocument(emptyDocument('before')), dirty: true };
    missing = 'latest';
    expect(await loadAutosave(open)).toBe('opened');
    expect(lost()).toEqual([{ what: 'latest', savedAt: 7 }]);
  });

  it('says that all is gone where the tab had something and finds nothing', async () => {
    missing = 'all';
    expect(await loadAutosave(open)).toBe('lost');
    expect(lost()).toEqual([{ what: 'all' }]);
  });

  it('says that the disk cannot be read, and that nothing is kept meanwhile', async () => {
    fails = new DOMException('forbidden', 'SecurityError');
    expect(await loadAutosave(open)).toBe('lost');
    expect(useKeeping.getState()).toMatchObject({ failing: 'gone', lost: [{ what: 'unread' }] });
    expect(left).toBe(0);
    fails = null;
    rename('new');
    await vi.advanceTimersByTimeAsync(600);
    expect(left).toBe(1);
  });

  it('does not say that something stays on a disk that never kept anything', async () => {
    keptNothing = true;
    fails = new DOMException('forbidden', 'SecurityError');
    expect(await loadAutosave(open)).toBe('lost');
    expect(lost()).toEqual([{ what: 'all' }]);
  });

  it('remembers whether a file holds it', async () => {
    expect(useDocument.getState().inFile).toBe(false);
    rename('a');
    useDocument.getState().markSaved();
    await vi.advanceTimersByTimeAsync(600);
    expect(kept.at(-1)).toMatchObject({ dirty: false, inFile: true });
    slot = { tab: 't', savedAt: 1, text: saveDocument(emptyDocument('before')), dirty: false, inFile: false };
    await loadAutosave(open);
    expect(useDocument.getState().inFile).toBe(false);
  });

  it('says at once, in a new tab, that nothing will be kept', async () => {
    isNew = true;
    fails = new DOMException('private', 'SecurityError');
    expect(await loadAutosave(open)).toBe('nothing');
    expect(useKeeping.getState()).toMatchObject({ failing: 'gone', lost: [] });
  });

  it('hands out what cannot be opened as it is, and never writes over it', async () => {
    slot = { tab: 't', savedAt: 1, text: '{"torn', dirty: true };
    expect(await loadAutosave(open)).toBe('lost');
    expect(lost()).toEqual([{ what: 'damaged', text: '{"torn' }]);
    expect(left).toBe(1);
  });

  it('never overwrites what was edited while the disk was being read, nor what lay there', async () => {
    slot = { tab: 't', savedAt: 1, text: saveDocument(emptyDocument('before')), dirty: true };
    const loading = loadAutosave(open);
    rename('meanwhile');
    expect(await loading).toBe('nothing');
    expect(useDocument.getState().document.name).toBe('meanwhile');
    expect(left).toBe(1);
  });
});
