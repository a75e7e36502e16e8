import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openJson } from '../../graph/open-json';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { SessionStore } from '../../storage/sessions';
import { useDocument } from '../../store/document/document-store';
import { useKeeping } from '../../store/document/keeping';
import { createHistory } from '../../store/live/live-history';
import { useLive } from '../../store/live/live-store';
import { idleRun } from '../../store/run/node-run';
import { useRun } from '../../store/run/run-store';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { SCRIPT, scriptedTicks } from '../../testing/store/scripted-loop';
import { keepSession, restoreSession } from './keep-session';

const document = exampleDocument([exampleNode('a', 'test.a')]);
const rename = (name: string) =>
  useDocument.getState().apply({ type: 'setAbout', change: { name } }, text('Rename', '이름 바꾸기'));
const lost = () => useKeeping.getState().lost.map(({ what }) => what);

const kept = new Map<string, unknown>();
let fails = false;
let reminded: string | null = null;
const sessions: Pick<SessionStore, 'read' | 'write'> = {
  read: async (name) => {
    if (fails) throw new Error('gone');
    return structuredClone(kept.get(name));
  },
  write: async (name, session) => {
    if (fails) throw new Error('full');
    kept.set(name, structuredClone(session));
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
  useLive.getState().clear();
  await restoreSession(parts);
}

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  useLive.getState().clear();
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

/** A loop that has told of so many ticks. */
function played(ticks: number, phase: 'playing' | 'ended'): void {
  const history = createHistory();
  history.add(scriptedTicks(1, ticks + 1));
  const [last] = scriptedTicks(ticks, ticks + 1);
  if (last === undefined) throw new Error('no tick');
  const { tick, time, statuses, reports } = last;
  useLive.setState({
    phase: 'playing',
    sessionId: 'live1',
    document,
    history,
    tick,
    time,
    statuses,
    reports,
    revision: 1,
  });
  if (phase === 'ended') useLive.setState({ phase });
}
const live = () => useLive.getState();

it('takes up what a loop told: its timeline, figures and decisions, and says nothing where nothing is gone', async () => {
  played(50, 'ended');
  const { history: before, statuses, reports } = live();
  await vi.advanceTimersByTimeAsync(1_000);
  await reload();
  expect(live()).toMatchObject({ phase: 'ended', tick: 50, statuses, reports, document });
  expect(live().history.events).toEqual(before.events);
  expect(live().history.champions).toEqual(before.champions);
  expect(live().history.statusesAt(SCRIPT.driftAt)).toEqual(before.statusesAt(SCRIPT.driftAt));
  const accuracy = (history = before) => history.monitors.get('monitor')?.series('window.accuracy')?.slice(1, 51);
  expect(accuracy(live().history)).toEqual(accuracy());
  expect(lost()).toEqual([]);
});

it('takes it up as far as it was told while the loop played, and tells that the loop has ended, once', async () => {
  played(50, 'playing');
  await vi.advanceTimersByTimeAsync(16_000);
  await reload();
  expect(live()).toMatchObject({ phase: 'ended', tick: 50 });
  expect(useKeeping.getState().lost).toEqual([{ what: 'loopEnded', tick: 50 }]);
  useKeeping.setState({ lost: [] });
  stop = keepSession(parts);
  await vi.advanceTimersByTimeAsync(1_000);
  await reload();
  expect(live().tick).toBe(50);
  expect(lost()).toEqual([]);
});

it('keeps so much of a long loop and no more, and says of how many ticks the figures are gone', async () => {
  played(2_000, 'ended');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(JSON.stringify(kept.get('me/loop')).length).toBeLessThan(5_000_000);
  await reload();
  const [said] = useKeeping.getState().lost;
  expect(said?.what === 'figures' && said.ticks).toBeGreaterThanOrEqual(1_400);
  expect(live().history.notable.map(({ type }) => type)).toContain('promote');
  expect(live().history.champions.get('deploy')).toHaveLength(3);
  expect(live().history.lastTick).toBe(2_000);
});

it('tells that a timeline is gone that was not kept', async () => {
  played(50, 'ended');
  await vi.advanceTimersByTimeAsync(1_000);
  kept.delete('me/loop');
  await reload();
  expect(lost()).toEqual(['timeline']);
  expect(live().phase).toBe('idle');
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
