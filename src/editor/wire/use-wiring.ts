import type { Connection, FinalConnectionState, OnConnectStartParams } from '@xyflow/react';
import { useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import { canConnect } from '../../graph/can-connect';
import { NODE_WIDTH, type Point, portTop, snap } from '../../graph/geometry';
import { portOf } from '../../graph/kind-shape';
import { wireEnd } from '../../graph/wire';
import type { Text } from '../../lib/text';
import { pipelineNow } from '../../store/document/pipeline';
import { useNotices } from '../../store/view/notice-store';
import type { FlowEdge } from '../canvas/flow-types';
import { connectEnds, removeWire, rewire } from '../edit-actions';
import { openAdd, useEditor, type Wiring } from '../editor-store';
import { refusalAt, snapAt } from './snap-wire';

const pagePointOf = (event: MouseEvent | TouchEvent): Point => {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
};

const ends = (
  connection: Pick<Connection, 'source' | 'target'> & { sourceHandle?: string | null; targetHandle?: string | null },
) => ({
  from: wireEnd(connection.source, connection.sourceHandle ?? ''),
  to: wireEnd(connection.target, connection.targetHandle ?? ''),
});

const tell = (reason: Text | null): void => {
  if (reason !== null) useNotices.getState().notify({ severity: 'info', message: reason, subject: 'wire' });
};

function wiringOf(params: OnConnectStartParams): Wiring | null {
  const { nodeId, handleId, handleType } = params;
  if (nodeId === null || handleId === null) return null;
  const side = handleType === 'source' ? 'outputs' : 'inputs';
  const port = portOf(pipelineNow().node(nodeId), side, handleId);
  return port === undefined ? null : { nodeId, port: handleId, side, type: port.type };
}

/** Everything that happens while a wire is under the hand. */
export function useWiring() {
  const flow = useStoreApi();
  return useMemo(() => {
    let reconnected = false;
    const start = (_: unknown, params: OnConnectStartParams): void => useEditor.setState({ wiring: wiringOf(params) });
    const drop = (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
      const { wiring, view } = useEditor.getState();
      useEditor.setState({ wiring: null });
      if (wiring === null || state.isValid === true || view === null) return;
      const pipeline = pipelineNow();
      const page = pagePointOf(event);
      const at = view.at(page);
      const over = state.toHandle === null ? null : { nodeId: state.toHandle.nodeId, port: state.toHandle.id ?? null };
      const snapped = over === null ? snapAt(pipeline, wiring, at) : null;
      if (snapped?.ok === true) tell(connectEnds(snapped.edge.from, snapped.edge.to));
      else if (over !== null || snapped !== null) tell(refusalAt(pipeline, wiring, over, at));
      else {
        // The new node's first port comes to lie where the wire was dropped.
        const place = snap({ x: at.x - (wiring.side === 'outputs' ? 0 : NODE_WIDTH), y: at.y - portTop(0) });
        openAdd({
          purpose: { type: 'wire', end: wiring, side: wiring.side },
          place,
          anchor: page,
        });
      }
    };
    return {
      isValidConnection: (connection: Connection | FlowEdge): boolean => {
        const { from, to } = ends(connection);
        return canConnect(pipelineNow(), from, to).ok;
      },
      onConnect: (connection: Connection): void => {
        const { from, to } = ends(connection);
        tell(connectEnds(from, to));
      },
      onConnectStart: start,
      onClickConnectStart: start,
      onConnectEnd: drop,
      onClickConnectEnd: (): void => useEditor.setState({ wiring: null }),
      /** Lets go of a wire begun by a click on a port. */
      cancelClick: (): void => {
        flow.setState({ connectionClickStartHandle: null });
        useEditor.setState({ wiring: null });
      },
      onReconnectStart: (): void => {
        reconnected = false;
      },
      onReconnect: (edge: FlowEdge, connection: Connection): void => {
        reconnected = true;
        if (edge.data !== undefined) tell(rewire(edge.data.edge, ends(connection)));
      },
      /** A wire pulled off its port and let go over nothing is removed. */
      onReconnectEnd: (_: MouseEvent | TouchEvent, edge: FlowEdge, __: unknown, state: FinalConnectionState): void => {
        if (!reconnected && state.toHandle === null && edge.data !== undefined) removeWire(edge.data.edge);
        useEditor.setState({ wiring: null });
      },
    };
  }, [flow]);
}
