import type { PipelineDocument } from '../graph/document';

/** Below the lowest node, so that nothing is covered. */
const ROW = 168;

/** Where a node goes that a panel puts on the canvas. */
export function placeBelow({ nodes }: PipelineDocument): { readonly x: number; readonly y: number } {
  if (nodes.length === 0) return { x: 0, y: 0 };
  return {
    x: Math.min(...nodes.map(({ position }) => position.x)),
    y: Math.max(...nodes.map(({ position }) => position.y)) + ROW,
  };
}
