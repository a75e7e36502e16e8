import type { PipelineEdge } from '../../graph/document';
import { sameWire } from '../../graph/wire';
import { useDocument } from '../../store/document/document-store';
import { pipelineNow } from '../../store/document/pipeline';
import { focusNode, focusWire } from './focus-node';

function goToWire(edge: PipelineEdge | undefined): void {
  if (edge === undefined) return;
  useDocument.getState().select({ nodes: [], edges: [edge], notes: [] });
  focusWire(edge);
}

/** From a node to its first wire: one that leaves it, or else one that comes. */
export function goToWireOf(nodeId: string): void {
  const { outOf, into } = pipelineNow();
  goToWire([...outOf(nodeId), ...into(nodeId)][0]?.edge);
}

function goToEnd(nodeId: string | undefined): void {
  if (nodeId === undefined) return;
  useDocument.getState().select({ nodes: [nodeId], edges: [], notes: [] });
  focusNode(nodeId);
}

/** To the wire `steps` further on, round and round. */
function goOn(edge: PipelineEdge, steps: 1 | -1): void {
  const { wires } = pipelineNow();
  const at = wires.findIndex((wire) => sameWire(wire.edge, edge));
  goToWire(wires[(at + steps + wires.length) % wires.length]?.edge);
}

/** What arrow keys do on a wire: left and right to its ends, up and down to others. Of other keys undefined. */
export function wireMove(key: string): ((edge: PipelineEdge) => void) | undefined {
  switch (key) {
    case 'ArrowLeft':
      return (edge) => goToEnd(pipelineNow().wire(edge)?.from.nodeId);
    case 'ArrowRight':
      return (edge) => goToEnd(pipelineNow().wire(edge)?.to.nodeId);
    case 'ArrowUp':
      return (edge) => goOn(edge, -1);
    case 'ArrowDown':
      return (edge) => goOn(edge, 1);
    default:
      return undefined;
  }
}
