import { layoutDocument } from '../graph/layout';
import { saveDocument } from '../graph/save-document';
import { type Text, text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { copySelected, pasteFromClipboard, pasteNodes, selectedText } from './clipboard';
import { commandHost } from './command-host';
import { useDocument } from './document-store';
import { newPipeline, openPipelineFile } from './open-pipeline';
import { useRun } from './run-store';
import type { DocumentState, RunState } from './types';

/** What decides whether a command can be given. */
export interface CommandState {
  readonly document: DocumentState;
  readonly run: RunState;
}

/** Something a person can tell Millrace to do, from a button, a menu or a key. */
export interface Command {
  readonly id: CommandId;
  readonly label: Text;
  readonly group: 'file' | 'edit' | 'arrange' | 'run';
  /** The first is shown. */
  readonly shortcuts: readonly string[];
  /** `canvas` shortcuts act only while the keyboard is on the canvas. */
  readonly scope: 'page' | 'canvas';
  /** `step`: one step that undo takes back. `none`: nothing to take back. `fresh`: begins a history of its own. */
  readonly undo: 'step' | 'none' | 'fresh';
  enabled(state: CommandState): boolean;
  perform(): void | Promise<void>;
}

export type CommandId =
  | 'new'
  | 'open'
  | 'save'
  | 'exportJson'
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
  | 'rename'
  | 'toggleBypass'
  | 'toggleOff'
  | 'autoLayout'
  | 'run'
  | 'runToHere'
  | 'cancel';

const documentNow = (): DocumentState => useDocument.getState();
const always = (): boolean => true;
const somethingSelected = ({ document: { selection } }: CommandState): boolean =>
  selection.nodes.length + selection.edges.length + selection.notes.length > 0;
const copyable = ({ document: { selection } }: CommandState): boolean =>
  selection.nodes.length + selection.notes.length > 0;
const nodesSelected = ({ document }: CommandState): boolean => document.selection.nodes.length > 0;
const oneNodeSelected = ({ document }: CommandState): boolean => document.selection.nodes.length === 1;
const hasNodes = ({ document }: CommandState): boolean => document.document.nodes.length > 0;

function remove(label: Text, heal: boolean): void {
  const { selection, apply } = documentNow();
  const { nodes, edges, notes } = selection;
  apply({ type: 'remove', nodeIds: nodes, edges, noteIds: notes, heal }, label);
}

/** Gives the selected nodes a mode, or switches them on where all have it. */
function toggleMode(mode: 'bypassed' | 'off', label: Text): void {
  const { document, selection, apply } = documentNow();
  const chosen = document.nodes.filter((node) => selection.nodes.includes(node.id));
  const on = chosen.every((node) => node.mode === mode);
  apply({ type: 'setMode', nodeIds: selection.nodes, mode: on ? 'on' : mode }, on ? text('Switch on', '켜기') : label);
}

/** A file name from the pipeline's name that every system takes. */
export function fileNameOf(name: string): string {
  const safe = [...name.normalize('NFC')]
    .map((char) => (/[\\/:*?"<>|]/.test(char) || char < ' ' ? '-' : char))
    .join('')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 80);
  return `${safe === '' ? 'pipeline' : safe}.json`;
}

function downloadDocument(): void {
  const { document } = documentNow();
  commandHost().download(fileNameOf(document.name), saveDocument(document));
}

const DELETE = text('Delete', '삭제');
const HEAL = text('Delete and heal', '삭제하고 잇기');
const CUT = text('Cut', '잘라내기');
const DUPLICATE = text('Duplicate', '복제');
const LAYOUT = text('Tidy up', '정렬하기');
const BYPASS = text('Bypass', '건너뛰기');
const OFF = text('Switch off', '끄기');

/** Every command by its id. */
export const commands: { readonly [I in CommandId]: Command & { readonly id: I } } = {
  new: {
    id: 'new',
    label: text('New', '새로 만들기'),
    group: 'file',
    shortcuts: ['Mod+Alt+N'],
    scope: 'page',
    undo: 'fresh',
    enabled: always,
    perform: newPipeline,
  },
  open: {
    id: 'open',
    label: text('Open', '열기'),
    group: 'file',
    shortcuts: ['Mod+O'],
    scope: 'page',
    undo: 'fresh',
    enabled: always,
    perform: async () => {
      const file = await commandHost().pickFile();
      if (file !== null) await openPipelineFile(file);
    },
  },
  save: {
    id: 'save',
    label: text('Save', '저장'),
    group: 'file',
    shortcuts: ['Mod+S'],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: () => {
      downloadDocument();
      documentNow().markSaved();
    },
  },
  exportJson: {
    id: 'exportJson',
    label: text('Export JSON', 'JSON으로 내보내기'),
    group: 'file',
    shortcuts: ['Mod+Shift+S'],
    scope: 'page',
    undo: 'none',
    enabled: always,
    perform: downloadDocument,
  },
  undo: {
    id: 'undo',
    label: text('Undo', '실행 취소'),
    group: 'edit',
    shortcuts: ['Mod+Z'],
    scope: 'page',
    undo: 'none',
    enabled: ({ document }) => document.undoLabel !== null,
    perform: () => documentNow().undo(),
  },
  redo: {
    id: 'redo',
    label: text('Redo', '다시 실행'),
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
      if (await copySelected()) remove(CUT, false);
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
    perform: () => {
      const source = selectedText();
      if (source !== null) pasteNodes(source, undefined, DUPLICATE);
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
    perform: () => remove(DELETE, false),
  },
  deleteAndHeal: {
    id: 'deleteAndHeal',
    label: HEAL,
    group: 'edit',
    shortcuts: ['Shift+Delete', 'Shift+Backspace'],
    scope: 'canvas',
    undo: 'step',
    enabled: nodesSelected,
    perform: () => remove(HEAL, true),
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
    perform: () => {
      const { document, apply } = documentNow();
      apply({ type: 'move', positions: layoutDocument(document, catalog).positions }, LAYOUT);
      commandHost().fitView();
    },
  },
  run: {
    id: 'run',
    label: text('Run', '실행'),
    group: 'run',
    shortcuts: ['Mod+Enter'],
    scope: 'page',
    undo: 'none',
    enabled: (state) => hasNodes(state) && !state.run.running,
    perform: () => useRun.getState().run(),
  },
  runToHere: {
    id: 'runToHere',
    label: text('Run to here', '여기까지 실행'),
    group: 'run',
    shortcuts: ['R'],
    scope: 'canvas',
    undo: 'none',
    enabled: (state) => oneNodeSelected(state) && !state.run.running,
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
    enabled: ({ run }) => run.running,
    perform: () => useRun.getState().cancel(),
  },
};

/** What decides whether commands can be given, as it stands now. */
export const commandState = (): CommandState => ({ document: useDocument.getState(), run: useRun.getState() });

/** Gives a command where it can be given. Returns whether it was. */
export async function perform(id: CommandId): Promise<boolean> {
  const command = commands[id];
  if (!command.enabled(commandState())) return false;
  await command.perform();
  return true;
}
