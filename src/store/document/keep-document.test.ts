import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import type { Autosave, AutosaveSlot } from '../../storage/autosave';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { useNotices } from '../view/notice-store';
import { useDocument } from './document-store';
import { loadAutosave, startAutosave } from './keep-document';

const rename = (name: string) =>
  useDocument.getState().apply({ type: 'setAbout', change: { name } }, text('Rename', '이름 바꾸기'));

describe('keeping the document', () => {
  const kept: { text: string; dirty: boolean }[] = [];
  let fails = false;
  let slot: AutosaveSlot | null = null;
  const autosave: Autosave = {
    keep: async (source, dirty) => {
      if (fails) throw new DOMException('full', 'QuotaExceededError');
      kept.push({ text: source, dirty });
    },
    recover: async () => slot,
  };
  const open = async () => autosave;
  let stop: () => void = () => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    kept.length = 0;
    fails = false;
    slot = null;
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
    expect(kept).toEqual([{ text: saveDocument(useDocument.getState().document), dirty: true }]);
  });

  it('does not write where only the selection changed', async () => {
    useDocument.getState().select({ nodes: ['nobody'] });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept).toEqual([]);
  });

  it('says so where the disk is full, goes on, and takes it back once it works again', async () => {
    const said = () => useNotices.getState().notices.filter((notice) => notice.subject === 'autosave').length;
    fails = true;
    rename('a');
    await vi.advanceTimersByTimeAsync(600);
    rename('b');
    await vi.advanceTimersByTimeAsync(600);
    expect(said()).toBe(1);
    expect(useDocument.getState().document.name).toBe('b');
    fails = false;
    rename('c');
    await vi.advanceTimersByTimeAsync(600);
    expect(said()).toBe(0);
  });

  it('opens again what was kept, unsaved mark included', async () => {
    const before = { ...exampleDocument([exampleNode('a', 'test.a')]), name: 'before' };
    slot = { tab: 't', savedAt: 1, text: saveDocument(before), dirty: true };
    expect(await loadAutosave(open)).toBe(true);
    expect(useDocument.getState()).toMatchObject({ dirty: true, undoLabel: null });
    expect(useDocument.getState().document.name).toBe('before');
  });

  it('goes on with an empty canvas where the disk or the slot cannot be read', async () => {
    slot = { tab: 't', savedAt: 1, text: '{"torn', dirty: true };
    expect(await loadAutosave(open)).toBe(false);
    expect(await loadAutosave(() => Promise.reject(new Error('private mode')))).toBe(false);
  });

  it('never overwrites what was edited while the disk was being read', async () => {
    slot = { tab: 't', savedAt: 1, text: saveDocument(emptyDocument('before')), dirty: true };
    const loading = loadAutosave(open);
    rename('meanwhile');
    expect(await loading).toBe(false);
    expect(useDocument.getState().document.name).toBe('meanwhile');
  });
});
