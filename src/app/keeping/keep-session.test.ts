import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openJson } from '../../graph/open-json';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { SessionStore } from '../../storage/sessions';
import { useDocument } from '../../store/document/document-store';
import { useKeeping } from '../../store/document/keeping';
import { idleRun } from '../../store/run/node-run';
import { useRun } from '../../store/run/run-store';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { keepSession, restoreSession } from './keep-session';

const document = exampleDocument([exampleNode('a', 'test.a')]);
const rename = (name: string) =>
  useDocument.getState().apply({ type: 'setAbout', change: { name } }, text('Rename', '이름 바꾸기'));
const lost = () => useKeeping.getState().lost.map(({ what }) => what);

let kept: unknown;
let fails = false;
let reminded: string | null = null;
const sessions: SessionStore = {
  read: async () => {
    if (fails) throw new Error('gone');
    return structuredClone(kept);
  },
  write: async (_, session) => {
    if (fails) throw new Error('full');
    kept = structuredClone(session);
  },
};
const parts = {
  sessions,
  tab: async () => 'me',
  reminder: {
    get: () => reminded,
    set: (tab: string) => {
      reminded = tab;
    },
  },
};

let stop: () => void = () => undefined;

/** Loads the page again: the document comes back as autosave brings it, and nothing else. */
async function reload(): Promise<void> {
  stop();
  const opened = openJson(JSON.parse(saveDocument(useDocument.getState().document)), catalog);
  if (!opened.ok) throw new Error('the document cannot be opened');
  useDocument.getState().open(opened.document);
  useRun.setState({ running: false, nodes: {}, lastStatus: null });
  await restoreSession(parts);
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = undefined;
  fails = false;
  reminded = null;
  useKeeping.setState({ failing: null, lost: [] });
  useRun.getState().clear();
  useDocument.getState().open(document);
  stop = keepSession(parts);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('takes up after a reload what could be undone and redone', async () => {
  rename('first');
  rename('second');
  useDocument.getState().undo();
  await vi.advanceTimersByTimeAsync(1_000);
  await reload();
  expect(useDocument.getState().undoLabel).toEqual(text('Rename', '이름 바꾸기'));
  useDocument.getState().redo();
  expect(useDocument.getState().document.name).toBe('second');
  useDocument.getState().undo();
  useDocument.getState().undo();
  expect(useDocument.getState().document.name).toBe(document.name);
  expect(lost()).toEqual([]);
});

it('takes up results and charts, and tells that a run under way has ended', async () => {
  const points = [{ epoch: 1, epochs: 2, values: { loss: 0.5 } }];
  useRun.setState({ running: true });
  useRun.setState({
    nodes: { a: { ...idleRun, status: 'completed', key: 'k', points }, b: { ...idleRun, status: 'running' } },
  });
  await vi.advanceTimersByTimeAsync(5_000);
  await reload();
  expect(useRun.getState().nodes.a).toMatchObject({ status: 'completed', key: 'k', points });
  expect(useRun.getState().nodes.b).toMatchObject({ status: 'cancelled' });
  expect(lost()).toEqual(['run']);
});

it('tells that they are gone where the disk could not keep them, or keeps those of another document', async () => {
  fails = true;
  rename('first');
  await vi.advanceTimersByTimeAsync(1_000);
  await reload();
  expect(lost()).toEqual(['session']);

  useKeeping.setState({ lost: [] });
  fails = false;
  stop = keepSession(parts);
  rename('second');
  await vi.advanceTimersByTimeAsync(1_000);
  stop();
  rename('third');
  await reload();
  expect(lost()).toEqual(['session']);
  expect(useDocument.getState().undoLabel).toBeNull();
});

it('does not miss, in a duplicated tab, what its twin had', async () => {
  reminded = 'the twin';
  await restoreSession(parts);
  expect(lost()).toEqual([]);
});

it('has nothing to tell where there was nothing to lose', async () => {
  await vi.advanceTimersByTimeAsync(1_000);
  await reload();
  expect(lost()).toEqual([]);
});
