import type { PipelineEdge } from '../../graph/document';
import { wireKey } from '../../graph/wire';
import { pipelineNow } from '../../store/document/pipeline';
import { useEditor } from '../editor-store';

const elementOf = (nodeId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(
    `.react-flow__node[data-id="${CSS.escape(nodeId)}"], [data-outline-id="${CSS.escape(nodeId)}"]`,
  );

/** How many frames a node that was out of sight may take until it is drawn. */
const PATIENCE = 60;

/** Puts the keyboard on a node of the canvas or the outline, once it is drawn, and brings it into sight. */
export function focusNode(nodeId: string): void {
  let frames = 0;
  const seek = (): void => {
    frames++;
    if (frames === 2) useEditor.getState().view?.reveal(nodeId);
    const element = frames < 2 ? null : elementOf(nodeId);
    if (element !== null) element.focus({ preventScroll: true });
    else if (frames < PATIENCE) requestAnimationFrame(seek);
  };
  requestAnimationFrame(seek);
}

/** Puts the keyboard on the canvas or the outline itself. */
export function focusCanvas(): void {
  const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
  // What it stands in comes first on the page, and takes no keys.
  (find('.mr-canvas, .mr-outline') ?? find('#canvas'))?.focus({ preventScroll: true });
}

/** Puts the keyboard on a wire of the canvas; among many, one out of sight is drawn once its beginning is in sight. */
export function focusWire(edge: PipelineEdge): void {
  const wire = (): SVGElement | null =>
    document.querySelector<SVGElement>(`.react-flow__edge[data-id="${CSS.escape(wireKey(edge))}"]`);
  const focus = (): void => wire()?.focus({ preventScroll: true });
  if (wire() !== null) {
    focus();
    return;
  }
  const source = pipelineNow().wire(edge)?.from.nodeId;
  if (source !== undefined) useEditor.getState().view?.reveal(source);
  setTimeout(focus, 300);
}
