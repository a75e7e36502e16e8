import { openLoops } from '../../graph/open-loops';
import { eventually } from '../../lib/eventually';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { isOn, useLive, whyNotLive } from '../live/live-store';
import { LIVE_SPEEDS } from '../live/live-types';
import { type Command, type CommandState, type CommandsOf, documentNow } from './command';
import { commandHost } from './command-host';

type LiveCommandId =
  | 'makeLoop'
  | 'completeLoop'
  | 'goLive'
  | 'goOn'
  | 'playPause'
  | 'stepLive'
  | 'fasterLive'
  | 'slowerLive'
  | 'latestTick'
  | 'stopLive';

const plays = ({ live }: CommandState): boolean => live.phase === 'playing' || live.phase === 'paused';

/** The next of the speeds in that direction, or the present one at its end. */
function speedBy(steps: 1 | -1): void {
  const { speed, setSpeed } = useLive.getState();
  const next = LIVE_SPEEDS[LIVE_SPEEDS.indexOf(speed) + steps];
  if (next !== undefined) setSpeed(next);
}

/** Of the loop: nothing of it is an edit. */
const common = { group: 'live', scope: 'canvas', undo: 'none', enabled: plays } as const satisfies Partial<Command>;

const COMPLETE = text('Complete the loop', '루프 완성하기');

export const liveCommands: CommandsOf<LiveCommandId> = {
  makeLoop: {
    ...common,
    id: 'makeLoop',
    label: text('Make it a loop…', '루프로 만들기…'),
    shortcuts: [],
    scope: 'page',
    enabled: ({ document: { document }, live }) => {
      const pipeline = catalog.compile(document);
      const ticks = pipeline.enabled('stream').length + pipeline.enabled('deployment').length > 0;
      return !isOn(live) && !ticks && pipeline.enabled('trainer').length > 0;
    },
    perform: () => commandHost().showDialog('loop'),
  },
  completeLoop: {
    ...common,
    id: 'completeLoop',
    label: COMPLETE,
    shortcuts: [],
    scope: 'page',
    undo: 'step',
    enabled: ({ document: { document }, live }) => !isOn(live) && openLoops(catalog.compile(document)).length > 0,
    perform: async () => {
      const { completeLoop } = await eventually(() => import('../../graph/complete-loop'));
      const { document, apply } = documentNow();
      const edit = completeLoop(document, catalog);
      if (edit !== null) apply(edit, COMPLETE);
    },
  },
  goLive: {
    ...common,
    id: 'goLive',
    label: text('Go live', '라이브 시작'),
    shortcuts: ['Mod+Shift+Enter'],
    scope: 'page',
    enabled: ({ document, run, live }) => !isOn(live) && whyNotLive(document, run) === null,
    perform: () => useLive.getState().start(),
  },
  goOn: {
    ...common,
    id: 'goOn',
    label: text('Go on with the loop', '루프 이어가기'),
    shortcuts: [],
    scope: 'page',
    enabled: ({ run, live }) => live.goesOnFrom !== null && !isOn(live) && !run.running,
    perform: () => useLive.getState().goOn(),
  },
  playPause: {
    ...common,
    id: 'playPause',
    label: text('Play or pause the loop', '루프 재생 또는 일시정지'),
    shortcuts: ['P'],
    perform: () => {
      const { phase, play, pause } = useLive.getState();
      return phase === 'playing' ? pause() : play();
    },
  },
  stepLive: {
    ...common,
    id: 'stepLive',
    label: text('One tick', '한 틱 진행'),
    shortcuts: ['N'],
    perform: () => useLive.getState().step(1),
  },
  fasterLive: {
    ...common,
    id: 'fasterLive',
    label: text('Faster', '더 빠르게'),
    shortcuts: [']'],
    enabled: (state) => plays(state) && state.live.speed !== LIVE_SPEEDS.at(-1),
    perform: () => speedBy(1),
  },
  slowerLive: {
    ...common,
    id: 'slowerLive',
    label: text('Slower', '더 느리게'),
    shortcuts: ['['],
    enabled: (state) => plays(state) && state.live.speed !== LIVE_SPEEDS[0],
    perform: () => speedBy(-1),
  },
  latestTick: {
    ...common,
    id: 'latestTick',
    label: text('Back to the newest tick', '최신 틱으로 돌아가기'),
    shortcuts: [],
    enabled: ({ live }) => live.cursor !== null,
    perform: () => useLive.getState().scrub(null),
  },
  stopLive: {
    ...common,
    id: 'stopLive',
    label: text('Stop the loop', '루프 멈추기'),
    // The keys of Cancel stop whatever is under way.
    shortcuts: [],
    scope: 'page',
    enabled: ({ live }) => isOn(live),
    perform: () => useLive.getState().stop(),
  },
};
