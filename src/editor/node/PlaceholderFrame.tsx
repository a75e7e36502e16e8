import type { NodeProps } from '@xyflow/react';
import { CircleHelp, Group } from 'lucide-react';
import type { ReactNode } from 'react';
import { frameHeight } from '../../graph/geometry';
import { groupPort } from '../../graph/group-port';
import { stageOf } from '../../graph/lane-of';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { groupStatus } from '../../store/run/group-status';
import { useRun } from '../../store/run/run-store';
import type { KindFlowNode } from '../canvas/flow-types';
import { NodeName } from './NodeName';
import { strangerWord } from './node-words';
import { PortHandle } from './PortHandle';
import { ProblemBadge } from './ProblemBadge';
import { facingOf, wiredPorts } from './port-facing';
import { StateGlyph } from './StateGlyph';

/**
 * Stands for a group, or for a node of a kind this build does not know, whose params and wires are kept as they are.
 */
export function PlaceholderFrame({
  data: { node, wired, facing, feed, fedBy, feeds },
  selected,
}: Pick<NodeProps<KindFlowNode>, 'data' | 'selected'>): ReactNode {
  const { t } = useT();
  const { group } = node;
  const status = useRun((state) => (group === undefined ? 'idle' : groupStatus(state.nodes, node.id)));
  const Icon = group === undefined ? CircleHelp : Group;
  const inputs = wiredPorts(wired, 'inputs');
  const outputs = wiredPorts(wired, 'outputs');
  const handle = (name: string, index: number, side: 'inputs' | 'outputs'): ReactNode => (
    <PortHandle
      key={`${side}.${name}`}
      nodeId={node.id}
      side={side}
      name={name}
      type={groupPort(node, side, name, catalog)?.type ?? 'signal'}
      title={name}
      index={index}
      wired
      optional
      many={false}
      facing={facingOf(facing, side, name)}
    />
  );
  return (
    <div
      className={group === undefined ? 'mr-node mr-placeholder' : 'mr-node'}
      data-stage={stageOf(catalog.compileNode(node))}
      data-status={status}
      data-selected={selected || undefined}
      data-mode={node.mode}
      style={{ height: frameHeight(Math.max(inputs.length, outputs.length)) }}
    >
      <NodeName node={node} status={status} feed={feed} fedBy={fedBy} feeds={feeds} />
      <header className="mr-node-head">
        <span className="mr-node-icon">
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        </span>
        <span className="mr-node-label">{node.label || node.kind}</span>
        <ProblemBadge nodeId={node.id} />
        {status !== 'idle' && <StateGlyph status={status} />}
      </header>
      {group === undefined ? (
        <>
          <p className="mr-node-line mr-node-summary">{node.kind}</p>
          <p className="mr-node-problem" data-severity="warning">
            {strangerWord(t, node)}
          </p>
        </>
      ) : (
        <p className="mr-node-line mr-node-summary">{t('editor.groupOf', { n: group.nodes.length })}</p>
      )}
      {inputs.map((name, index) => handle(name, index, 'inputs'))}
      {outputs.map((name, index) => handle(name, index, 'outputs'))}
    </div>
  );
}
