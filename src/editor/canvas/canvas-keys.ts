import type { Point } from '../../graph/geometry';
import type { Command } from '../../store/commands/command';
import { type CommandId, commands, perform } from '../../store/commands/commands';
import { type KeyPress, matchesShortcut, namesOfKey } from '../../store/commands/shortcut';
import { useDocument } from '../../store/document/document-store';
import { pipelineNow } from '../../store/document/pipeline';
import { useView } from '../../store/view/view-store';
import { type MenuTarget, openAdd, openConnect, openMenu, useEditor } from '../editor-store';

interface KeyContext {
  /** The node that has the keyboard, if one does. */
  readonly nodeId: string | null;
  readonly onInspect: (nodeId: string) => void;
  /** Where a menu or list for the focused node opens, in page pixels. */
  readonly anchor: Point | null;
}

type Action = (context: KeyContext) => void;

const withNode =
  (act: (nodeId: string, context: KeyContext) => void): Action =>
  (context) => {
    const nodeId = context.nodeId ?? useDocument.getState().selection.nodes[0];
    if (nodeId !== undefined) act(nodeId, context);
  };

const selectIfNot = (nodeId: string): void => {
  const { selection, select } = useDocument.getState();
  if (!selection.nodes.includes(nodeId)) select({ nodes: [nodeId], edges: [], notes: [] });
};

const contextMenu: Action = ({ nodeId, anchor }) => {
  const at = anchor ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 };
  const place = useEditor.getState().view?.centre() ?? { x: 0, y: 0 };
  const target: MenuTarget = nodeId === null ? { type: 'canvas', place } : { type: 'node', nodeId };
  openMenu({ target, anchor: at });
};

const add: Action = ({ anchor }) => openAdd({ anchor });

/** Keys of the canvas's own. Letters need no modifier: they act only while the keyboard is on the canvas. */
const OWN: Readonly<Record<string, Action>> = {
  '/': add,
  a: add,
  c: withNode((nodeId) => openConnect(nodeId)),
  v: withNode((nodeId) => {
    const output = pipelineNow().node(nodeId)?.outputs[0];
    if (output !== undefined) useView.getState().look(nodeId, output.name);
  }),
  f: () => useEditor.getState().view?.fit(),
  m: contextMenu,
  ContextMenu: contextMenu,
  'Shift+F10': contextMenu,
  Enter: withNode((nodeId, { onInspect }) => onInspect(nodeId)),
};

/** The browser's own clipboard events do these, and need no leave to read the clipboard. */
const BY_CLIPBOARD_EVENT: readonly string[] = ['copy', 'cut', 'paste'];

const canvasCommands: readonly Command<CommandId>[] = Object.values(commands).filter(
  (command) => command.scope === 'canvas' && !BY_CLIPBOARD_EVENT.includes(command.id),
);

/** What a key press on the canvas does, or undefined where it does nothing. */
export function actionOf(press: KeyPress): Action | undefined {
  const plain = !press.ctrlKey && !press.metaKey && !press.altKey;
  const keys = namesOfKey(press).map((key) => (key.length > 1 && press.shiftKey ? `Shift+${key}` : key));
  const act =
    (plain ? keys.map((key) => OWN[key]).find((own) => own !== undefined) : undefined) ??
    canvasCommands
      .filter((command) => command.shortcuts.some((shortcut) => matchesShortcut(press, shortcut)))
      .map(
        (command): Action =>
          () =>
            void perform(command.id),
      )[0];
  if (act === undefined) return undefined;
  return (context) => {
    if (context.nodeId !== null) selectIfNot(context.nodeId);
    act(context);
  };
}
