import { catalog } from '../nodes/catalog';
import { useDocument } from '../store/document-store';
import { useRun } from '../store/run-store';
import { useView } from '../store/view-store';
import { copySelection } from './clipboard-actions';
import { removeSelected, toggleMode } from './edit-actions';
import { type MenuTarget, openAdd, openConnect, openMenu, useEditor } from './editor-store';
import type { Point } from './geometry';
import { tidyUp } from './tidy-up';

export interface KeyContext {
  /** The node that has the keyboard, if one does. */
  readonly nodeId: string | null;
  readonly onInspect: (nodeId: string) => void;
  /** Where a menu or list for the focused node opens, in page pixels. */
  readonly anchor: Point | null;
}

type Action = (context: KeyContext) => void;

/** The nodes a key acts on: the selection, or the focused node where it is not among them. */
function subjects(nodeId: string | null): readonly string[] {
  const { nodes } = useDocument.getState().selection;
  return nodeId === null || nodes.includes(nodeId) ? nodes : [nodeId];
}

const withNode =
  (act: (nodeId: string, context: KeyContext) => void): Action =>
  (context) => {
    const nodeId = context.nodeId ?? useDocument.getState().selection.nodes[0];
    if (nodeId !== undefined) act(nodeId, context);
  };

const select = (nodeId: string): void => {
  if (!useDocument.getState().selection.nodes.includes(nodeId)) {
    useDocument.getState().select({ nodes: [nodeId], edges: [], notes: [] });
  }
};

const remove =
  (heal: boolean): Action =>
  ({ nodeId }) => {
    if (nodeId !== null) select(nodeId);
    removeSelected(heal);
  };

const contextMenu: Action = ({ nodeId, anchor }) => {
  const at = anchor ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 };
  const place = useEditor.getState().view?.centre() ?? { x: 0, y: 0 };
  if (nodeId !== null) select(nodeId);
  const target: MenuTarget = nodeId === null ? { type: 'canvas', place } : { type: 'node', nodeId };
  openMenu({ target, anchor: at });
};

/** Keys that act while the keyboard is on the canvas. Letters need no modifier: they act nowhere else. */
const ACTIONS: Readonly<Record<string, Action>> = {
  '/': ({ anchor }) => openAdd({ anchor }),
  a: ({ anchor }) => openAdd({ anchor }),
  c: withNode((nodeId) => openConnect(nodeId)),
  b: ({ nodeId }) => toggleMode(subjects(nodeId), 'bypassed'),
  o: ({ nodeId }) => toggleMode(subjects(nodeId), 'off'),
  r: withNode((nodeId) => void useRun.getState().run(nodeId)),
  v: withNode((nodeId) => {
    const node = useDocument.getState().document.nodes.find((candidate) => candidate.id === nodeId);
    const output = catalog.kind(node?.kind ?? '')?.outputs[0];
    if (output !== undefined) useView.getState().look(nodeId, output.name);
  }),
  f: () => useEditor.getState().view?.fit(),
  l: tidyUp,
  Enter: withNode((nodeId, { onInspect }) => {
    select(nodeId);
    onInspect(nodeId);
  }),
  F2: withNode((nodeId) => useEditor.setState({ renaming: nodeId })),
  Delete: remove(false),
  Backspace: remove(false),
  'Shift+Delete': remove(true),
  'Shift+Backspace': remove(true),
  'Shift+F10': contextMenu,
  ContextMenu: contextMenu,
  m: contextMenu,
  'Mod+d': () => void copySelection('duplicate'),
  'Mod+a': () => {
    const { document, select: choose } = useDocument.getState();
    choose({ nodes: document.nodes.map((node) => node.id), notes: document.notes.map((note) => note.id), edges: [] });
  },
};

/** The action of a key press on the canvas, or undefined where it has none. */
export function actionOf(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): Action | undefined {
  if (event.altKey) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  return ACTIONS[`${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${shift}${key}`];
}
