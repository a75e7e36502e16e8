import type { PipelineNode } from './document';
import { NODE_HEIGHT, NODE_WIDTH, type Point } from './geometry';

export type Arrangement = 'alignLeft' | 'alignTop' | 'distributeAcross' | 'distributeDown';

/** New positions that line nodes up, or leave equal gaps between them. */
export function arrange(nodes: readonly PipelineNode[], how: Arrangement): Readonly<Record<string, Point>> {
  const across = how === 'alignTop' || how === 'distributeAcross';
  const along = (node: PipelineNode): number => (across ? node.position.x : node.position.y);
  const sorted = [...nodes].sort((a, b) => along(a) - along(b));
  const last = sorted.at(-1);
  if (last === undefined) return {};
  const left = Math.min(...nodes.map((node) => node.position.x));
  const top = Math.min(...nodes.map((node) => node.position.y));
  const place = ({ x, y }: Point, index: number): Point => {
    if (how === 'alignLeft') return { x: left, y };
    if (how === 'alignTop') return { x, y: top };
    if (how === 'distributeAcross') return { x: spread(left, last.position.x, index, sorted.length, NODE_WIDTH), y };
    return { x, y: spread(top, last.position.y, index, sorted.length, NODE_HEIGHT) };
  };
  return Object.fromEntries(sorted.map((node, index) => [node.id, place(node.position, index)]));
}

/** The place of one of `count` items spread evenly; items that would overlap are pushed apart. */
function spread(from: number, to: number, index: number, count: number, size: number): number {
  const step = count < 2 ? 0 : Math.max((to - from) / (count - 1), size + 16);
  return Math.round(from + index * step);
}
