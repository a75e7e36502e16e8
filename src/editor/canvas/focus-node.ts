import type { PipelineEdge } from '../../graph/document';
import { wireKey } from '../../graph/wire';
import { useEditor } from '../editor-store';

const elementOf = (nodeId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(
    `.react-flow__node[data-id="${CSS.escape(nodeId)}"], [data-outline-id="${CSS.escape(nodeId)}"]`,
  );

/** Puts the keyboard on a node of the canvas or the outline, once it is drawn, and brings it into sight. */
export function focusNode(nodeId: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      elementOf(nodeId)?.focus({ preventScroll: true });
      useEditor.getState().view?.reveal(nodeId);
    }),
  );
}

/** Puts the keyboard on the canvas or the outline itself. */
export const focusCanvas = (): void =>
  document.querySelector<HTMLElement>('.mr-canvas, .mr-outline, #canvas')?.focus({ preventScroll: true });

/** Puts the keyboard on a wire of the canvas. */
export const focusWire = (edge: PipelineEdge): void =>
  document
    .querySelector<SVGElement>(`.react-flow__edge[data-id="${CSS.escape(wireKey(edge))}"]`)
    ?.focus({ preventScroll: true });
