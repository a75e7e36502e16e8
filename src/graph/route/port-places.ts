import type { Box, Point } from '../geometry';
import { frameHeight, NODE_WIDTH, portTop } from '../geometry';
import type { CompiledNode, CompiledWire, Pipeline } from '../pipeline';

/** Where wires leave a port, or come to it. */
export type Facing = 'left' | 'right' | 'up' | 'down';

export interface PortPlace extends Point {
  readonly facing: Facing;
}

type Side = 'inputs' | 'outputs';

/** Where a port stands and which way it looks. */
export type PortPlaces = (nodeId: string, side: Side, port: string) => PortPlace | null;

/** Nodes whose left edges lie this near to each other stand in one column. */
const SAME_COLUMN = 40;

/** What a node covers, as tall as its ports need it at least. */
export const nodeBox = ({ node, inputs, outputs }: CompiledNode): Box => ({
  ...node.position,
  width: NODE_WIDTH,
  height: frameHeight(Math.max(1, inputs.length, outputs.length)),
});

const places = new WeakMap<Pipeline, PortPlaces>();

/**
 * Wires run from left to right, but for two cases. Between nodes below each other they run from top to bottom: where an
 * output has its only wire to the node right below, or all its wires to nodes further down. And retraining, which leads
 * back, runs from right to left where its nodes lie so.
 */
export function portPlaces(pipeline: Pipeline): PortPlaces {
  const known = places.get(pipeline);
  if (known !== undefined) return known;
  const made = placed(pipeline);
  places.set(pipeline, made);
  return made;
}

function placed(pipeline: Pipeline): PortPlaces {
  const boxes = new Map(pipeline.nodes.map((node) => [node.id, nodeBox(node)]));
  const leftwards = retrainsLeftwards(pipeline);
  const down = new Set<string>();
  const centred = new Set<string>();
  const wires = pipeline.wires.filter(({ joins }) => joins);
  const at = (end: { readonly nodeId: string; readonly port: string }, side: Side): string =>
    `${side} ${end.nodeId}.${end.port}`;
  const from = new Map<string, CompiledWire[]>();
  const into = new Map<string, CompiledWire[]>();
  for (const wire of wires) {
    from.set(at(wire.from, 'outputs'), [...(from.get(at(wire.from, 'outputs')) ?? []), wire]);
    into.set(at(wire.to, 'inputs'), [...(into.get(at(wire.to, 'inputs')) ?? []), wire]);
  }
  for (const [key, own] of from) {
    const [first] = own;
    const box = first && boxes.get(first.from.nodeId);
    if (first === undefined || box === undefined || own.some(({ input }) => input?.feedback === true)) continue;
    if (own.length === 1 && (into.get(at(first.to, 'inputs'))?.length ?? 0) === 1) {
      const below = boxes.get(first.to.nodeId);
      if (below !== undefined && standsRightBelow(box, below, boxes)) {
        for (const end of [key, at(first.to, 'inputs')]) {
          down.add(end);
          centred.add(end);
        }
        continue;
      }
    }
    const backDown = own.every(({ to }) => {
      const target = boxes.get(to.nodeId);
      return target !== undefined && target.y >= box.y + box.height && target.x < box.x + box.width;
    });
    if (backDown) down.add(key);
  }
  return (nodeId, side, port) => {
    const node = pipeline.node(nodeId);
    const box = boxes.get(nodeId);
    const index = node?.[side].findIndex(({ name }) => name === port) ?? -1;
    if (node === undefined || box === undefined || index < 0) return null;
    const key = at({ nodeId, port }, side);
    if (down.has(key)) {
      const share = centred.has(key) ? 1 / 2 : 1 / 4;
      const y = side === 'outputs' ? box.y + box.height : box.y;
      return { x: box.x + box.width * share, y, facing: side === 'outputs' ? 'down' : 'up' };
    }
    const back = leftwards && isRetraining(node);
    const onRight = (side === 'outputs') !== back;
    return {
      x: onRight ? box.x + box.width : box.x,
      y: box.y + portTop(index),
      facing: onRight ? 'right' : 'left',
    };
  };
}

/** Whether a node is part of the way back: a stream stands at its beginning, where rows come in. */
export const isRetraining = ({ spec }: CompiledNode): boolean => spec?.stage === 'retrain' && spec.role !== 'stream';

/** Whether the wires of the way back lead leftwards on the whole. */
function retrainsLeftwards(pipeline: Pipeline): boolean {
  let sum = 0;
  for (const { joins, from, to } of pipeline.wires) {
    const [source, target] = [pipeline.node(from.nodeId), pipeline.node(to.nodeId)];
    if (!joins || source === undefined || target === undefined) continue;
    if (isRetraining(source) && isRetraining(target)) sum += Math.sign(target.node.position.x - source.node.position.x);
  }
  return sum < 0;
}

function standsRightBelow(box: Box, below: Box, boxes: ReadonlyMap<string, Box>): boolean {
  const bottom = box.y + box.height;
  if (Math.abs(box.x - below.x) > SAME_COLUMN || below.y < bottom) return false;
  return ![...boxes.values()].some(
    (other) =>
      other !== box &&
      other !== below &&
      other.x < Math.max(box.x, below.x) + box.width &&
      other.x + other.width > Math.min(box.x, below.x) &&
      other.y < below.y &&
      other.y + other.height > bottom,
  );
}
