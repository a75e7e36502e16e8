import type { Engine } from '../engine/engine';
import type { EngineEvent } from '../engine/events';
import type { Host } from '../engine/host';
import type { Kinds } from '../engine/kinds';
import type { LiveMessage } from '../engine/live/messages';
import { type LiveSession, runLive } from '../engine/live/run-live';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { ModelRegistry } from '../registry/registry';
import { answer } from './answer';
import { createLiveBatcher } from './live-batcher';
import type { LiveQuestions } from './worker-api';

export interface LiveParts {
  readonly engine: Engine;
  readonly kinds: Kinds;
  readonly host: Host;
  readonly registry: ModelRegistry;
  readonly send: (messages: readonly LiveMessage[]) => void;
  /** What the batch phase says. */
  readonly emitRun: (event: EngineEvent) => void;
}

interface Session {
  readonly live: LiveSession;
  readonly controller: AbortController;
}

export interface LiveApi {
  readonly questions: LiveQuestions;
  /** Tells the session that rows were appended to a data set. */
  rowsCame(dataSet: string): void;
}

/** The loop in the worker: one session at a time; the last one goes on answering for its evidence. */
export function createLiveApi({ send, ...parts }: LiveParts): LiveApi {
  let current: Session | null = null;
  const named = (sessionId: string): Session | null => (current?.live.sessionId === sessionId ? current : null);

  const questions: LiveQuestions = {
    async liveStart(sessionId, { document, backend, ticksPerSecond, paused }) {
      const before = current;
      before?.controller.abort();
      await before?.live.done;
      const controller = new AbortController();
      const batcher = createLiveBatcher(send, () => performance.now());
      const live = runLive({
        ...parts,
        sessionId,
        document,
        backend,
        clock: 'virtual',
        waits: true,
        ticksPerSecond,
        signal: controller.signal,
        emit: batcher.push,
        ...(paused === undefined ? {} : { paused }),
      });
      current = { live, controller };
      const report = await live.done;
      batcher.flush();
      return report;
    },
    liveControl: (sessionId, control) => named(sessionId)?.live.control(control),
    liveCommand: (sessionId, command) => named(sessionId)?.live.command(command),
    liveStop: (sessionId) => named(sessionId)?.controller.abort(),
    liveEvidence: (monitorId, tick, column) =>
      answer(() => {
        if (current === null) throw nothingPlayed();
        return current.live.evidence(monitorId, tick, column);
      }),
  };
  return { questions, rowsCame: (dataSet) => current?.live.rowsCame(dataSet) };
}

function nothingPlayed(): Failure {
  return new Failure({
    code: 'no-evidence',
    message: text('The rows of this tick are no longer held.', '이 틱의 행이 더는 남아 있지 않아요.'),
    hint: text('Go live again.', '다시 라이브를 시작하세요.'),
  });
}
