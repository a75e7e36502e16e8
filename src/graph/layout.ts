import { frameHeight } from './geometry';
import { STAGES, type Stage } from './kind-shape';
import { laneOf } from './lane-of';
import { placeRows, type Slot } from './layout-rows';
import type { CompiledNode, Pipeline } from './pipeline';

/** Sizes and gaps of the layout, in pixels. */
export const LAYOUT = { width: 220, height: 110, columnGap: 56, rowGap: 44, laneGap: 40, bandGap: 120 } as const;

/** Room for the nodes where nobody says how much there is: a canvas of a laptop, at a size that one can read. */
const USUAL_ROOM: Room = { width: 1_600, height: 1_000 };

/** How much room the canvas has, in pixels of the document. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** What a canvas of such a size on the page has room for, at a zoom at which one can read. */
export const roomOf = (size: { readonly width: number; readonly height: number } | null): Room =>
  size === null ? USUAL_ROOM : { width: size.width / READABLE, height: (size.height - TAKEN) / READABLE };

const READABLE = 0.7;
/** Above the nodes stand the stages' names, below the tools. */
const TAKEN = 112;

interface Lane {
  readonly stage: Stage;
  readonly x: number;
  readonly width: number;
}

export interface Layout {
  /** Top left corner of every node, as a `move` edit takes them. */
  readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** Where each stage that has nodes begins and how wide it is, from left to right; retraining runs below. */
  readonly lanes: readonly Lane[];
}

interface Column {
  readonly column: number;
  readonly line: number;
}

/**
 * Places every node so that the stages read as lanes from left to right, and retraining, which leads back, as a band
 * below from right to left. Within a lane a chain runs down, and goes on in a further column where there is no room
 * below; what measures models stands beside what makes them. Rows follow the barycentre of neighbours (Sugiyama, Tagawa
 * and Toda 1981) and then stand as straight as non-overlap allows. Pure and deterministic.
 */
export function layoutPipeline(pipeline: Pipeline, room: Room = USUAL_ROOM): Layout {
  const { nodes } = pipeline;
  const stages = new Map(nodes.map((node) => [node.id, laneOf(node)]));
  const depths = depthsWithinLanes(pipeline, stages);
  const depth = (id: string): number => depths.get(id) ?? 0;
  const height = (id: string): number => heightOf(pipeline.node(id));
  const positions: Record<string, { x: number; y: number }> = {};
  const lanes: Lane[] = [];
  const columns = new Map<string, Column>();
  const columnX: number[] = [];
  const band = nodes.filter((node) => stages.get(node.id) === 'retrain').map((node) => node.id);
  const bandRows = band.length === 0 ? 0 : Math.max(...countBy(band, depth).values());
  const step = LAYOUT.height + LAYOUT.rowGap;
  const below = bandRows === 0 ? 0 : LAYOUT.bandGap + bandRows * step;
  const lines = Math.max(2, Math.floor((room.height - below + LAYOUT.rowGap) / step));
  let x = 0;
  for (const stage of STAGES) {
    if (stage === 'retrain') continue;
    const members = nodes.filter((node) => stages.get(node.id) === stage);
    if (members.length === 0) continue;
    const first = columnX.length;
    const inLane = columnsOf(members, depth, lines);
    for (const [id, { column, line }] of inLane) columns.set(id, { column: first + column, line });
    const count = 1 + Math.max(...[...inLane.values()].map(({ column }) => column));
    for (let i = 0; i < count; i++) columnX.push(x + i * (LAYOUT.width + LAYOUT.columnGap));
    const width = count * LAYOUT.width + (count - 1) * LAYOUT.columnGap;
    lanes.push({ stage, x, width });
    x += width + LAYOUT.columnGap + LAYOUT.laneGap;
  }
  const wires = pipeline.wires.flatMap(({ ordering, from, to }) =>
    ordering ? [[from.nodeId, to.nodeId] as const] : [],
  );
  const put = (slots: readonly Slot[], xs: (column: number) => number, top: number): number => {
    const tops = placeRows(slots, wires, LAYOUT.rowGap);
    let bottom = top;
    for (const slot of slots) {
      const y = top + (tops.get(slot.id) ?? 0);
      positions[slot.id] = { x: xs(slot.column), y };
      bottom = Math.max(bottom, y + slot.height);
    }
    return bottom;
  };
  const main = nodes.flatMap(({ id }): Slot[] => {
    const place = columns.get(id);
    return place === undefined ? [] : [{ id, ...place, height: height(id) }];
  });
  const bottom = put(main, (column) => columnX[column] ?? 0, 0);
  if (band.length > 0) {
    const across = LAYOUT.width + LAYOUT.columnGap;
    const last = Math.max(...band.map(depth));
    // The way back begins below what serves, or as far right as it needs to.
    const begin = Math.max(columnX.at(-1) ?? 0, last * across);
    const slots = band.map((id): Slot => ({ id, column: depth(id), line: 0, height: height(id) }));
    put(slots, (column) => begin - column * across, main.length === 0 ? 0 : bottom + LAYOUT.bandGap);
    const left = begin - last * across;
    lanes.push({ stage: 'retrain', x: left, width: begin + LAYOUT.width - left });
  }
  return { positions, lanes };
}

/** As tall as a frame is drawn at least, and as tall as most are. */
const heightOf = (node: CompiledNode | undefined): number =>
  Math.max(LAYOUT.height, frameHeight(Math.max(1, node?.inputs.length ?? 0, node?.outputs.length ?? 0)));

/** Where the nodes of a lane stand in it: chains from top to bottom, evaluations in a column of their own behind. */
function columnsOf(
  members: readonly CompiledNode[],
  depth: (id: string) => number,
  lines: number,
): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>();
  const measured = members.filter(({ spec }) => spec?.role === 'evaluator' || spec?.role === 'study');
  const rest = members.filter((node) => !measured.includes(node));
  const chain = 1 + Math.max(-1, ...rest.map(({ id }) => depth(id)));
  const count = Math.max(rest.length === 0 ? 0 : 1, Math.ceil(chain / lines));
  const perColumn = Math.ceil(chain / Math.max(1, count));
  for (const { id } of rest) {
    found.set(id, { column: Math.floor(depth(id) / perColumn), line: depth(id) % perColumn });
  }
  for (const { id } of measured) found.set(id, { column: count, line: 0 });
  return found;
}

const countBy = (ids: readonly string[], of: (id: string) => number): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(of(id), (counts.get(of(id)) ?? 0) + 1);
  return counts;
};

/** How many nodes of its own lane stand before each node, along the longest way; of retraining, also by way of other lanes. */
function depthsWithinLanes(pipeline: Pipeline, stages: ReadonlyMap<string, Stage>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  /** Retraining nodes before and with each node. */
  const loops = new Map<string, number>();
  for (const { id } of pipeline.sequence) {
    const sources = pipeline.into(id).flatMap(({ ordering, from }) => (ordering ? [from.nodeId] : []));
    const stage = stages.get(id);
    const own = sources.filter((source) => stages.get(source) === stage);
    const loop = Math.max(0, ...sources.map((source) => loops.get(source) ?? 0));
    loops.set(id, stage === 'retrain' ? loop + 1 : loop);
    depths.set(id, stage === 'retrain' ? loop : Math.max(0, ...own.map((source) => (depths.get(source) ?? -1) + 1)));
  }
  return depths;
}
