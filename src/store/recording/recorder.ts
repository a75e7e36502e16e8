import type { EngineEvent } from '../../engine/events';
import type { LiveMessage } from '../../engine/live/messages';
import { liveWords } from '../../engine/live/wording';
import { saveDocument } from '../../graph/save-document';
import { reportEvent } from '../../nodes/contract/live-events';
import type { EngineClient } from '../../worker/protocol';
import { useRun } from '../run/run-store';
import { type Line, nodeOf, type PipelineLine } from './line';
import { MAX_RECORDING } from './read-recording';

/** A line as it was heard: its text is what the file holds. */
export interface Heard {
  /** Counts what was heard, from 0. */
  readonly index: number;
  /** Milliseconds since the recording began. */
  readonly at: number;
  readonly type: string;
  readonly node: string | null;
  readonly text: string;
}

/** What the page hears of its engine. */
export interface Recorder {
  /** The engine, each word of which is noted before the page hears it. */
  readonly engine: EngineClient;
  /** Oldest first. Grows in place. */
  readonly heard: readonly Heard[];
  /** How many of the oldest were let go to keep within the size of a file. */
  readonly letGo: number;
  /** Forgets what was heard; what is under way is noted from here on. */
  clear(): void;
}

interface RecorderOptions {
  readonly now: () => number;
  /** Something was heard. */
  readonly onHeard: () => void;
  readonly most?: number;
}

export function createRecorder(client: EngineClient, options: RecorderOptions): Recorder {
  const { now, onHeard, most = MAX_RECORDING } = options;
  const heard: Heard[] = [];
  /** Begun, and not heard of yet. */
  const begun = new Map<string, Omit<PipelineLine, 'plays'>>();
  /** What plays now: it stays when older lines are let go, for without it nothing can be replayed. */
  let playing: Heard | null = null;
  let [began, count, size, letGo] = [now(), 0, 0, 0];

  const note = (line: Line): Heard => {
    const at = Math.max(0, Math.round(now() - began));
    const one: Heard = { index: count++, at, type: line.type, node: nodeOf(line), text: JSON.stringify(line) };
    heard.push(one);
    size += one.text.length;
    while (size > most && heard.length > 1) {
      const oldest = heard[0] === playing ? 1 : 0;
      size -= heard.splice(oldest, 1)[0]?.text.length ?? 0;
      letGo++;
    }
    return one;
  };
  const begin = (plays: PipelineLine['plays'], line: Omit<PipelineLine, 'plays'>): void => {
    playing = note({ ...line, plays });
  };
  const pipelineOf = (id: string, document: Parameters<typeof saveDocument>[0]): Omit<PipelineLine, 'plays'> => ({
    type: 'pipeline',
    id,
    document: JSON.parse(saveDocument(document)),
  });
  const hearRun = (events: readonly EngineEvent[]): void => {
    for (const event of events) {
      const line = begun.get(event.runId);
      begun.delete(event.runId);
      if (line !== undefined) begin(useRun.getState().probing ? 'probe' : 'run', line);
      note(event);
    }
    onHeard();
  };
  const hearLoop = (messages: readonly LiveMessage[]): void => {
    for (const message of messages) {
      if (message.type === 'phase') {
        const { sessionId: _, ...line } = message;
        note(line);
        continue;
      }
      for (const { events, ...rest } of message.records) {
        for (const event of events) note(reportEvent(event, liveWords));
        note({ type: 'tick', ...rest });
      }
    }
    onHeard();
  };
  client.listen(hearRun);
  client.live.listen(hearLoop);

  return {
    heard,
    get letGo() {
      return letGo;
    },
    clear() {
      heard.length = 0;
      [began, size, letGo] = [now(), 0, 0];
      if (playing !== null) {
        const { type, node, text } = playing;
        playing = { index: count++, at: 0, type, node, text };
        heard.push(playing);
        size = text.length;
      }
      onHeard();
    },
    engine: {
      ...client,
      run(request) {
        const handle = client.run(request);
        begun.set(handle.runId, pipelineOf(handle.runId, request.document));
        return handle;
      },
      live: {
        ...client.live,
        start(request) {
          const handle = client.live.start(request);
          begin('loop', pipelineOf(handle.sessionId, request.document));
          return handle;
        },
      },
    },
  };
}
