import { saveDocument } from '../../graph/save-document';
import { loopOf, openSessions, type SessionStore } from '../../storage/sessions';
import { historyNow, takeUpHistory, useDocument } from '../../store/document/document-store';
import type { History } from '../../store/document/history';
import { tabName } from '../../store/document/keep-document';
import { tellLost } from '../../store/document/keeping';
import { isOn, useLive } from '../../store/live/live-store';
import { type KeptRuns, keptRuns, restoreRuns } from '../../store/run/restore-runs';
import { useRun } from '../../store/run/run-store';
import { keptLoop, takeUpLoop } from './keep-loop';

/** Raised whenever what a session holds changes its shape: one of another shape is passed over, and said to be gone. */
const FORMAT = 2;

/** What a page has besides its document, so that it is there again once it is loaded anew. */
interface Session {
  readonly format: typeof FORMAT;
  /** The document that all of it speaks of. */
  readonly document: string;
  readonly history: History;
  readonly runs: KeptRuns;
  /** What was under way, or had come to its end. */
  readonly work: 'none' | 'run' | 'loop' | 'loop over';
  /** The loop, whose telling lies beside this; null where there was none. */
  readonly loop: string | null;
}

/** Written by this page alone, in a format that is raised with its shape: that is enough. */
const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;

/** The tab that had something to lose: remembered apart from the disk, which may fail. */
interface Reminder {
  get(): string | null;
  set(tab: string): void;
}

const KEY = 'millrace/session';
const inThisTab: Reminder = {
  get: () => {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null; // Storage is blocked.
    }
  },
  set: (tab) => {
    try {
      sessionStorage.setItem(KEY, tab);
    } catch {
      // Storage is blocked: nothing will be said of what is gone.
    }
  },
};

interface SessionParts {
  readonly sessions?: Pick<SessionStore, 'read' | 'write'>;
  readonly tab?: () => Promise<string>;
  readonly reminder?: Reminder;
}

const browserSessions = openSessions();

/** Takes up results, charts and undo of the document that is back, or tells that they are gone. */
export async function restoreSession(parts: SessionParts = {}): Promise<void> {
  const { sessions = browserSessions, tab = tabName, reminder = inThisTab } = parts;
  const { document } = useDocument.getState();
  const name = await tab().catch(() => null);
  // A duplicated tab brought along what its twin remembers.
  if (name === null || reminder.get() !== name) return;
  const kept: unknown = await sessions.read(name).catch(() => undefined);
  if (useDocument.getState().document !== document) return;
  if (!isSession(kept) || kept.document !== saveDocument(document)) {
    tellLost({ what: 'session' });
    return;
  }
  takeUpHistory(kept.history);
  restoreRuns(kept.runs);
  if (kept.work === 'run') tellLost({ what: 'run' });
  if (kept.loop === null) return;
  const told: unknown = await sessions.read(loopOf(name)).catch(() => undefined);
  if (useDocument.getState().document !== document) return;
  const back = takeUpLoop(told, kept.loop, document);
  if (back === null) tellLost({ what: kept.work === 'loop' ? 'loop' : 'timeline' });
  else if (kept.work === 'loop') tellLost({ what: 'loopEnded', tick: back.tick });
  if (back !== null && back.withoutFigures > 0) tellLost({ what: 'figures', ticks: back.withoutFigures });
}

/** Changes settle this long before they are kept, in milliseconds; while something runs they come without end. */
const [DELAY_MS, RUNNING_DELAY_MS, LOOP_DELAY_MS] = [700, 4_000, 15_000];

/** Keeps the session from now on. Returns what stops it. */
export function keepSession(parts: SessionParts = {}): () => void {
  const { sessions = browserSessions, tab = tabName, reminder = inThisTab } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loopTimer: ReturnType<typeof setTimeout> | undefined;
  let name: string | null = null;
  const writeLoop = (): void => {
    if (loopTimer === undefined) return;
    clearTimeout(loopTimer);
    loopTimer = undefined;
    const loop = keptLoop();
    if (name !== null && loop !== null) sessions.write(loopOf(name), loop).catch(() => undefined);
  };
  const write = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    if (name === null) return;
    const session = sessionNow();
    if (isEmpty(session) && reminder.get() !== name) return;
    reminder.set(name);
    // Where it is not kept, that is said once it is missed.
    sessions.write(name, session).catch(() => undefined);
  };
  const soon = (delay = DELAY_MS): void => {
    timer ??= setTimeout(write, delay);
  };
  tab()
    .then((mine) => {
      name = mine;
      // The disk is opened now: a page that is being left has no time for it.
      return sessions.read(mine);
    })
    .catch(() => undefined);
  // What ended by being loaded again has ended: another time that is not said.
  if (!isEmpty(sessionNow())) soon();
  const stops = [
    useDocument.subscribe((now, before) => {
      if (now.document !== before.document) soon();
    }),
    useRun.subscribe((now, before) => {
      if (now.running && !before.running && name !== null) reminder.set(name);
      if (now.running !== before.running || now.lastReport !== before.lastReport) soon();
      else if (now.nodes !== before.nodes) soon(now.running || now.looping ? RUNNING_DELAY_MS : DELAY_MS);
    }),
    useLive.subscribe((now, before) => {
      if (now.revision !== before.revision) loopTimer ??= setTimeout(writeLoop, LOOP_DELAY_MS);
      if (now.phase === before.phase) return;
      soon();
      if (!isOn(now)) writeLoop();
    }),
  ];
  const leave = (): void => {
    write();
    writeLoop();
  };
  const hidden = (): void => {
    if (page?.visibilityState === 'hidden') leave();
  };
  const page = typeof document === 'undefined' ? null : document;
  page?.addEventListener('visibilitychange', hidden);
  page?.defaultView?.addEventListener('pagehide', leave);
  return () => {
    clearTimeout(timer);
    clearTimeout(loopTimer);
    for (const stop of stops) stop();
    page?.removeEventListener('visibilitychange', hidden);
    page?.defaultView?.removeEventListener('pagehide', leave);
  };
}

function sessionNow(): Session {
  const { phase, sessionId } = useLive.getState();
  const work = isOn({ phase }) ? 'loop' : useRun.getState().running ? 'run' : phase === 'idle' ? 'none' : 'loop over';
  return {
    format: FORMAT,
    document: saveDocument(useDocument.getState().document),
    history: historyNow(),
    runs: keptRuns(),
    work,
    loop: phase === 'idle' ? null : sessionId,
  };
}

const isEmpty = ({ history, runs, work }: Session): boolean =>
  work === 'none' &&
  history.done.length + history.undone.length === 0 &&
  Object.values(runs.nodes).every(({ status }) => status === 'idle');
