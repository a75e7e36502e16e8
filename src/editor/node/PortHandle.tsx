import { Handle, Position } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { portTop } from '../../graph/geometry';
import { portTypeName } from '../../graph/port-types';
import type { PortType } from '../../graph/schema-types';
import { useT } from '../../i18n/use-t';
import { useEditor, type Wiring } from '../editor-store';
import { PortGlyph } from './PortGlyph';
import type { PortFacing } from './port-facing';

interface PortHandleProps {
  readonly nodeId: string;
  readonly side: 'inputs' | 'outputs';
  readonly name: string;
  readonly type: PortType;
  readonly title: string;
  readonly index: number;
  readonly wired: boolean;
  readonly optional: boolean;
  readonly many: boolean;
  readonly facing: PortFacing;
}

/** Whether a port could take the wire being dragged; null while none is. The full rules answer when it is dropped. */
function fitOf(wiring: Wiring | null, port: PortHandleProps): 'origin' | 'fits' | 'no' | null {
  if (wiring === null) return null;
  if (wiring.nodeId === port.nodeId && wiring.port === port.name && wiring.side === port.side) return 'origin';
  return wiring.nodeId !== port.nodeId && wiring.side !== port.side && wiring.type === port.type ? 'fits' : 'no';
}

const POSITIONS = { left: Position.Left, right: Position.Right, up: Position.Top, down: Position.Bottom } as const;
const isUpright = ({ facing }: PortFacing): boolean => facing === 'up' || facing === 'down';

export const PortHandle = memo(function PortHandle(props: PortHandleProps): ReactNode {
  const { side, name, type, title, index, wired, optional, many, facing } = props;
  const { t, say } = useT();
  const fit = useEditor((state) => fitOf(state.wiring, props));
  const input = side === 'inputs';
  return (
    <Handle
      id={name}
      type={input ? 'target' : 'source'}
      position={POSITIONS[facing.facing]}
      className="mr-port"
      style={isUpright(facing) ? { left: `${facing.along * 100}%` } : { top: portTop(index) }}
      data-fit={fit ?? undefined}
      title={[
        title,
        say(portTypeName(type)),
        ...(many ? [t('editor.takesMany')] : []),
        ...(optional ? [t('editor.optional')] : []),
      ].join(' · ')}
    >
      <PortGlyph type={type} hollow={!wired} many={many} />
      <span className="mr-port-name" aria-hidden="true">
        {title}
      </span>
    </Handle>
  );
}, samePort);

/** Facing is told by what it says, not by which object says it. */
function samePort(a: PortHandleProps, b: PortHandleProps): boolean {
  const keys = Object.keys(b).filter((key): key is keyof PortHandleProps => key !== 'facing');
  return (
    a.facing.facing === b.facing.facing && a.facing.along === b.facing.along && keys.every((key) => a[key] === b[key])
  );
}
