import type { Engine } from '../engine/engine';
import type { Host } from '../engine/host';
import type { ColumnEvidence } from '../engine/live/evidence';
import type { LiveRun } from '../engine/live/live-run';
import type { LiveControl } from '../engine/live/messages';
import type { LiveSession } from '../engine/live/run-live';
import type { RunReport } from '../engine/report';
import type { PipelineDocument } from '../graph/document';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { LiveCommand } from '../nodes/contract/live-events';
import type { ModelRegistry } from '../registry/registry';
import type { LiveHalf } from './live-half';
import { type Result, resultOf } from './result';

/** A loop to play: all that the workspace does not know itself. */
type LivePlay = Omit<LiveRun, 'engine' | 'kinds' | 'host' | 'registry' | 'signal'> & {
  /** Another way to stop it than `stop`. */
  readonly signal?: AbortSignal;
};

/** The loop: one session at a time; the last one goes on answering for its evidence. What names another is passed over. */
export interface LiveArea {
  /** Stops the session before, waits for its end, and plays to the end of this one. */
  start(play: LivePlay): Promise<RunReport>;
  control(sessionId: string, control: LiveControl): void;
  /** Hands a person's wish to a live node; it is seen in the next tick. */
  command(sessionId: string, command: LiveCommand): void;
  stop(sessionId: string): void;
  /** Overlaid histograms of what a monitor compared at a tick. */
  evidence(monitorId: string, tick: number, column: string): Promise<Result<ColumnEvidence>>;
}

interface LiveParts {
  readonly engine: Engine;
  readonly host: Host;
  readonly registry: ModelRegistry;
  readonly loadLive: () => Promise<LiveHalf>;
  /** Documents that are played, or wait for it. */
  readonly busy: Set<PipelineDocument>;
}

/** The loop of a workspace, and how it is told that rows were appended to a data set. */
export function createLiveArea({ loadLive, busy, ...parts }: LiveParts): {
  readonly area: LiveArea;
  readonly rowsCame: (dataSet: string) => void;
} {
  let current: LiveSession | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** Of sessions that are asked for and not over: one may have to be stopped before its turn has come. */
  const stops = new Map<string, AbortController>();
  const named = (sessionId: string): LiveSession | null => (current?.sessionId === sessionId ? current : null);

  const play = async (run: LivePlay & { readonly signal: AbortSignal }): Promise<RunReport> => {
    const { runLive, kinds } = await loadLive();
    current = runLive({ ...parts, kinds, ...run });
    return current.done;
  };

  const area: LiveArea = {
    async start(run) {
      const { sessionId, document } = run;
      for (const earlier of stops.values()) earlier.abort();
      const controller = new AbortController();
      stops.set(sessionId, controller);
      busy.add(document);
      const stop = (): void => controller.abort();
      if (run.signal?.aborted === true) stop();
      run.signal?.addEventListener('abort', stop, { once: true });
      const played = last.then(() => play({ ...run, signal: controller.signal }));
      last = played.catch(() => undefined);
      return played.finally(() => {
        stops.delete(sessionId);
        run.signal?.removeEventListener('abort', stop);
        busy.delete(document);
      });
    },
    control: (sessionId, control) => named(sessionId)?.control(control),
    command: (sessionId, command) => named(sessionId)?.command(command),
    stop: (sessionId) => stops.get(sessionId)?.abort(),
    evidence: (monitorId, tick, column) =>
      resultOf(() => {
        if (current === null) throw nothingPlayed();
        return current.evidence(monitorId, tick, column);
      }),
  };
  return { area, rowsCame: (dataSet) => current?.rowsCame(dataSet) };
}

function nothingPlayed(): Failure {
  return new Failure({
    code: 'no-evidence',
    message: text('The rows of this tick are no longer held.', '이 틱의 행이 더는 남아 있지 않아요.'),
    hint: text('Go live again.', '다시 라이브를 시작하세요.'),
  });
}
