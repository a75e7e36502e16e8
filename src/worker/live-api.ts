import type { Engine } from '../engine/engine';
import type { EngineEvent } from '../engine/events';
import type { Host } from '../engine/host';
import type { LiveMessage } from '../engine/live/messages';
import type { LiveSession } from '../engine/live/run-live';
import type { RunReport } from '../engine/report';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { ModelRegistry } from '../registry/registry';
import { answer } from './answer';
import { createLiveBatcher } from './live-batcher';
import type { LiveHalf } from './live-half';
import type { LiveRequest } from './live-protocol';
import type { LiveQuestions } from './worker-api';

export interface LiveParts {
  readonly engine: Engine;
  readonly loadLive: () => Promise<LiveHalf>;
  readonly host: Host;
  readonly registry: ModelRegistry;
  readonly send: (messages: readonly LiveMessage[]) => void;
  /** What the batch phase says. */
  readonly emitRun: (event: EngineEvent) => void;
}

export interface LiveApi {
  readonly questions: LiveQuestions;
  /** Tells the session that rows were appended to a data set. */
  rowsCame(dataSet: string): void;
}

/** The loop in the worker: one session at a time; the last one goes on answering for its evidence. */
export function createLiveApi({ send, loadLive, ...parts }: LiveParts): LiveApi {
  let current: LiveSession | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** Of sessions that are asked for and not over: one may have to be stopped before its turn has come. */
  const stops = new Map<string, AbortController>();
  const named = (sessionId: string): LiveSession | null => (current?.sessionId === sessionId ? current : null);

  const play = async (
    sessionId: string,
    { document, backend, ticksPerSecond, paused }: LiveRequest,
    signal: AbortSignal,
  ): Promise<RunReport> => {
    const { runLive, kinds } = await loadLive();
    const batcher = createLiveBatcher(send, () => performance.now());
    current = runLive({
      ...parts,
      kinds,
      sessionId,
      document,
      backend,
      clock: 'virtual',
      waits: true,
      ticksPerSecond,
      signal,
      emit: batcher.push,
      ...(paused === undefined ? {} : { paused }),
    });
    const report = await current.done;
    batcher.flush();
    return report;
  };

  const questions: LiveQuestions = {
    async liveStart(sessionId, request) {
      for (const stop of stops.values()) stop.abort();
      const controller = new AbortController();
      stops.set(sessionId, controller);
      const played = last.then(() => play(sessionId, request, controller.signal));
      last = played.catch(() => undefined);
      return played.finally(() => stops.delete(sessionId));
    },
    liveControl: (sessionId, control) => named(sessionId)?.control(control),
    liveCommand: (sessionId, command) => named(sessionId)?.command(command),
    liveStop: (sessionId) => stops.get(sessionId)?.abort(),
    liveEvidence: (monitorId, tick, column) =>
      answer(() => {
        if (current === null) throw nothingPlayed();
        return current.evidence(monitorId, tick, column);
      }),
  };
  return { questions, rowsCame: (dataSet) => current?.rowsCame(dataSet) };
}

function nothingPlayed(): Failure {
  return new Failure({
    code: 'no-evidence',
    message: text('The rows of this tick are no longer held.', '이 틱의 행이 더는 남아 있지 않아요.'),
    hint: text('Go live again.', '다시 라이브를 시작하세요.'),
  });
}
