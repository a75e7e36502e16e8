import { type NodeProps, type ReactFlowState, useStore } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { frameHeight } from '../../graph/geometry';
import { sameEnd } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { shownStatus } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import type { NodeRun } from '../../store/run/run-state';
import { useRun } from '../../store/run/run-store';
import type { KindFlowNode } from '../canvas/flow-types';
import { MANY_NODES, zoomLevel } from '../canvas/zoom-level';
import { useEditor } from '../editor-store';
import { AlertBadge } from './AlertBadge';
import { kindIcon } from './kind-icons';
import { NodeLabel } from './NodeLabel';
import { NodeName } from './NodeName';
import { NodeSays } from './NodeSays';
import { PlaceholderFrame } from './PlaceholderFrame';
import { PortHandle } from './PortHandle';
import { ProblemBadge } from './ProblemBadge';
import { facingOf } from './port-facing';
import { StateGlyph } from './StateGlyph';

/**
 * The one frame all kinds share. It reads its own node and its own run, so
 * progress of one node draws one node again and nothing else.
 */
export const NodeFrame = memo(function NodeFrame({ data, selected, dragging }: NodeProps<KindFlowNode>): ReactNode {
  const { node, wired, feed, facing } = data;
  const { t, say } = useT();
  const spec = catalog.kind(node.kind);
  const status = useRun((state) => state.nodes[node.id]?.status ?? 'idle');
  const full = useRun((state) => saysMuch(state.nodes[node.id]));
  const live = useLive((state) => shownStatus(state, node.id) !== undefined);
  const renaming = useEditor((state) => state.renaming === node.id);
  const tiny = useStore(isTiny);
  const { parsed, inputs, outputs } = catalog.compileNode(node);
  if (spec === undefined) return <PlaceholderFrame data={data} selected={selected} />;

  const Icon = kindIcon(spec.icon);
  const ports = wired.split(' ');
  const state = status !== 'idle' && <StateGlyph status={status} />;
  const frame = {
    className: 'mr-node',
    'data-stage': spec.stage,
    'data-status': status,
    'data-mode': node.mode,
    'data-selected': selected || undefined,
    'data-dragging': dragging || undefined,
    style: { height: frameHeight(Math.max(inputs.length, outputs.length)) },
  };
  const name = <NodeName node={node} status={status} feed={feed} fedBy={data.fedBy} feeds={data.feeds} />;
  const icon = (
    <span className="mr-node-icon">
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
    </span>
  );
  if (tiny && !selected) {
    return (
      <div {...frame}>
        {name}
        <header className="mr-node-head">
          {icon}
          {state}
        </header>
      </div>
    );
  }
  const label = node.label || say(spec.title);
  const summary = parsed.ok ? spec.summary(parsed.params) : null;
  return (
    <div {...frame} data-full={full || live || undefined}>
      {name}
      <header className="mr-node-head" data-long={label.length > LONG || undefined}>
        {icon}
        <NodeLabel nodeId={node.id} label={label} editing={renaming} />
        <AlertBadge nodeId={node.id} />
        <ProblemBadge nodeId={node.id} />
        {state}
      </header>
      <p className="mr-node-line mr-node-summary">
        {node.mode !== 'on' && (
          <span className="mr-chip">{t(node.mode === 'off' ? 'editor.modeOff' : 'editor.modeBypassed')}</span>
        )}
        {summary === null ? t('editor.paramsInvalid') : say(summary)}
      </p>
      <NodeSays nodeId={node.id} feed={feed} />
      {inputs.map((port, index) => (
        <PortHandle
          key={`i${port.name}`}
          nodeId={node.id}
          side="inputs"
          name={port.name}
          type={port.type}
          title={say(port.title)}
          index={index}
          wired={ports.includes(`i.${port.name}`)}
          optional={port.optional === true}
          many={port.many === true}
          facing={facingOf(facing, 'inputs', port.name)}
        />
      ))}
      {outputs.map((port, index) => (
        <PortHandle
          key={`o${port.name}`}
          nodeId={node.id}
          side="outputs"
          name={port.name}
          type={port.type}
          title={say(port.title)}
          index={index}
          wired={ports.includes(`o.${port.name}`)}
          optional={false}
          many={false}
          facing={facingOf(facing, 'outputs', port.name)}
        />
      ))}
    </div>
  );
}, sameFrame);

/** From so many letters on a title needs all of its line. */
const LONG = 18;

/** Many nodes seen from so far away that neither words nor ports can be told: their frames are drawn alone. */
const isTiny = ({ nodes, transform }: ReactFlowState): boolean =>
  nodes.length > MANY_NODES && zoomLevel(transform[2]) === 'farthest';

/** Whether what came of a run needs the room of the summary. */
const saysMuch = (run: NodeRun | undefined): boolean =>
  run !== undefined &&
  (run.status === 'failed' ||
    run.points.length > 1 ||
    Object.values(run.outputs).some(({ warnings = [] }) => warnings.length > 0));

/** Position is React Flow's to draw: a drag draws no frame again. */
function sameFrame(a: NodeProps<KindFlowNode>, b: NodeProps<KindFlowNode>): boolean {
  const [was, is] = [a.data, b.data];
  return (
    a.selected === b.selected &&
    a.dragging === b.dragging &&
    was.wired === is.wired &&
    was.facing === is.facing &&
    sameEnd(was.feed, is.feed) &&
    was.fedBy === is.fedBy &&
    was.feeds === is.feeds &&
    was.node.kind === is.node.kind &&
    was.node.label === is.node.label &&
    was.node.mode === is.node.mode &&
    was.node.params === is.node.params
  );
}
