import { transfer } from 'comlink';
import type { Result } from '../application/result';
import type { Workspace } from '../application/workspace';
import { createEventBatcher } from '../engine/event-batcher';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import { cutStrings } from '../lib/cut-strings';
import type { FailureDetail } from '../lib/failure';
import { type Text, text } from '../lib/text';
import { backendStatus, memory } from '../models/network/backend/backends';
import type { SpecCatalog } from '../nodes/catalog';
import { createDiskArea, type Disk } from './disk-area';
import { createLiveBatcher } from './live-batcher';
import { createLoopKeeper, type KeptLoop } from './loop-keeper';
import { warmUp } from './warm-up';
import type { WorkerApi } from './worker-api';

export interface WorkerParts {
  readonly workspace: Workspace;
  readonly catalog: SpecCatalog;
  readonly disk: Disk;
  /** See `lifeline.ts`. */
  readonly lifeline: Promise<string | null>;
  /** Takes every batch of events. */
  readonly send: (events: readonly EngineEvent[]) => void;
  readonly sendLive: (messages: readonly LiveMessage[]) => void;
  /** Takes what a loop goes on from. */
  readonly keep: (kept: KeptLoop) => void;
}

/** Six batches a second look live, and leave the page's thread to the person. */
const PAGE_INTERVAL_MS = 160;

/**
 * A workspace for another thread: runs are named, events are gathered, bytes are moved rather than copied, and strings
 * are cut to what can be shown.
 */
export function createWorkerApi({
  workspace,
  catalog,
  disk: on,
  lifeline,
  send,
  sendLive,
  keep,
}: WorkerParts): WorkerApi {
  const { models, lake, live, files, ownData } = workspace;
  const running = new Map<string, AbortController>();
  const batcher = createEventBatcher(
    (events) => send(cutStrings(events)),
    () => performance.now(),
    PAGE_INTERVAL_MS,
  );
  const { makeRoom, ...disk } = createDiskArea({
    ...on,
    catalog,
    running: workspace.running,
    keys: workspace.keys,
    now: Date.now,
  });
  return {
    ...workspace,
    async run(runId, request) {
      const controller = new AbortController();
      running.set(runId, controller);
      try {
        const run = { ...request, runId, signal: controller.signal, emit: batcher.push };
        const { report, kept } = await workspace.run(run);
        void kept.then(({ failures }) => {
          for (const { nodeId, failure } of failures) {
            batcher.push({ runId, type: 'nodeLog', nodeId, message: notKept(failure) });
          }
        });
        return cutStrings(report);
      } finally {
        running.delete(runId);
        await batcher.drain();
      }
    },
    cancel: (runId) => running.get(runId)?.abort(),
    ping: () => lifeline,
    preview: shown(workspace.preview),
    rows: shown(workspace.rows),
    predict: shown(workspace.predict),
    explain: shown(workspace.explain),
    ownData: { look: shown(ownData.look), risks: ownData.risks },
    exportOutput: moving(workspace.exportOutput),
    exportPython: moving(async ({ folder, ...request }) => {
      const { signal } = new AbortController();
      const written = await workspace.exportPython({ ...request, signal, emit: () => undefined });
      if (!written.ok) return written;
      const { pythonArchive } = await import('./python-archive');
      return { ok: true, value: await pythonArchive(written.value, folder) };
    }),
    warmUp,
    backends: backendStatus,
    memory,
    live: {
      ...live,
      evidence: shown(live.evidence),
      async start(sessionId, request) {
        const messages = createLiveBatcher(
          (batch) => sendLive(cutStrings(batch)),
          () => performance.now(),
        );
        const keepNow = (kept: KeptLoop): void => {
          messages.flush();
          keep(kept);
        };
        const keeper = createLoopKeeper(sessionId, keepNow, () => performance.now());
        const report = await live.start({
          ...request,
          sessionId,
          clock: 'virtual',
          waits: true,
          emit: (message) => {
            messages.push(message);
            keeper.told(message);
          },
          afterTick: keeper.afterTick,
          emitRun: batcher.push,
        });
        messages.flush();
        return cutStrings(report);
      },
    },
    models: { ...models, download: moving(models.download) },
    lake: { ...lake, download: moving(lake.download) },
    files: { ...files, put: (file, page) => files.put(file, () => makeRoom(page)) },
    disk,
  };
}

/** The same question, whose answer is to be shown. */
function shown<Given extends readonly unknown[], T>(
  ask: (...given: Given) => Promise<T>,
): (...given: Given) => Promise<T> {
  return async (...given) => cutStrings(await ask(...given));
}

/** The same question, whose bytes leave this thread for the one that asks. */
function moving<Given extends readonly unknown[], T extends { readonly bytes: Uint8Array }>(
  ask: (...given: Given) => Promise<Result<T>>,
): (...given: Given) => Promise<Result<T>> {
  return async (...given) => {
    const answer = await ask(...given);
    return answer.ok ? transfer(answer, [answer.value.bytes.buffer]) : answer;
  };
}

const notKept = ({ message, hint }: FailureDetail): Text =>
  text(`The model was not kept: ${message.en} ${hint.en}`, `모델을 보관하지 못했어요: ${message.ko} ${hint.ko}`);
