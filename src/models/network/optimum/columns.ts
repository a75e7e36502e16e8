import type { Examples } from '../trainer';

/** What a linear problem is scaled by: how each column lies and spreads over the rows, as they count. */
export interface Columns {
  readonly means: Float64Array;
  /** 0 of a column that never changes, whose weight stays 0. */
  readonly deviations: Float64Array;
}

/** A weight for less than this would be beyond what 32 bits hold. */
const LEAST_DEVIATION = 1e-30;

export async function columnsOf(
  { rows, features, weights }: Examples,
  width: number,
  yieldIfDue: () => Promise<void>,
): Promise<Columns> {
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  const overRows = async (visit: (start: number, weight: number) => void): Promise<void> => {
    for (let row = 0; row < rows; row++) {
      if (row % BLOCK === 0) await yieldIfDue();
      visit(row * width, weights === null ? 1 : (weights[row] ?? 0));
    }
  };
  await overRows((start, weight) => {
    for (let j = 0; j < width; j++) means[j] = (means[j] ?? 0) + weight * (features[start + j] ?? 0);
  });
  for (let j = 0; j < width; j++) means[j] = (means[j] ?? 0) / rows;
  await overRows((start, weight) => {
    for (let j = 0; j < width; j++) {
      const off = (features[start + j] ?? 0) - (means[j] ?? 0);
      squares[j] = (squares[j] ?? 0) + weight * off * off;
    }
  });
  const deviations = squares.map((sum, j) => {
    const deviation = Math.sqrt(sum / rows);
    // Equal numbers have a mean that rounds.
    const changes = deviation > LEAST_DEVIATION && deviation > ROUNDING * Math.abs(means[j] ?? 0);
    return changes ? deviation : 0;
  });
  return { means, deviations };
}

/** So many rows are gone through between two looks at the clock. */
export const BLOCK = 2_048;
/** Of sums over millions of equal numbers, far below what 32 bits tell apart. */
const ROUNDING = 1e-9;
