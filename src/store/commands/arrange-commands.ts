import { eventually } from '../../lib/eventually';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { toggleMode } from '../document/selected-edits';
import { type CommandsOf, documentNow, hasNodes, nodesSelected } from './command';
import { commandHost } from './command-host';

const LAYOUT = text('Tidy up', '정렬하기');
const BYPASS = text('Bypass', '건너뛰기');
const OFF = text('Switch off', '끄기');

type ArrangeCommand = 'toggleBypass' | 'toggleOff' | 'autoLayout';

export const arrangeCommands: CommandsOf<ArrangeCommand> = {
  toggleBypass: {
    id: 'toggleBypass',
    label: BYPASS,
    group: 'arrange',
    shortcuts: ['B'],
    scope: 'canvas',
    undo: 'step',
    enabled: nodesSelected,
    perform: () => toggleMode('bypassed', BYPASS),
  },
  toggleOff: {
    id: 'toggleOff',
    label: OFF,
    group: 'arrange',
    shortcuts: ['O'],
    scope: 'canvas',
    undo: 'step',
    enabled: nodesSelected,
    perform: () => toggleMode('off', OFF),
  },
  autoLayout: {
    id: 'autoLayout',
    label: LAYOUT,
    group: 'arrange',
    shortcuts: ['L'],
    scope: 'canvas',
    undo: 'step',
    enabled: hasNodes,
    perform: async () => {
      const { layoutPipeline, roomOf } = await eventually(() => import('../../graph/layout'));
      const { document, apply } = documentNow();
      const { positions } = layoutPipeline(catalog.compile(document), roomOf(commandHost().canvasSize()));
      apply({ type: 'move', positions }, LAYOUT);
      commandHost().showPipeline();
    },
  },
};
