import type { PipelineEdge } from '../../graph/document';
import type { Point } from '../../graph/geometry';
import type { WireEnd } from '../../graph/wire';
import type { Command } from '../../store/commands/command';
import { type CommandId, commands, perform } from '../../store/commands/commands';
import { type KeyPress, matchesShortcut } from '../../store/commands/shortcut';
import { useDocument } from '../../store/document/document-store';
import { pipelineNow } from '../../store/document/pipeline';
import { useView } from '../../store/view/view-store';
import { type MenuTarget, openAdd, openConnect, openMenu, useEditor } from '../editor-store';
import { focusNode } from './focus-node';
import { goToWireOf, wireMove } from './wire-keys';

interface KeyContext {
  /** The node that has the keyboard, if one does. */
  readonly nodeId: string | null;
  /** The wire that has it, if one does. */
  readonly edge: PipelineEdge | null;
  readonly onInspect: (nodeId: string) => void;
  /** Where a menu or list for the focused node opens, in page pixels. */
  readonly anchor: Point | null;
}

type Action = (context: KeyContext) => void;

const ofWire = (edge: PipelineEdge): WireEnd | undefined => pipelineNow().wire(edge)?.from;

const withNode =
  (act: (nodeId: string, context: KeyContext) => void): Action =>
  (context) => {
    const nodeId = context.nodeId ?? useDocument.getState().selection.nodes[0];
    if (nodeId !== undefined) act(nodeId, context);
  };

/** What a key does on a wire, and what on a node. */
const withWireOr =
  (onWire: (edge: PipelineEdge, context: KeyContext) => void, onNode: Action): Action =>
  (context) =>
    context.edge === null ? onNode(context) : onWire(context.edge, context);

const selectIfNot = (nodeId: string): void => {
  const { selection, select } = useDocument.getState();
  if (!selection.nodes.includes(nodeId)) select({ nodes: [nodeId], edges: [], notes: [] });
};

const openMenuOf: Action = ({ nodeId, edge, anchor }) => {
  const at = anchor ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 };
  const place = useEditor.getState().view?.centre() ?? { x: 0, y: 0 };
  const target: MenuTarget =
    edge !== null ? { type: 'wire', edge } : nodeId === null ? { type: 'canvas', place } : { type: 'node', nodeId };
  openMenu({ target, anchor: at });
};

/** What the canvas does by keys of its own. Letters need no modifier: they act only while the keyboard is on it. */
const OWN = {
  add: withWireOr(
    (edge, { anchor }) => openAdd({ purpose: { type: 'splice', edge }, anchor }),
    ({ anchor }) => openAdd({ anchor }),
  ),
  connect: withNode((nodeId) => openConnect(nodeId)),
  look: withWireOr(
    (edge) => {
      const from = ofWire(edge);
      if (from !== undefined) useView.getState().look(from.nodeId, from.port);
    },
    withNode((nodeId) => {
      const output = pipelineNow().node(nodeId)?.outputs[0];
      if (output !== undefined) useView.getState().look(nodeId, output.name);
    }),
  ),
  fit: () => useEditor.getState().view?.fit(),
  zoomIn: () => useEditor.getState().view?.zoomBy(1.25),
  zoomOut: () => useEditor.getState().view?.zoomBy(0.8),
  menu: openMenuOf,
  inspect: withWireOr(
    (edge, { onInspect }) => {
      const from = ofWire(edge);
      if (from !== undefined) onInspect(from.nodeId);
    },
    withNode((nodeId, { onInspect }) => onInspect(nodeId)),
  ),
  wires: withNode((nodeId) => goToWireOf(nodeId)),
} satisfies Readonly<Record<string, Action>>;

export type OwnAction = keyof typeof OWN;

/** The keys of the canvas's own, as shortcuts are written; the first is shown. */
export const OWN_KEYS: Readonly<Record<OwnAction, readonly string[]>> = {
  // Before those that a sign's place alone may stand for: minus lies where others have the slash.
  zoomIn: ['=', '+', 'Shift+=', 'Shift++'],
  zoomOut: ['-', 'Shift+-'],
  add: ['/', 'A'],
  connect: ['C'],
  look: ['V'],
  inspect: ['Enter'],
  menu: ['M', 'Shift+F10', 'ContextMenu'],
  wires: ['W'],
  fit: ['F'],
};

/** The browser's own clipboard events do these, and need no leave to read the clipboard. */
const BY_CLIPBOARD_EVENT: readonly string[] = ['copy', 'cut', 'paste'];

const canvasCommands: readonly Command<CommandId>[] = Object.values(commands).filter(
  (command) => command.scope === 'canvas' && !BY_CLIPBOARD_EVENT.includes(command.id),
);

const isOwn = (name: string): name is OwnAction => Object.hasOwn(OWN, name);

export const OWN_ACTIONS: readonly OwnAction[] = Object.keys(OWN_KEYS).filter(isOwn);

/** What one of the canvas's own actions does; the command list gives it without a key. */
export function giveOwn(name: OwnAction, context: Partial<KeyContext> & Pick<KeyContext, 'onInspect'>): void {
  const [edge = null] = useDocument.getState().selection.edges;
  const act: Action = OWN[name];
  act({ nodeId: null, anchor: null, edge, ...context });
}

/** What a key press on the canvas does, or undefined where it does nothing. */
export function actionOf(press: KeyPress, onWire = false): Action | undefined {
  const own = OWN_ACTIONS.find((name) => OWN_KEYS[name].some((keys) => matchesShortcut(press, keys)));
  const command = canvasCommands.find(({ shortcuts }) => shortcuts.some((keys) => matchesShortcut(press, keys)));
  const move = onWire ? wireMove(press.key) : undefined;
  if (own === undefined && command === undefined && move === undefined) return undefined;
  return (context) => {
    const { nodeId, edge } = context;
    if (nodeId !== null) selectIfNot(nodeId);
    if (edge !== null && move !== undefined) return move(edge);
    if (own !== undefined) {
      const act: Action = OWN[own];
      return act(context);
    }
    if (command === undefined) return;
    const from = edge === null ? undefined : ofWire(edge)?.nodeId;
    void perform(command.id);
    // What is left of a wire that was taken away is the node it came from.
    if (from !== undefined && edge !== null && pipelineNow().wire(edge) === undefined) focusNode(from);
  };
}
