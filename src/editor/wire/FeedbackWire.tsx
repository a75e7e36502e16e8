import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { CornerLeftUp, Undo2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { PipelineNode } from '../../graph/document';
import { type Box, frameHeight, NODE_WIDTH } from '../../graph/geometry';
import { type LoopPath, loopPath } from '../../graph/loop-path';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { shownTurn } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import type { LiveTurn } from '../../store/live/live-types';
import { useTell } from '../../store/live/wording';
import type { FlowEdge } from '../canvas/flow-types';
import { useLiveWires } from './live-wires';

/** The way of the wire that closes the loop, round the nodes as they lie. */
export function useLoopPath({ sourceX, sourceY, targetX, targetY }: EdgeProps<FlowEdge>): LoopPath {
  const nodes = useDocument((state) => state.document.nodes);
  return useMemo(() => {
    const lanes = nodes.filter(({ kind }) => catalog.kind(kind)?.stage !== 'retrain').map(boxOfNode);
    const floor = Math.max(targetY, ...lanes.map((box) => box.y + box.height));
    return loopPath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, nodes.map(boxOfNode), floor);
  }, [nodes, sourceX, sourceY, targetX, targetY]);
}

function boxOfNode(node: PipelineNode): Box {
  const { inputs, outputs } = catalog.compileNode(node);
  const ports = Math.max(1, inputs.length, outputs.length);
  return { ...node.position, width: NODE_WIDTH, height: frameHeight(ports) };
}

/** The champion that changed at a wire's deployment just now, or in the tick looked at. */
export function useTurn(deployment: string): LiveTurn | null {
  const now = useLiveWires((state) => state.turns[deployment] ?? null);
  const then = useLive((state) => (state.cursor === null ? null : shownTurn(state, deployment)?.tick)) ?? null;
  return useMemo(() => (then === null ? now : shownTurn(useLive.getState(), deployment)), [now, then, deployment]);
}

/** What runs along the wire when a model is promoted, and says which. Without motion the lit wire and the label stay. */
export function TurnMark({ path, turn }: { path: LoopPath; turn: LiveTurn }): ReactNode {
  const { t } = useT();
  const tell = useTell();
  const number = useLive(({ history }) => history.numberOf(turn.version, turn.deployment) ?? turn.number);
  const Mark = turn.because === 'promote' ? CornerLeftUp : Undo2;
  return (
    <>
      <BaseEdge path={path.d} className="mr-turn-track" interactionWidth={0} />
      <path key={turn.tick} d={path.d} pathLength={100} className="mr-turn-pulse" />
      <EdgeLabelRenderer>
        <div
          className="mr-turn-label nodrag nopan"
          role="status"
          title={tell(turn.why, useLive.getState().history)}
          style={{ transform: `translate(-50%, -50%) translate(${path.label.x}px, ${path.label.y}px)` }}
        >
          <Mark size={14} strokeWidth={2.25} aria-hidden="true" />
          {t(turn.because === 'promote' ? 'loop.promoted' : 'loop.rolledBack', { n: number })}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
