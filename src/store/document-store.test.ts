import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '../graph/empty-document';
import { text } from '../lib/text';
import { useDocument } from './document-store';

const label = text('Rename', '이름 바꾸기');
const store = () => useDocument.getState();
const rename = (name: string, gesture?: string) =>
  store().apply({ type: 'setAbout', change: { name } }, label, gesture);

describe('the document store', () => {
  beforeEach(() => store().open(emptyDocument('start')));

  it('takes an edit back and does it again', () => {
    rename('a');
    expect(store().undoLabel).toEqual(label);
    store().undo();
    expect(store().document.name).toBe('start');
    expect(store().redoLabel).toEqual(label);
    store().redo();
    expect(store().document.name).toBe('a');
  });

  it('is clean again when the edits since saving are taken back', () => {
    rename('a');
    expect(store().dirty).toBe(true);
    store().undo();
    expect(store().dirty).toBe(false);
    rename('b');
    store().markSaved();
    expect(store().dirty).toBe(false);
    store().undo();
    expect(store().dirty).toBe(true);
  });

  it('makes no step of an edit that changes nothing', () => {
    rename('start');
    expect(store().undoLabel).toBeNull();
  });

  it('merges one gesture into one step, and a gesture that comes back into none', () => {
    rename('a', 'drag:1');
    rename('ab', 'drag:1');
    store().undo();
    expect(store().document.name).toBe('start');
    const before = store().document;
    rename('x', 'drag:2');
    rename('start', 'drag:2');
    expect(store().undoLabel).toBeNull();
    expect(store().document).toBe(before);
    expect(store().dirty).toBe(false);
  });
});
