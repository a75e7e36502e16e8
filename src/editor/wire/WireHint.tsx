import { useConnection, useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { pipelineNow } from '../../store/document/pipeline';
import { useEditor } from '../editor-store';
import { refusalAt } from './snap-wire';

/** Says beside the pointer why a wire cannot be. */
export function WireHint(): ReactNode {
  const { say } = useT();
  const wiring = useEditor((state) => state.wiring);
  const connection = useConnection();
  const { flowToScreenPosition } = useReactFlow();
  if (wiring === null || !connection.inProgress || connection.isValid === true) return null;
  const over =
    connection.toHandle === null ? null : { nodeId: connection.toHandle.nodeId, port: connection.toHandle.id ?? null };
  const reason = refusalAt(pipelineNow(), wiring, over, connection.to);
  if (reason === null) return null;
  const page = flowToScreenPosition(connection.to);
  return (
    <div className="mr-hint" role="status" style={{ transform: `translate(${page.x + 14}px, ${page.y + 14}px)` }}>
      {say(reason)}
    </div>
  );
}
