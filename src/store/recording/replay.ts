import type { PipelineDocument } from '../../graph/document';
import { type Text, text } from '../../lib/text';
import type { ReportedEvent } from '../../nodes/contract/live-events';
import { eventReported } from '../../nodes/contract/reported-event';
import { useDocument } from '../document/document-store';
import { asRun } from '../document/pipeline-as-run';
import { whyNotLive } from '../live/live-store';
import { isReported, type Line, nodeOf, type TickLine } from './line';
import type { Entry, Refusal } from './read-recording';
import { createStage, type ReplayEngine, type StageOptions } from './replay-stage';

/** Times as fast as it was heard; null as fast as the page can. */
export const REPLAY_SPEEDS = [0.25, 1, 4, 16, null] as const;
type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

/** A person who waited is not waited for: the longest pause between two lines, in milliseconds. */
const LONGEST_PAUSE = 2_000;
/** Lines that are played in one go before the page gets its turn. */
const AT_ONCE = 100;

/** Plays what was recorded into the stores of the page. */
export interface Replay {
  readonly engine: ReplayEngine;
  /** How many lines have been played. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: ReplaySpeed;
  play(): void;
  pause(): void;
  /** Plays up to the next line that shows something. */
  step(): void;
  setSpeed(speed: ReplaySpeed): void;
}

interface ReplayOptions extends Pick<StageOptions, 'engine'> {
  readonly onChange: () => void;
}

/** Why a recording cannot be replayed over the pipeline that is open; null where it can, or brings its own. */
export function whyNotReplayed(entries: readonly Entry[], open: PipelineDocument): Refusal | null {
  const begun = entries.findIndex(({ line }) => line.type === 'pipeline');
  const bare = entries.slice(0, begun < 0 ? undefined : begun);
  const nodes = new Set(asRun(open).nodes.map(({ id }) => id));
  const named = bare.map(({ line }) => nodeOf(line)).filter((id) => id !== null);
  if (named.length > 0 && !named.some((id) => nodes.has(id))) return notThisPipeline;
  const loops = bare.some(({ line }) => isReported(line));
  return loops && whyNotLive({ document: open }, { running: false }) !== null ? noLoopHere : null;
}

/** The pipeline that a recording begins with; undefined where it is replayed over the one that is open. */
export const firstPipeline = (entries: readonly Entry[]): PipelineDocument | undefined => entries[0]?.document;

export function createReplay(entries: readonly Entry[], { onChange, engine }: ReplayOptions): Replay {
  let at = 0;
  let playing = false;
  let speed: ReplaySpeed = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Told of a tick that is not over. */
  let told: readonly ReportedEvent[] = [];
  let events = 0;
  /** A loop that no line began: none ends it either. */
  let bare = false;

  const pause = (): void => {
    clearTimeout(timer);
    playing = false;
    onChange();
  };
  const play = (): void => {
    if (playing || at >= entries.length) return;
    playing = true;
    onChange();
    soon();
  };
  const step = (): void => {
    if (playing) pause();
    while (at < entries.length && !advance());
    onChange();
  };
  const stage = createStage({ engine, play, pause, step });

  const soon = (): void => {
    if (at >= entries.length) pause();
    else timer = setTimeout(turn, speed === null ? 0 : waitBefore(at) / speed);
  };
  const turn = (): void => {
    for (let count = 0; playing && at < entries.length && count < AT_ONCE; count++) {
      if (count > 0 && speed !== null && waitBefore(at) / speed > 1) break;
      advance();
    }
    onChange();
    if (playing) soon();
  };
  const waitBefore = (index: number): number =>
    Math.min(LONGEST_PAUSE, (entries[index]?.at ?? 0) - (entries[index - 1]?.at ?? entries[index]?.at ?? 0));

  const begin = (plays: 'run' | 'probe' | 'loop', id: string, document = useDocument.getState().document): void => {
    bare = false;
    [told, events] = [[], 0];
    stage.begin(plays, id, document);
  };
  const beginBare = (plays: 'run' | 'loop', id: string): void => {
    begin(plays, id);
    if (plays === 'run') return;
    bare = true;
    stage.phase({ phase: 'playing' });
  };
  const endTick = (line?: TickLine): boolean => {
    const [first] = told;
    const tick = line?.tick ?? first?.tick;
    const time = line?.time ?? Date.parse(first?.time ?? '');
    const reported = told;
    told = [];
    if (tick === undefined) return false;
    const { statuses = {}, reports = {} } = line ?? {};
    stage.tick(
      { tick, time, statuses, reports, events: reported.map((one) => eventReported(one, events++)) },
      reported,
    );
    return true;
  };
  /** Plays a line. Gives whether the page has heard something. */
  const show = (line: Line, document: PipelineDocument | undefined): boolean => {
    if (isReported(line)) {
      if (stage.playing === null) beginBare('loop', BARE_LOOP);
      const over = told[0] !== undefined && told[0].tick !== line.tick && endTick();
      told = [...told, line];
      return over;
    }
    switch (line.type) {
      case 'pipeline':
        begin(line.plays, line.id, document);
        return true;
      case 'tick':
        if (stage.playing === null) beginBare('loop', BARE_LOOP);
        return endTick(line);
      case 'phase':
        stage.phase(line);
        return true;
      default:
        if (stage.playing !== line.runId) beginBare('run', line.runId);
        stage.run(line);
        return true;
    }
  };
  const advance = (): boolean => {
    const entry = entries[at];
    if (entry === undefined) return false;
    at++;
    const shown = show(entry.line, entry.document);
    if (at < entries.length || !bare) return shown;
    endTick();
    stage.phase({ phase: 'ended' });
    return true;
  };

  return {
    engine: stage.engine,
    get at() {
      return at;
    },
    get playing() {
      return playing;
    },
    get speed() {
      return speed;
    },
    play,
    pause,
    step,
    setSpeed(next) {
      speed = next;
      clearTimeout(timer);
      if (playing) soon();
      onChange();
    },
  };
}

const BARE_LOOP = 'recorded-loop';

const hint: Text = text(
  'Open the pipeline that was recorded, then choose the file again.',
  '기록한 파이프라인을 먼저 연 다음 파일을 다시 골라 주세요.',
);
const notThisPipeline: Refusal = {
  message: text(
    'The file names no pipeline, and none of its nodes is in the one that is open.',
    '파일에 파이프라인이 들어 있지 않고, 파일의 노드가 지금 열린 파이프라인에 하나도 없어요.',
  ),
  hint,
};
const noLoopHere: Refusal = {
  message: text(
    'The file names no pipeline, and the one that is open has no loop.',
    '파일에 파이프라인이 들어 있지 않고, 지금 열린 파이프라인에는 루프가 없어요.',
  ),
  hint,
};
