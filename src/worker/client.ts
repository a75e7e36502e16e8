import { wrap } from 'comlink';
import type { EngineEvent } from '../engine/events';
import type { RunReport } from '../engine/report';
import { emptyDocument } from '../graph/empty-document';
import type { FailureDetail } from '../lib/failure';
import type { Text } from '../lib/text';
import { text } from '../lib/text';
import type { Freed, OpenPage } from './disk-protocol';
import { onceGone as onceThreadGone } from './lifeline';
import { createLiveClient } from './live-client';
import type { EngineClient, RunHandle, RunRequest } from './protocol';
import type { RunRecord } from './run-record';
import { engineStopped, recordRun } from './run-record';
import type { RunningEngine, Watching, WorkerLike } from './running-engine';
import { startEngine } from './running-engine';
import { askAt, nowhere, standIn } from './stand-in';

export interface ClientOptions {
  /** Starts a worker; each call must give a new one. */
  readonly createWorker?: () => WorkerLike;
  /** How long a cancelled run may take to stop before its worker is ended. */
  readonly patienceMs?: number;
  readonly beatMs?: number;
  /** What this page has in memory that its disk does not tell of: files named there are in use. */
  readonly page?: () => OpenPage;
  /** Beats without an answer that mean the worker is dead: half a minute unless told. */
  readonly silentBeats?: number;
  /** The same of a worker that is known to live, and so is busy or stuck: two minutes. */
  readonly busyBeats?: number;
  readonly onceGone?: Watching['onceGone'];
}

interface ActiveRun {
  readonly record: RunRecord;
  cancelled: boolean;
  settle(report: RunReport): void;
}

const newWorker = (): WorkerLike => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });

/**
 * The page's side of the engine. The worker starts with the first question and is
 * replaced when it hangs, breaks or dies; documents live on the page and finished
 * results on disk, so nothing but the node at work is lost.
 */
export function createEngineClient({
  createWorker = newWorker,
  patienceMs = 1_500,
  beatMs = 2_000,
  silentBeats = 15,
  busyBeats = 60,
  onceGone = onceThreadGone,
  page = () => ({ document: emptyDocument(), undoFiles: [], backend: 'auto' }),
}: ClientOptions = {}): EngineClient {
  const listeners = new Set<(events: readonly EngineEvent[]) => void>();
  const restartListeners = new Set<(reason: Text) => void>();
  const freedListeners = new Set<(freed: Freed) => void>();
  const silenceListeners = new Set<(seconds: number | null) => void>();
  const runs = new Map<string, ActiveRun>();
  let current: RunningEngine | undefined;
  let disposed = false;

  const tell = (events: readonly EngineEvent[]): void => {
    for (const event of events) runs.get(event.runId)?.record.see(event);
    for (const listener of listeners) listener(events);
  };

  const silent = (seconds: number | null): void => {
    for (const listener of silenceListeners) listener(seconds);
  };

  const engine = (): RunningEngine => {
    if (disposed) throw new Error('the engine client has been disposed of');
    if (current !== undefined) return current;
    const started = startEngine(
      createWorker(),
      { events: tell, live: loop.receive, kept: loop.keep, silent },
      { beatMs, silentBeats, busyBeats, onceGone },
    );
    current = started;
    void started.ended.then((reason) => {
      if (current === started) current = undefined;
      for (const [runId, run] of [...runs]) endRun(runId, run);
      if (!disposed) for (const listener of restartListeners) listener(reason);
    });
    return started;
  };

  const endRun = (runId: string, run: ActiveRun): void => {
    const { events, report } = run.record.end(run.cancelled || disposed ? 'cancelled' : 'failed');
    tell(events);
    runs.delete(runId);
    run.settle(report);
  };

  /** Asks the worker; where it ends before it answers, asks the next one, once. */
  const ask = async <T>(question: (api: RunningEngine['api']) => Promise<T>, mayRetry = true): Promise<T> => {
    const here = engine();
    const stopWatching = here.watch();
    const answer = await Promise.race([
      question(here.api).then((value) => ({ value })),
      here.ended.then(() => undefined),
    ]).finally(stopWatching);
    if (answer !== undefined) return answer.value;
    if (!mayRetry || disposed) throw new EngineStopped();
    return ask(question, false);
  };
  const questions = standIn<RunningEngine['api']>(wrap(nowhere), (path, given) =>
    ask((api) => askAt(api, path, given)).catch((cause: unknown) => ({ ok: false, failure: failureOf(cause) })),
  );
  const loop = createLiveClient({ engine, evidence: questions.live.evidence, patienceMs, hung });

  let runCount = 0;
  const run = (request: RunRequest): RunHandle => {
    const runId = `run-${Date.now().toString(36)}-${(++runCount).toString(36)}`;
    const here = engine();
    const stopWatching = here.watch();
    let settle: (report: RunReport) => void = () => undefined;
    const done = new Promise<RunReport>((resolve) => {
      settle = resolve;
    });
    const active: ActiveRun = {
      record: recordRun(runId, request, () => performance.now()),
      cancelled: false,
      settle: (report) => {
        stopWatching();
        settle(report);
      },
    };
    runs.set(runId, active);
    here.api.run(runId, request).then(
      (report) => {
        if (!runs.delete(runId)) return;
        active.settle(report);
      },
      () => {
        if (runs.has(runId)) endRun(runId, active);
      },
    );
    return {
      runId,
      done,
      async cancel() {
        if (!runs.has(runId)) return;
        active.cancelled = true;
        void Promise.resolve(here.api.cancel(runId)).catch(() => undefined);
        let timer: ReturnType<typeof setTimeout> | undefined;
        const impatient = new Promise<'late'>((resolve) => {
          timer = setTimeout(() => resolve('late'), patienceMs);
        });
        if ((await Promise.race([done, impatient])) === 'late') here.end(hung);
        clearTimeout(timer);
        await done;
      },
    };
  };

  return {
    run,
    listen: (listener) => subscribe(listeners, listener),
    onRestart: (listener) => subscribe(restartListeners, listener),
    onSilence: (listener) => subscribe(silenceListeners, listener),
    restart: () => current?.end(asked),
    keys: (document, backend) => ask((api) => api.keys(document, backend)),
    warmUp: (backend) => ask((api) => api.warmUp(backend)).catch(() => undefined),
    backends: () => ask((api) => api.backends()),
    memory: () => ask((api) => api.memory()),
    hasFile: (hash) => ask((api) => api.files.has(hash)),
    async putFile(file) {
      const answer = await questions.files.put(file, page());
      if (!answer.ok) return answer;
      const { file: kept, freed } = answer.value;
      if (freed !== null) for (const listener of freedListeners) listener(freed);
      return { ok: true, value: kept };
    },
    preview: questions.preview,
    rows: questions.rows,
    predict: questions.predict,
    explain: questions.explain,
    exportOutput: questions.exportOutput,
    exportPython: questions.exportPython,
    nodeInPython: questions.nodeInPython,
    compareEvaluations: questions.compareEvaluations,
    ownData: questions.ownData,
    live: loop.client,
    models: questions.models,
    lake: questions.lake,
    disk: {
      removeFile: questions.disk.removeFile,
      removeResults: questions.disk.removeResults,
      removeSlot: questions.disk.removeSlot,
      survey: () => questions.disk.survey(page()),
      sweep: () => questions.disk.sweep(page()),
      onFreed: (listener) => subscribe(freedListeners, listener),
    },
    dispose() {
      disposed = true;
      current?.end(text('The page was closed.', '페이지가 닫혔어요.'));
      listeners.clear();
      restartListeners.clear();
      freedListeners.clear();
      silenceListeners.clear();
    },
  };
}

const asked = text(
  'The engine was started again. Finished results were kept.',
  '엔진을 다시 시작했어요. 끝난 결과는 남아 있어요.',
);
const hung = text(
  'A step did not stop when asked, so the engine was started again. Finished results were kept.',
  '멈추라고 해도 멈추지 않는 단계가 있어서 엔진을 다시 시작했어요. 끝난 결과는 남아 있어요.',
);

class EngineStopped extends Error {}

function failureOf(cause: unknown): FailureDetail {
  if (cause instanceof EngineStopped) return engineStopped;
  const message = cause instanceof Error ? cause.message : String(cause);
  return { ...engineStopped, code: 'engine-unreachable', message: text(message, message) };
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
