import type { Remote } from 'comlink';
import { wrap } from 'comlink';
import type { EngineEvent } from '../engine/events';
import type { LiveMessage } from '../engine/live/messages';
import type { Text } from '../lib/text';
import { text } from '../lib/text';
import type { KeptLoop } from './loop-keeper';
import type { Threaded, WorkerApi } from './worker-api';
import { isEventMessage, isKeptEnvelope, isLiveEnvelope } from './worker-api';

/** What the client uses of a Worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>;

/** One worker from its start to its end. */
export interface RunningEngine {
  readonly api: Remote<Threaded<WorkerApi>>;
  /** Resolves when this worker has ended, with the reason; never rejects. */
  readonly ended: Promise<Text>;
  end(reason: Text): void;
  /** Watches the heartbeat from now on; returns what stops it. */
  watch(): () => void;
}

/** How a worker is watched. */
export interface Watching {
  readonly beatMs: number;
  /** Beats without an answer after which it counts as dead. */
  readonly silentBeats: number;
  /** The same, where its lifeline says that it is alive. */
  readonly busyBeats: number;
  readonly onceGone: (name: string, gone: () => void) => void;
}

/** Beats without an answer that are worth a word. */
const TOLD_BEATS = 3;

/**
 * Starts a worker. It ends when told to, when it reports an error, when its lifeline says that it is gone, or when it
 * leaves a ping unanswered for `silentBeats` beats: beats rather than time, since a
 * sleeping machine or a tab in the background loses time without losing the worker.
 */
export function startEngine(
  worker: WorkerLike,
  listeners: {
    readonly events: (events: readonly EngineEvent[]) => void;
    readonly live: (messages: readonly LiveMessage[]) => void;
    readonly kept: (kept: KeptLoop) => void;
    /** For how many seconds it has not answered; null once it does, or has ended. */
    readonly silent: (seconds: number | null) => void;
  },
  { beatMs, silentBeats, busyBeats, onceGone }: Watching,
): RunningEngine {
  const api = wrap<Threaded<WorkerApi>>(worker);
  let over = false;
  let tellEnd: (reason: Text) => void = () => undefined;
  const ended = new Promise<Text>((resolve) => {
    tellEnd = resolve;
  });
  let watchers = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const end = (reason: Text): void => {
    if (over) return;
    over = true;
    clearInterval(timer);
    worker.terminate();
    hear(0);
    tellEnd(reason);
  };
  let told = 0;
  const hear = (unanswered: number): void => {
    const worthIt = unanswered >= TOLD_BEATS ? unanswered : 0;
    if (worthIt !== told) listeners.silent(worthIt === 0 ? null : (worthIt * beatMs) / 1_000);
    told = worthIt;
  };
  let alive = false;
  const ping = async (): Promise<void> => {
    const name = await api.ping();
    if (alive || typeof name !== 'string') return;
    alive = true;
    onceGone(name, () => end(gone));
  };
  ping().catch(() => undefined);
  worker.addEventListener('error', (event) => {
    const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
    // A script that could not be loaded at all says nothing.
    end(message === '' ? notStarted : text(`The engine broke down: ${message}`, `엔진에 오류가 났어요: ${message}`));
  });
  worker.addEventListener('messageerror', () =>
    end(text('The engine sent what could not be read.', '엔진이 읽을 수 없는 값을 보냈어요.')),
  );
  worker.addEventListener('message', (event) => {
    if (over || !('data' in event)) return;
    if (isEventMessage(event.data)) listeners.events(event.data.millraceEvents);
    else if (isLiveEnvelope(event.data)) listeners.live(event.data.millraceLive);
    else if (isKeptEnvelope(event.data)) listeners.kept(event.data.millraceKept);
  });

  const beat = (): (() => void) => {
    let unanswered = 0;
    let waiting = false;
    return () => {
      if (waiting) {
        hear(++unanswered);
        if (unanswered >= (alive ? busyBeats : silentBeats)) end(silent);
        return;
      }
      waiting = true;
      unanswered = 0;
      const answered = (): void => {
        waiting = false;
        hear(0);
      };
      ping().then(answered, answered);
    };
  };

  return {
    api,
    ended,
    end,
    watch() {
      if (watchers++ === 0 && !over) timer = setInterval(beat(), beatMs);
      let watching = true;
      return () => {
        if (!watching) return;
        watching = false;
        if (--watchers > 0) return;
        clearInterval(timer);
        hear(0);
      };
    },
  };
}

const silent = text('The engine no longer answers.', '엔진이 응답하지 않아요.');
const gone = text('The engine is gone, perhaps for want of memory.', '엔진이 사라졌어요. 메모리가 부족했을 수 있어요.');
const notStarted = text(
  'The engine could not be started. Load the page again.',
  '엔진을 시작하지 못했어요. 페이지를 새로 고쳐 주세요.',
);
