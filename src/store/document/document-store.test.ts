import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import type { TableSchema } from '../../graph/schema-types';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { useDocument } from './document-store';
import { GESTURE_PAUSE_MS, MAX_STEPS } from './history';

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

  it('ends a gesture at another edit, an undo, a change of selection, a save and a pause', () => {
    vi.useFakeTimers();
    const between: readonly (() => void)[] = [
      () => rename('other'),
      () => {
        store().undo();
        store().redo();
      },
      () => store().select({ notes: ['note1'] }),
      () => store().markSaved(),
      () => vi.advanceTimersByTime(GESTURE_PAUSE_MS),
    ];
    for (const act of between) {
      const note = { id: 'note1', text: '', position: { x: 0, y: 0 }, size: { width: 200, height: 100 } };
      store().open({ ...emptyDocument('start'), notes: [note] });
      rename('a', 'type:name');
      act();
      rename('ab', 'type:name');
      store().undo();
      expect(store().document.name).not.toBe('start');
    }
  });

  it('lets a hand rest in the middle of a drag', () => {
    vi.useFakeTimers();
    rename('a', 'drag:1');
    vi.advanceTimersByTime(60_000);
    rename('ab', 'drag:1');
    store().undo();
    expect(store().document.name).toBe('start');
  });

  it('remembers the last two hundred steps', () => {
    for (let i = 0; i < MAX_STEPS + 50; i++) rename(`name ${i}`);
    for (let i = 0; i < MAX_STEPS + 50; i++) store().undo();
    expect(store().document.name).toBe('name 49');
    expect(store().undoLabel).toBeNull();
  });

  it('does not offer to do again what another edit has overtaken', () => {
    rename('a');
    store().undo();
    rename('b');
    expect(store().redoLabel).toBeNull();
    store().redo();
    expect(store().document.name).toBe('b');
  });

  it('selects only what is there, and selecting is no step', () => {
    store().open(exampleDocument([exampleNode('a', 'test.a'), exampleNode('b', 'test.b')]));
    store().select({ nodes: ['a', 'b', 'nobody'] });
    expect(store().selection.nodes).toEqual(['a', 'b']);
    store().apply({ type: 'remove', nodeIds: ['a'], edges: [], noteIds: [] }, label);
    expect(store().selection.nodes).toEqual(['b']);
    store().undo();
    expect(store().undoLabel).toBeNull();
  });

  it('brings the former pipeline back after another was opened, with what could be undone in it', () => {
    rename('mine');
    const mine = store().document;
    const { session } = store();
    store().open(emptyDocument('next'), { inFile: true, as: text('Open a pipeline', '파이프라인 열기') });
    expect(store()).toMatchObject({ dirty: false, inFile: true });
    rename('next, edited');
    store().undo();
    expect(store()).toMatchObject({ dirty: false, inFile: true });
    store().undo();
    expect(store().document).toBe(mine);
    expect(store()).toMatchObject({ dirty: true, inFile: false });
    expect(store().session).toBeGreaterThan(session + 1);
    store().undo();
    expect(store().document.name).toBe('start');
    store().redo();
    store().redo();
    expect(store().document.name).toBe('next');
    expect(store()).toMatchObject({ dirty: false, inFile: true });
  });

  it('begins a history of its own when a document is opened', () => {
    rename('a');
    store().open(emptyDocument('next'), { dirty: true });
    expect(store()).toMatchObject({ undoLabel: null, redoLabel: null, dirty: true });
  });

  afterEach(() => vi.useRealTimers());
});

describe('schemas learned by running', () => {
  const file = catalog.kind('ingest.file');
  const scale = catalog.kind('prepare.scale');
  const table: TableSchema = {
    type: 'table',
    fields: [{ name: 'height', type: 'number', role: null }],
    complete: true,
    partitioned: false,
    fittedBeforeSplit: [],
  };
  const names = (nodeId: string): readonly string[] => {
    const schema = store().schemas[nodeId]?.table;
    return schema?.type === 'table' ? schema.fields.map((field) => field.name) : [];
  };

  beforeEach(() => {
    const nodes = [
      exampleNode('file1', 'ingest.file', { params: file?.defaults ?? {} }),
      exampleNode('scale1', 'prepare.scale', { params: scale?.defaults ?? {} }),
    ];
    store().open(exampleDocument(nodes, [{ from: 'file1.table', to: 'scale1.table' }]));
  });

  it('reach the nodes below, go with an edit that they do not follow from, and come back when it is undone', () => {
    store().learnSchemas('file1', { table });
    expect(names('scale1')).toEqual(['height']);
    store().apply({ type: 'move', positions: { file1: { x: 9, y: 9 } } }, label);
    expect(names('file1')).toEqual(['height']);
    store().apply({ type: 'setAbout', change: { seed: 7 } }, label);
    expect(names('file1')).toEqual([]);
    store().undo();
    expect(names('file1')).toEqual(['height']);
  });

  it('do not stick to a node that was edited while it ran', () => {
    const ran = store().document;
    store().apply({ type: 'setAbout', change: { seed: 7 } }, label);
    store().learnSchemas('file1', { table }, ran);
    expect(names('file1')).toEqual([]);
    store().undo();
    expect(names('file1')).toEqual(['height']);
  });
});

describe('the document store with five hundred nodes', () => {
  it('takes a step of a drag in a fraction of a frame', () => {
    const nodes = Array.from({ length: 500 }, (_, i) =>
      exampleNode(`n${i}`, 'prepare.scale', { params: catalog.kind('prepare.scale')?.defaults ?? {} }),
    );
    const edges = nodes.slice(1).map((node, i) => ({ from: `n${i}.table`, to: `${node.id}.table` }));
    store().open(exampleDocument(nodes, edges));
    const table: TableSchema = { type: 'table', fields: [], complete: true, partitioned: false, fittedBeforeSplit: [] };
    store().learnSchemas('n0', { table });
    const started = process.cpuUsage();
    for (let i = 0; i < 50; i++) {
      store().apply({ type: 'move', positions: { n250: { x: i + 1, y: 0 } } }, label, 'drag:1');
    }
    // Processor time, which a busy machine does not stretch.
    expect(process.cpuUsage(started).user / 1_000 / 50).toBeLessThan(4);
  });
});
