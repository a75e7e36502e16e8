import { ArrowLeft, ArrowRight, Cable, Ellipsis, Eye, Play, Trash2, X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { PipelineNode } from '../../graph/document';
import type { CompiledWire } from '../../graph/pipeline';
import { wireKey } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { perform } from '../../store/commands/commands';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { pipelineNow, useNode } from '../../store/document/pipeline';
import { groupStatus } from '../../store/run/group-status';
import { useRun } from '../../store/run/run-store';
import { useView } from '../../store/view/view-store';
import { IconButton } from '../../ui/IconButton';
import { removeWire } from '../edit-actions';
import { openConnect, openMenu, useEditor } from '../editor-store';
import { AlertBadge } from '../node/AlertBadge';
import { kindIcon } from '../node/kind-icons';
import { NodeLabel } from '../node/NodeLabel';
import { NodeSays } from '../node/NodeSays';
import { strangerWord } from '../node/node-words';
import { ProblemBadge } from '../node/ProblemBadge';
import { StateGlyph } from '../node/StateGlyph';

/** One node of the outline: its name, what it does, what came out, its wires, and what can be done with it. */
export const OutlineNode = memo(function OutlineNode({
  node,
  onInspect,
}: {
  node: PipelineNode;
  onInspect: (nodeId: string) => void;
}): ReactNode {
  const { t, say } = useT();
  const spec = catalog.kind(node.kind);
  const status = useRun((state) =>
    node.group === undefined ? (state.nodes[node.id]?.status ?? 'idle') : groupStatus(state.nodes, node.id),
  );
  const running = useRun((state) => state.running || state.looping);
  const selected = useDocument((state) => state.selection.nodes.includes(node.id));
  const renaming = useEditor((state) => state.renaming === node.id);
  const Icon = kindIcon(spec?.icon ?? '');
  const { parsed, outputs } = catalog.compileNode(node);
  const name = nodeName(node, say);
  const [output] = outputs;
  const choose = (): void => useDocument.getState().select({ nodes: [node.id], edges: [], notes: [] });
  return (
    <li
      className="mr-outline-node"
      data-outline-node={node.id}
      data-selected={selected || undefined}
      data-mode={node.mode}
      onContextMenu={(event) => {
        event.preventDefault();
        choose();
        openMenu({ target: { type: 'node', nodeId: node.id }, anchor: { x: event.clientX, y: event.clientY } });
      }}
    >
      <div className="mr-outline-head">
        <span className="mr-kind-icon" data-stage={spec?.stage}>
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        </span>
        {renaming ? (
          <NodeLabel nodeId={node.id} label={name} editing />
        ) : (
          <button
            type="button"
            className="mr-outline-name"
            data-outline-id={node.id}
            aria-pressed={selected}
            aria-describedby={`outline-state-${node.id} outline-says-${node.id}`}
            onFocus={choose}
            onClick={() => {
              choose();
              onInspect(node.id);
            }}
          >
            {name}
            {node.mode !== 'on' && (
              <span className="mr-chip">{t(node.mode === 'off' ? 'editor.modeOff' : 'editor.modeBypassed')}</span>
            )}
          </button>
        )}
        <AlertBadge nodeId={node.id} />
        <ProblemBadge nodeId={node.id} />
        <span id={`outline-state-${node.id}`}>
          <StateGlyph status={status} />
        </span>
      </div>
      {spec !== undefined && parsed.ok && (
        <p className="mr-node-line mr-node-summary">{say(spec.summary(parsed.params))}</p>
      )}
      {spec === undefined && (
        <p className={node.group === undefined ? 'mr-node-problem' : 'mr-node-line mr-node-summary'}>
          {strangerWord(t, node)}
        </p>
      )}
      <div id={`outline-says-${node.id}`}>
        <NodeSays nodeId={node.id} feed={null} />
      </div>
      <Wires node={node} />
      <div className="mr-outline-actions">
        <IconButton small label={t('editor.connect')} icon={<Cable size={15} />} onClick={() => openConnect(node.id)} />
        <IconButton
          small
          label={t('editor.runToHere')}
          icon={<Play size={15} />}
          disabled={running}
          onClick={() => void useRun.getState().run(node.id)}
        />
        {output !== undefined && (
          <IconButton
            small
            label={t('editor.lookAtOutput')}
            icon={<Eye size={15} />}
            onClick={() => useView.getState().look(node.id, output.name)}
          />
        )}
        <IconButton
          small
          label={t('editor.delete')}
          icon={<Trash2 size={15} />}
          onClick={() => {
            choose();
            void perform('delete');
          }}
        />
        <IconButton
          small
          label={t('editor.more')}
          icon={<Ellipsis size={15} />}
          onClick={(event) => {
            choose();
            openMenu({ target: { type: 'node', nodeId: node.id }, anchor: { x: event.clientX, y: event.clientY } });
          }}
        />
      </div>
    </li>
  );
});

/** The node's wires, each as a sentence that leads to the other end and can be taken away. */
function Wires({ node }: { node: PipelineNode }): ReactNode {
  const { t } = useT();
  const wires = useDocument(
    useShallow(({ document }) => {
      const { into, outOf } = catalog.compile(document);
      return [...into(node.id), ...outOf(node.id)];
    }),
  );
  if (wires.length === 0) return null;
  return (
    <ul className="mr-outline-wires" aria-label={t('editor.wires')}>
      {wires.map((wire) => (
        <WireItem
          key={wireKey(wire.edge)}
          wire={wire}
          out={wire.from.nodeId === node.id}
          place={pipelineNow().placeOf(wire)}
        />
      ))}
    </ul>
  );
}

interface WireItemProps {
  readonly wire: CompiledWire;
  readonly out: boolean;
  readonly place: { readonly at: number; readonly of: number } | null;
}

function WireItem({ wire, out, place }: WireItemProps): ReactNode {
  const { t, say } = useT();
  const otherId = (out ? wire.to : wire.from).nodeId;
  const name = nodeName(useNode(otherId), say);
  const Arrow = out ? ArrowRight : ArrowLeft;
  return (
    <li>
      <Arrow size={12} aria-hidden="true" />
      <button
        type="button"
        className="mr-outline-wire"
        onClick={() => document.querySelector<HTMLElement>(`[data-outline-id="${CSS.escape(otherId)}"]`)?.focus()}
      >
        {t(out ? 'editor.wireTo' : 'editor.wireFrom', { name })}
        {!out && place !== null && ` · ${t('editor.placeOf', { at: place.at + 1, of: place.of })}`}
        {!wire.joins && ` · ${t('editor.carriesNothing')}`}
      </button>
      <IconButton
        small
        label={t(out ? 'editor.cutTo' : 'editor.cutFrom', { name })}
        icon={<X size={12} />}
        onClick={() => removeWire(wire.edge)}
      />
    </li>
  );
}
