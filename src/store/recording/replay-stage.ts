import type { EngineEvent, RunStatus } from '../../engine/events';
import type { LiveMessage } from '../../engine/live/messages';
import type { RunReport } from '../../engine/report';
import type { PipelineDocument } from '../../graph/document';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import type { ReportedEvent } from '../../nodes/contract/live-events';
import type { LiveClient, LiveHandle } from '../../worker/live-protocol';
import type { RunHandle } from '../../worker/protocol';
import { type RunRecord, recordRun } from '../../worker/run-record';
import { useDocument } from '../document/document-store';
import { isOn, useLive } from '../live/live-store';
import { type RunEngine, showRun, useRun } from '../run/run-store';

const REPLAYED = text('Replay a recording', '기록 다시 보기');

/** Stands where the engine stood, and says what it is told to. */
export type ReplayEngine = RunEngine & { readonly live: LiveClient };

/** What the page does with an engine that only replays: it asks another, or steers the replay. */
export interface StageOptions {
  /** A person asks for a run, or goes live: that is the real engine's. */
  readonly engine: () => Pick<RunEngine, 'run'> & { readonly live: LiveClient };
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: () => void;
}

interface Act {
  readonly id: string;
  readonly record: RunRecord;
  readonly events: ReportedEvent[];
  readonly over: Promise<RunReport>;
  settle(report: RunReport): void;
}

/** What is replayed onto: the page's stores hear it as they hear the engine. */
export interface ReplayStage {
  readonly engine: ReplayEngine;
  /** What plays now; null before the first. */
  readonly playing: string | null;
  /** Opens the pipeline, where another is open, and lets it play. */
  begin(plays: 'run' | 'probe' | 'loop', id: string, document: PipelineDocument): void;
  run(event: EngineEvent): void;
  /** Without the session it is of. */
  tick(
    record: Extract<LiveMessage, { readonly type: 'ticks' }>['records'][number],
    reported: readonly ReportedEvent[],
  ): void;
  phase(said: Omit<Extract<LiveMessage, { readonly type: 'phase' }>, 'sessionId' | 'type'>): void;
}

export function createStage(options: StageOptions): ReplayStage {
  const runListeners = new Set<(events: readonly EngineEvent[]) => void>();
  const liveListeners = new Set<(messages: readonly LiveMessage[]) => void>();
  let act: Act | null = null;
  /** The loop that the page is about to be asked to start. */
  let next: Act | null = null;

  const end = (which: Act, status: RunStatus, ms?: number): void => {
    const { report } = which.record.end('cancelled');
    which.settle({ ...report, status, events: which.events, ...(ms === undefined ? {} : { ms }) });
  };
  /** Ended by a person; what is ended because something else begins goes on to that. */
  const interrupt = async (which: Act): Promise<void> => {
    if (act === which) options.pause();
    end(which, 'cancelled');
  };
  const say = (message: LiveMessage): void => {
    for (const listener of liveListeners) listener([message]);
  };
  const loopHandle = (loop: Act): LiveHandle => ({
    sessionId: loop.id,
    done: loop.over,
    kept: () => null,
    command: () => undefined,
    control: ({ type }) => {
      if (type === 'speed') return;
      options[type]();
      if (type !== 'step') say({ sessionId: loop.id, type: 'phase', phase: type === 'play' ? 'playing' : 'paused' });
    },
    stop: async () => {
      if (act === loop) say({ sessionId: loop.id, type: 'phase', phase: 'ended' });
      await interrupt(loop);
    },
  });

  const keys: RunEngine['keys'] = () => Promise.reject(new Error('a recording knows no keys'));
  const engine: ReplayEngine = {
    keys,
    run: (request) => options.engine().run(request),
    listen: (listener) => subscribed(runListeners, listener),
    onRestart: () => () => undefined,
    onSilence: () => () => undefined,
    disk: { onFreed: () => () => undefined },
    live: {
      start(request) {
        if (next === null) return options.engine().live.start(request);
        return loopHandle(next);
      },
      listen: (listener) => subscribed(liveListeners, listener),
      evidence: async () => ({ ok: false, failure: noRows }),
    },
  };

  return {
    engine,
    get playing() {
      return act?.id ?? null;
    },
    begin(plays, id, given) {
      const before = act;
      act = null;
      if (before !== null) end(before, 'cancelled');
      const open = useDocument.getState();
      const isOpen = saveDocument(open.document) === saveDocument(given);
      if (!isOpen) open.open(given, { as: REPLAYED });
      const document = isOpen ? open.document : given;
      if (isOn(useLive.getState())) useLive.getState().clear();
      let settle: Act['settle'] = () => undefined;
      const over = new Promise<RunReport>((resolve) => {
        settle = resolve;
      });
      const record = recordRun(id, { document, backend: 'auto' }, () => 0);
      const begun: Act = { id, record, events: [], over, settle };
      if (plays === 'loop') {
        if (useRun.getState().running) useRun.getState().clear();
        next = begun;
        void useLive.getState().start();
        next = null;
      } else {
        const handle: RunHandle = { runId: id, done: over, cancel: () => interrupt(begun) };
        void showRun({ keys }, handle, document, plays === 'probe');
      }
      act = begun;
    },
    run(event) {
      for (const listener of runListeners) listener([event]);
      if (act?.id !== event.runId) return;
      act.record.see(event);
      // Of a loop it is its first part alone that ends.
      if (event.type === 'runFinished' && useRun.getState().runId === event.runId && !useRun.getState().looping) {
        end(act, event.status, event.ms);
      }
    },
    tick(record, reported) {
      if (act === null) return;
      act.events.push(...reported);
      say({ sessionId: act.id, type: 'ticks', records: [record] });
    },
    phase(said) {
      if (act === null) return;
      say({ sessionId: act.id, type: 'phase', ...said });
      if (said.phase === 'ended') end(act, 'completed');
      if (said.phase === 'failed') end(act, 'failed');
    },
  };
}

function subscribed<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const noRows = {
  code: 'recording-without-rows',
  message: text('A recording holds no rows.', '기록에는 행이 들어 있지 않아요.'),
  hint: text(
    'Run the pipeline itself to see what its figures stand on.',
    '수치의 바탕이 된 행을 보려면 파이프라인을 직접 실행해 주세요.',
  ),
};
