import type { LiveMessage } from '../engine/live/messages';
import type { RunReport } from '../engine/report';
import type { FailureDetail } from '../lib/failure';
import { type Text, text } from '../lib/text';
import type { LiveClient, LiveHandle, LiveRequest } from './live-protocol';
import type { KeptLoop } from './loop-keeper';
import type { RunningEngine } from './running-engine';

export interface LiveClientParts {
  /** The worker that is alive, or a new one. */
  readonly engine: () => RunningEngine;
  readonly evidence: LiveClient['evidence'];
  /** How long a session may take to stop before its worker is ended. */
  readonly patienceMs: number;
  readonly hung: Text;
}

/** The page's side of the loop. A session lives as long as its worker: what outlives both is in the registry. */
export function createLiveClient({ engine, evidence, patienceMs, hung }: LiveClientParts): {
  readonly client: LiveClient;
  readonly receive: (messages: readonly LiveMessage[]) => void;
  readonly keep: (kept: KeptLoop) => void;
} {
  const listeners = new Set<(messages: readonly LiveMessage[]) => void>();
  const receive = (messages: readonly LiveMessage[]): void => {
    for (const listener of listeners) listener(messages);
  };
  let newest: KeptLoop | null = null;
  let count = 0;

  const start = (request: LiveRequest): LiveHandle => {
    const sessionId = `live-${Date.now().toString(36)}-${(++count).toString(36)}`;
    const here = engine();
    const stopWatching = here.watch();
    let over = false;
    const kept = (): KeptLoop | null => (newest?.sessionId === sessionId ? newest : null);
    const lost = (reason: Text): RunReport => {
      receive([{ sessionId, type: 'phase', phase: 'failed', failure: sessionLost(reason, kept() !== null) }]);
      return lostReport(sessionId, request);
    };
    const done = Promise.race([
      here.api.live.start(sessionId, request).catch((cause: unknown) => lost(reasonOf(cause))),
      here.ended.then((reason) => (over ? lostReport(sessionId, request) : lost(reason))),
    ]).finally(() => {
      over = true;
      stopWatching();
    });
    /** What is said to a worker that is gone is lost with it. */
    const tell = (said: unknown): void => void Promise.resolve(said).catch(() => undefined);
    return {
      kept,
      sessionId,
      done,
      control: (control) => tell(here.api.live.control(sessionId, control)),
      command: (command) => tell(here.api.live.command(sessionId, command)),
      async stop() {
        if (over) return;
        tell(here.api.live.stop(sessionId));
        const timer = setTimeout(() => here.end(hung), patienceMs);
        await done.finally(() => clearTimeout(timer));
      },
    };
  };

  return {
    receive,
    keep: (kept) => {
      newest = kept;
    },
    client: {
      start,
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      evidence,
    },
  };
}

const reasonOf = (cause: unknown): Text => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return text(message, message);
};

const sessionLost = (reason: Text, isKept: boolean): FailureDetail => ({
  code: 'live-lost',
  message: text(`The loop ended with the engine. ${reason.en}`, `엔진과 함께 루프가 끝났어요. ${reason.ko}`),
  hint: isKept
    ? text(
        'Go on from where it was last kept, or go live again. Finished results and the models that were kept are still here.',
        '마지막으로 보관된 틱부터 이어가거나 다시 라이브를 시작하세요. 끝난 결과와 보관된 모델은 그대로 있어요.',
      )
    : text(
        'Go live again. Finished results and the models that were kept are still here.',
        '다시 라이브를 시작하세요. 끝난 결과와 보관된 모델은 그대로 있어요.',
      ),
});

const lostReport = (runId: string, { document }: LiveRequest): RunReport => ({
  format: 'millrace/report',
  version: 1,
  runId,
  status: 'failed',
  backend: 'none',
  seed: document.seed,
  ms: 0,
  nodes: {},
  events: [],
});
