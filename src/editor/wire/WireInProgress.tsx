import { type ConnectionLineComponentProps, getBezierPath, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { usePipeline } from '../../store/document/pipeline';
import type { FlowNode } from '../canvas/flow-types';
import { useEditor } from '../editor-store';
import { snapAt } from './snap-wire';

/** The wire under the hand. Over a node it runs to the port that fits. */
export function WireInProgress(props: ConnectionLineComponentProps<FlowNode>): ReactNode {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus } = props;
  const wiring = useEditor((state) => state.wiring);
  const pipeline = usePipeline();
  const snapped = wiring === null || connectionStatus !== null ? null : snapAt(pipeline, wiring, { x: toX, y: toY });
  const end = snapped?.ok === true ? snapped.at : { x: toX, y: toY };
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: end.x,
    targetY: end.y,
    targetPosition: toPosition ?? (fromPosition === Position.Right ? Position.Left : Position.Right),
  });
  const refused = connectionStatus === 'invalid' || snapped?.ok === false;
  return <path className="mr-wire" data-type={wiring?.type} data-drawn data-refused={refused || undefined} d={path} />;
}
