import { STAGES, type Stage } from './kind-shape';
import { placeRows, type Slot } from './layout-rows';
import type { CompiledNode, Pipeline } from './pipeline';

/** Sizes and gaps of the layout, in pixels. */
export const LAYOUT = { width: 220, height: 110, columnGap: 56, rowGap: 48, laneGap: 40, bandGap: 140 } as const;

/** A longer chain within a stage goes on in a row below, like text: a pipeline then fits a screen at a size one can read. */
const LANE_COLUMNS = 2;

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

/** The stage a node stands in; a placeholder tells by the first word of its kind. */
export function stageOf({ spec, node }: CompiledNode): Stage {
  const word = node.kind.split('.')[0];
  return spec?.stage ?? STAGES.find((stage) => stage === word) ?? 'prepare';
}

/**
 * Places every node so that the stages read as lanes from left to right, retraining as a band below.
 * Within a lane, columns follow the wires, and a long chain breaks into lines; rows follow the barycentre of neighbours (Sugiyama, Tagawa
 * and Toda 1981) and then stand as straight as non-overlap allows. Pure and deterministic.
 */
export function layoutPipeline(pipeline: Pipeline, heights: Readonly<Record<string, number>> = {}): Layout {
  const { nodes } = pipeline;
  const stages = new Map(nodes.map((node) => [node.id, stageOf(node)]));
  const depths = depthsWithinStages(pipeline, stages);
  const depth = (id: string): number => depths.get(id) ?? 0;
  const positions: Record<string, { x: number; y: number }> = {};
  const lanes: Lane[] = [];
  const columns = new Map<string, number>();
  const columnX: number[] = [];
  let x = 0;
  for (const stage of STAGES) {
    if (stage === 'retrain') continue;
    const members = nodes.filter((node) => stages.get(node.id) === stage);
    if (members.length === 0) continue;
    const first = columnX.length;
    for (const node of members) columns.set(node.id, first + (depth(node.id) % LANE_COLUMNS));
    const count = Math.min(LANE_COLUMNS, 1 + Math.max(...members.map((node) => depth(node.id))));
    for (let i = 0; i < count; i++) columnX.push(x + i * (LAYOUT.width + LAYOUT.columnGap));
    const width = count * LAYOUT.width + (count - 1) * LAYOUT.columnGap;
    lanes.push({ stage, x, width });
    x += width + LAYOUT.columnGap + LAYOUT.laneGap;
  }
  const height = (id: string): number => heights[id] ?? LAYOUT.height;
  const wires = pipeline.wires.flatMap(({ ordering, from, to }) =>
    ordering ? [[from.nodeId, to.nodeId] as const] : [],
  );
  const put = (
    ids: readonly string[],
    column: ReadonlyMap<string, number>,
    xs: readonly number[],
    top: number,
  ): number => {
    const slots = ids.map((id): Slot => {
      const line = stages.get(id) === 'retrain' ? 0 : Math.floor(depth(id) / LANE_COLUMNS);
      return { id, column: column.get(id) ?? 0, line, height: height(id) };
    });
    const tops = placeRows(slots, wires, LAYOUT.rowGap);
    let bottom = top;
    for (const slot of slots) {
      const y = top + (tops.get(slot.id) ?? 0);
      positions[slot.id] = { x: xs[slot.column] ?? 0, y };
      bottom = Math.max(bottom, y + slot.height);
    }
    return bottom;
  };
  const main = nodes.filter((node) => stages.get(node.id) !== 'retrain').map((node) => node.id);
  const bottom = put(main, columns, columnX, 0);
  const band = nodes.filter((node) => stages.get(node.id) === 'retrain').map((node) => node.id);
  if (band.length > 0) {
    const last = Math.max(...band.map(depth));
    const step = LAYOUT.width + LAYOUT.columnGap;
    // Rows enter the band where they enter the pipeline; what watches and retrains stands below training.
    const start = Math.max(lanes.find((lane) => lane.stage === 'train')?.x ?? 0, last === 0 ? 0 : step);
    const xs = [last === 0 ? start : 0, ...Array.from({ length: last }, (_, i) => start + i * step)];
    put(band, depths, xs, main.length === 0 ? 0 : bottom + LAYOUT.bandGap);
    const left = xs[0] ?? 0;
    lanes.push({ stage: 'retrain', x: left, width: (xs[last] ?? left) + LAYOUT.width - left });
  }
  return { positions, lanes };
}

/** How many nodes of its own stage stand before each node, along the longest way; of retraining, also by way of other stages. */
function depthsWithinStages(pipeline: Pipeline, stages: ReadonlyMap<string, Stage>): ReadonlyMap<string, number> {
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
