import type { Box } from '../../graph/geometry';
import type { Stage } from '../../nodes/contract/kind';
import { STAGES } from '../../nodes/contract/kind';

export interface StagedBox extends Box {
  readonly stage: Stage;
}

/** One stage's column, in flow pixels; columns touch each other. */
interface Lane {
  readonly stage: Stage;
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** The strip below the columns where retraining lies. */
interface LaneBand {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * How the stages are shown behind the nodes. `columns`: the nodes read left to
 * right in the order of the stages. `chips`: they lie otherwise, where columns
 * would lie about them, so the stages are only named.
 */
export type Lanes =
  | { readonly layout: 'columns'; readonly lanes: readonly Lane[]; readonly band: LaneBand | null }
  | { readonly layout: 'chips'; readonly stages: readonly { readonly stage: Stage; readonly count: number }[] };

const MARGIN = 40;
/** Columns are drawn while at most this share of the nodes lies in a neighbour's column. */
const TOLERANCE = 0.12;

const centre = (box: Box): number => box.x + box.width / 2;

/** The x between two stages' nodes that leaves the fewest on the wrong side, and how many that is. */
function boundary(before: readonly StagedBox[], after: readonly StagedBox[]): { x: number; misplaced: number } {
  const edges = [...new Set([...before.map((box) => box.x + box.width), ...after.map((box) => box.x)])].sort(
    (a, b) => a - b,
  );
  let best = { x: 0, misplaced: Number.POSITIVE_INFINITY, room: 0 };
  for (let i = 0; i < edges.length; i++) {
    const here = edges[i] ?? 0;
    const next = edges[i + 1] ?? here;
    const x = (here + next) / 2;
    const misplaced = before.filter((box) => centre(box) > x).length + after.filter((box) => centre(box) < x).length;
    const room = next - here;
    if (misplaced < best.misplaced || (misplaced === best.misplaced && room > best.room)) best = { x, misplaced, room };
  }
  return best;
}

/** Works out lanes for nodes that may lie anywhere; null on an empty canvas. */
export function computeLanes(boxes: readonly StagedBox[]): Lanes | null {
  if (boxes.length === 0) return null;
  const groups = STAGES.map((stage) => ({ stage, boxes: boxes.filter((box) => box.stage === stage) })).filter(
    (group) => group.boxes.length > 0,
  );
  const chips: Lanes = {
    layout: 'chips',
    stages: groups.map((group) => ({ stage: group.stage, count: group.boxes.length })),
  };
  const columns = groups.filter((group) => group.stage !== 'retrain');
  const retrain = groups.find((group) => group.stage === 'retrain');
  if (columns.length === 0) return chips;

  const upper = columns.flatMap((group) => group.boxes);
  const bottom = Math.max(...upper.map((box) => box.y + box.height));
  if (retrain?.boxes.some((box) => box.y < bottom) === true) return chips;

  const ends = [Math.min(...boxes.map((box) => box.x)) - MARGIN];
  let misplaced = 0;
  for (let i = 1; i < columns.length; i++) {
    const split = boundary(
      columns.slice(0, i).flatMap((group) => group.boxes),
      columns.slice(i).flatMap((group) => group.boxes),
    );
    misplaced += split.misplaced;
    if (split.x <= (ends.at(-1) ?? 0)) return chips;
    ends.push(split.x);
  }
  ends.push(Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN);
  if (misplaced > upper.length * TOLERANCE) return chips;

  return {
    layout: 'columns',
    lanes: columns.map((group, i) => ({
      stage: group.stage,
      left: ends[i] ?? 0,
      right: ends[i + 1] ?? 0,
      count: group.boxes.length,
    })),
    band:
      retrain === undefined
        ? null
        : {
            top: (bottom + Math.min(...retrain.boxes.map((box) => box.y))) / 2,
            bottom: Math.max(...retrain.boxes.map((box) => box.y + box.height)) + MARGIN,
            left: ends[0] ?? 0,
            right: ends.at(-1) ?? 0,
          },
  };
}
