import { create } from 'zustand';
import { text } from '../../lib/text';
import type { EngineClient } from '../../worker/protocol';
import { useDocument } from '../document/document-store';
import { replaceDocument } from '../document/open-pipeline';
import { type Entry, type Refusal, readRecording, tooLong, writeRecording } from './read-recording';
import { createRecorder, type Recorder } from './recorder';
import { createReplay, firstPipeline, type Replay, whyNotReplayed } from './replay';
import type { ReplayEngine } from './replay-stage';

/** A recording that is replayed. */
interface Shown {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly replay: Replay;
}

interface DebugState {
  /** Raised whenever more was heard, or a replay has gone on. */
  readonly revision: number;
  readonly recorder: Recorder | null;
  readonly shown: Shown | null;
  /** Why the last file was not replayed. */
  readonly refusal: Refusal | null;
  /** The recording as a file. */
  recording(): string;
  /** Replays a file that was chosen or dropped. */
  openFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void>;
  /** Replays the text of a recording. */
  replay(name: string, source: string): Promise<void>;
  /** Gives the page back to its engine. */
  endReplay(): void;
}

type Connect = (engine: EngineClient | ReplayEngine) => () => void;

let connect: Connect = () => () => undefined;
let disconnect = (): void => undefined;

export const useDebug = create<DebugState>()((set, get) => ({
  revision: 0,
  recorder: null,
  shown: null,
  refusal: null,
  recording: () => writeRecording(get().recorder?.heard ?? []),
  openFile: async (file) => {
    const long = tooLong(file.size);
    if (long !== null) return set({ refusal: long });
    const source = await file.text().catch(() => null);
    if (source === null) return set({ refusal: unreadable });
    await get().replay(file.name, source);
  },
  replay: async (name, source) => {
    const read = readRecording(source);
    if (!read.ok) return set({ refusal: read.refusal });
    const { entries } = read;
    const refusal = whyNotReplayed(entries, useDocument.getState().document);
    if (refusal !== null) return set({ refusal });
    const document = firstPipeline(entries);
    if (document !== undefined && !(await replaceDocument(document))) return;
    const replay = createReplay(entries, { onChange: heardMore, engine: realEngine });
    disconnect();
    disconnect = connect(replay.engine);
    set({ shown: { name, entries, replay }, refusal: null });
  },
  endReplay: () => {
    const { shown, recorder } = get();
    if (shown === null || recorder === null) return;
    set({ shown: null });
    shown.replay.pause();
    disconnect();
    disconnect = connect(recorder.engine);
  },
}));

const heardMore = (): void => useDebug.setState(({ revision }) => ({ revision: revision + 1 }));

/** The engine itself, after the replay has made room for it. */
function realEngine(): EngineClient {
  const { recorder, endReplay } = useDebug.getState();
  endReplay();
  if (recorder === null) throw new Error('nothing is recorded');
  return recorder.engine;
}

/** Connects the page to its engine through a recorder. */
export function connectRecorded(engine: EngineClient, connectTo: Connect): void {
  connect = connectTo;
  const recorder = createRecorder(engine, { now: () => performance.now(), onHeard: heardMore });
  useDebug.setState({ recorder });
  disconnect = connect(recorder.engine);
}

const unreadable: Refusal = {
  message: text('The file could not be read.', '파일을 읽지 못했어요.'),
  hint: text('Check that it is still there, and choose it again.', '파일이 그대로 있는지 확인하고 다시 골라 주세요.'),
};
