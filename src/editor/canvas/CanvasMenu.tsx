import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { type Arrangement, arrange } from '../../graph/arrange';
import type { PipelineEdge } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { commandState } from '../../store/commands/command';
import { type CommandId, commands, perform } from '../../store/commands/commands';
import type { Selection } from '../../store/document/document-state';
import { useDocument } from '../../store/document/document-store';
import { useNode, usePipeline } from '../../store/document/pipeline';
import { useCodeView } from '../../store/view/code-view';
import { useView } from '../../store/view/view-store';
import { MenuItem, MenuSeparator } from '../../ui/menu-parts';
import { addNote, movePositions, removeWire } from '../edit-actions';
import { type MenuTarget, type OpenMenu, openAdd, openConnect, useEditor } from '../editor-store';

/** The menu of whatever was right-clicked, or of the selection when the keyboard asks for it. */
export function CanvasMenu({ onInspect }: { onInspect: (nodeId: string) => void }): ReactNode {
  const menu = useEditor((state) => state.menu);
  if (menu === null) return null;
  return <OpenedMenu key={`${menu.anchor.x},${menu.anchor.y}`} menu={menu} onInspect={onInspect} />;
}

/** Nobody comes to the place that the menu stands at: it says nothing of a menu. */
const A_PLACE_ALONE = { 'aria-haspopup': undefined, 'aria-expanded': undefined, 'aria-controls': undefined };

function OpenedMenu({ menu, onInspect }: { menu: OpenMenu; onInspect: (nodeId: string) => void }): ReactNode {
  const { t } = useT();
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) useEditor.setState((state) => (state.menu === menu ? { menu: null } : {}));
      }}
    >
      <DropdownMenu.Trigger asChild {...A_PLACE_ALONE}>
        <span className="mr-menu-anchor" style={{ left: menu.anchor.x, top: menu.anchor.y }} />
      </DropdownMenu.Trigger>
      {/* Within the page's main part, as what it is a menu of. */}
      <DropdownMenu.Portal container={document.getElementById('canvas')}>
        <DropdownMenu.Content
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={t('editor.menu')}
          className="z-50 max-h-[80vh] min-w-56 animate-rise-in overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <MenuOf target={menu.target} anchor={menu.anchor} onInspect={onInspect} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuOf({
  target,
  anchor,
  onInspect,
}: {
  target: MenuTarget;
  anchor: OpenMenu['anchor'];
  onInspect: (nodeId: string) => void;
}): ReactNode {
  switch (target.type) {
    case 'node':
      return <NodeMenu nodeId={target.nodeId} anchor={anchor} onInspect={onInspect} />;
    case 'wire':
      return <WireMenu edge={target.edge} anchor={anchor} onInspect={onInspect} />;
    case 'note':
      return <NoteMenu />;
    case 'canvas':
      return <EmptyMenu place={target.place} anchor={anchor} />;
  }
}

function NodeMenu({
  nodeId,
  anchor,
  onInspect,
}: {
  nodeId: string;
  anchor: OpenMenu['anchor'];
  onInspect: (nodeId: string) => void;
}): ReactNode {
  const { t } = useT();
  const chosen = useDocument((state) => state.selection.nodes);
  const node = useNode(nodeId);
  if (node === undefined) return null;
  const ids = chosen.includes(nodeId) ? chosen : [nodeId];
  const output = catalog.compileNode(node).outputs[0];
  return (
    <>
      <CommandItems ids={['runToHere']} />
      {output !== undefined && (
        <MenuItem keys="V" onSelect={() => useView.getState().look(nodeId, output.name)}>
          {t('editor.lookAtOutput')}
        </MenuItem>
      )}
      <MenuItem keys="Enter" onSelect={() => onInspect(nodeId)}>
        {t('editor.inspect')}
      </MenuItem>
      <MenuItem onSelect={() => showCode({ nodes: [nodeId] }, () => onInspect(nodeId))}>
        {t('editor.howWritten')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem keys="C" onSelect={() => openConnect(nodeId)}>
        {t('editor.connect')}
      </MenuItem>
      <MenuItem onSelect={() => openAdd({ purpose: { type: 'replace', nodeId }, anchor })}>
        {t('editor.replace')}
      </MenuItem>
      <CommandItems ids={['rename', 'toggleBypass', 'toggleOff']} />
      <MenuSeparator />
      <CommandItems ids={['copy', 'cut', 'duplicate']} />
      {ids.length > 1 && <ArrangeItems ids={ids} />}
      <MenuSeparator />
      <CommandItems ids={['deleteAndHeal', 'delete']} />
    </>
  );
}

/** Shows in the inspector how what is chosen is written. */
function showCode(chosen: Partial<Selection>, inspect: () => void): void {
  useDocument.getState().select({ nodes: [], edges: [], notes: [], ...chosen });
  useCodeView.setState({ open: true });
  inspect();
}

/** Items that give a command, with its own words and keys. */
function CommandItems({ ids }: { ids: readonly CommandId[] }): ReactNode {
  const { say } = useT();
  return ids.map((id) => {
    const { label, shortcuts, enabled } = commands[id];
    return (
      <MenuItem
        key={id}
        keys={shortcuts[0]}
        danger={id === 'delete'}
        disabled={!enabled(commandState())}
        onSelect={() => void perform(id)}
      >
        {say(label)}
      </MenuItem>
    );
  });
}

const ARRANGEMENTS: readonly Arrangement[] = ['alignLeft', 'alignTop', 'distributeAcross', 'distributeDown'];

function ArrangeItems({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useT();
  const move = (how: Arrangement): void => {
    const nodes = useDocument.getState().document.nodes.filter((node) => ids.includes(node.id));
    movePositions(arrange(nodes, how), `drag-${how}-${ids.join()}`);
  };
  return (
    <>
      <MenuSeparator />
      {ARRANGEMENTS.map((how) => (
        <MenuItem key={how} onSelect={() => move(how)}>
          {t(`editor.${how}`)}
        </MenuItem>
      ))}
    </>
  );
}

function WireMenu({
  edge,
  anchor,
  onInspect,
}: {
  edge: PipelineEdge;
  anchor: OpenMenu['anchor'];
  onInspect: (nodeId: string) => void;
}): ReactNode {
  const { t } = useT();
  const source = usePipeline().wire(edge)?.from;
  return (
    <>
      {source !== undefined && (
        <>
          <MenuItem onSelect={() => useView.getState().look(source.nodeId, source.port)}>
            {t('editor.lookAtOutput')}
          </MenuItem>
          <MenuItem onSelect={() => showCode({ edges: [edge] }, () => onInspect(source.nodeId))}>
            {t('editor.howWritten')}
          </MenuItem>
        </>
      )}
      <MenuItem onSelect={() => openAdd({ purpose: { type: 'splice', edge }, anchor })}>
        {t('editor.insertHere')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger keys="Delete" onSelect={() => removeWire(edge)}>
        {t('editor.removeWire')}
      </MenuItem>
    </>
  );
}

function NoteMenu(): ReactNode {
  return (
    <>
      <CommandItems ids={['copy', 'cut', 'duplicate']} />
      <MenuSeparator />
      <CommandItems ids={['delete']} />
    </>
  );
}

function EmptyMenu({ place, anchor }: { place: OpenMenu['anchor']; anchor: OpenMenu['anchor'] }): ReactNode {
  const { t } = useT();
  return (
    <>
      <MenuItem keys="/" onSelect={() => openAdd({ place, anchor })}>
        {t('editor.addNode')}
      </MenuItem>
      <MenuItem onSelect={() => addNote(place)}>{t('editor.addNote')}</MenuItem>
      <CommandItems ids={['paste']} />
      <MenuSeparator />
      <CommandItems ids={['selectAll', 'autoLayout']} />
      <MenuItem keys="F" onSelect={() => useEditor.getState().view?.fit()}>
        {t('editor.fitView')}
      </MenuItem>
    </>
  );
}
