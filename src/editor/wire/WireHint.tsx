import { useConnection, useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { pipelineNow } from '../../store/document/pipeline';
import { useEditor } from '../editor-store';
import { consequenceAt, refusalAt } from './snap-wire';

/** Says beside the pointer why a wire cannot be, or what it would do to those that are there. */
export function WireHint(): ReactNode {
  const { say } = useT();
  const wiring = useEditor((state) => state.wiring);
  const connection = useConnection();
  const { flowToScreenPosition } = useReactFlow();
  if (wiring === null || !connection.inProgress) return null;
  const over =
    connection.toHandle === null ? null : { nodeId: connection.toHandle.nodeId, port: connection.toHandle.id ?? null };
  const pipeline = pipelineNow();
  const says = refusalAt(pipeline, wiring, over, connection.to) ?? consequenceAt(pipeline, wiring, over, connection.to);
  if (says === null) return null;
  const page = flowToScreenPosition(connection.to);
  return (
    <div className="mr-hint" role="status" style={{ transform: `translate(${page.x + 14}px, ${page.y + 14}px)` }}>
      {say(says)}
    </div>
  );
}
