import { text } from '../../lib/text';
import { isOn, useLive } from '../live/live-store';
import { useRun } from '../run/run-store';
import { type CommandsOf, documentNow, hasNodes, oneNodeSelected } from './command';

type RunCommand = 'run' | 'runToHere' | 'cancel';

export const runCommands: CommandsOf<RunCommand> = {
  run: {
    id: 'run',
    label: text('Run', '실행'),
    group: 'run',
    shortcuts: ['Mod+Enter'],
    scope: 'page',
    undo: 'none',
    enabled: (state) => hasNodes(state) && !state.run.running && !state.run.looping,
    perform: () => useRun.getState().run(),
  },
  runToHere: {
    id: 'runToHere',
    label: text('Run to here', '여기까지 실행'),
    group: 'run',
    shortcuts: ['R'],
    scope: 'canvas',
    undo: 'none',
    enabled: (state) => oneNodeSelected(state) && !state.run.running && !state.run.looping,
    perform: () => {
      const [nodeId] = documentNow().selection.nodes;
      return nodeId === undefined ? undefined : useRun.getState().run(nodeId);
    },
  },
  cancel: {
    id: 'cancel',
    label: text('Cancel', '취소'),
    group: 'run',
    shortcuts: ['Mod+.'],
    scope: 'page',
    undo: 'none',
    enabled: ({ run, live }) => run.running || isOn(live),
    perform: () => (isOn(useLive.getState()) ? useLive.getState().stop() : useRun.getState().cancel()),
  },
};
