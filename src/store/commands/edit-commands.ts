import { text } from '../../lib/text';
import { CUT, copySelected, pasteFromClipboard, pasteNodes, selectedText } from '../document/clipboard';
import { removeSelected } from '../document/selected-edits';
import {
  always,
  type CommandsOf,
  copyable,
  documentNow,
  hasNodes,
  nodesSelected,
  oneNodeSelected,
  somethingSelected,
} from './command';
import { commandHost } from './command-host';

const DELETE = text('Delete', '삭제');
const HEAL = text('Delete and heal', '삭제하고 잇기');
const DUPLICATE = text('Duplicate', '복제');

type EditCommand =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'duplicate'
  | 'delete'
  | 'deleteAndHeal'
  | 'selectAll'
  | 'selectNone'
  | 'rename';

export const editCommands: CommandsOf<EditCommand> = {
  undo: {
    id: 'undo',
    label: text('Undo', '되돌리기'),
    group: 'edit',
    shortcuts: ['Mod+Z'],
    scope: 'page',
    undo: 'none',
    enabled: ({ document }) => document.undoLabel !== null,
    perform: () => documentNow().undo(),
  },
  redo: {
    id: 'redo',
    label: text('Redo', '다시 하기'),
    group: 'edit',
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'page',
    undo: 'none',
    enabled: ({ document }) => document.redoLabel !== null,
    perform: () => documentNow().redo(),
  },
  cut: {
    id: 'cut',
    label: CUT,
    group: 'edit',
    shortcuts: ['Mod+X'],
    scope: 'canvas',
    undo: 'step',
    enabled: copyable,
    perform: async () => {
      if (await copySelected()) removeSelected(CUT, false);
    },
  },
  copy: {
    id: 'copy',
    label: text('Copy', '복사'),
    group: 'edit',
    shortcuts: ['Mod+C'],
    scope: 'canvas',
    undo: 'none',
    enabled: copyable,
    perform: async () => {
      await copySelected();
    },
  },
  paste: {
    id: 'paste',
    label: text('Paste', '붙여넣기'),
    group: 'edit',
    shortcuts: ['Mod+V'],
    scope: 'canvas',
    undo: 'step',
    enabled: always,
    perform: async () => {
      await pasteFromClipboard();
    },
  },
  duplicate: {
    id: 'duplicate',
    label: DUPLICATE,
    group: 'edit',
    shortcuts: ['Mod+D'],
    scope: 'canvas',
    undo: 'step',
    enabled: copyable,
    perform: async () => {
      const source = selectedText();
      if (source !== null) await pasteNodes(source, undefined, DUPLICATE);
    },
  },
  delete: {
    id: 'delete',
    label: DELETE,
    group: 'edit',
    shortcuts: ['Delete', 'Backspace'],
    scope: 'canvas',
    undo: 'step',
    enabled: somethingSelected,
    perform: () => removeSelected(DELETE, false),
  },
  deleteAndHeal: {
    id: 'deleteAndHeal',
    label: HEAL,
    group: 'edit',
    shortcuts: ['Shift+Delete', 'Shift+Backspace'],
    scope: 'canvas',
    undo: 'step',
    enabled: nodesSelected,
    perform: () => removeSelected(HEAL, true),
  },
  selectAll: {
    id: 'selectAll',
    label: text('Select all', '모두 선택'),
    group: 'edit',
    shortcuts: ['Mod+A'],
    scope: 'canvas',
    undo: 'none',
    enabled: hasNodes,
    perform: () => {
      const { document, select } = documentNow();
      select({
        nodes: document.nodes.map((node) => node.id),
        edges: document.edges,
        notes: document.notes.map((note) => note.id),
      });
    },
  },
  selectNone: {
    id: 'selectNone',
    label: text('Select none', '선택 해제'),
    group: 'edit',
    shortcuts: ['Escape'],
    scope: 'canvas',
    undo: 'none',
    enabled: somethingSelected,
    perform: () => documentNow().select({ nodes: [], edges: [], notes: [] }),
  },
  rename: {
    id: 'rename',
    label: text('Rename', '이름 바꾸기'),
    group: 'edit',
    shortcuts: ['F2'],
    scope: 'canvas',
    undo: 'step',
    enabled: oneNodeSelected,
    perform: () => {
      const [nodeId] = documentNow().selection.nodes;
      if (nodeId !== undefined) commandHost().rename(nodeId);
    },
  },
};
