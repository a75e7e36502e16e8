import { BLOCK, type Columns } from './columns';
import type { LinearTask } from './linear-task';
import { LEAST_PENALTY, MOST_CURVATURE } from './losses';

/** How a linear problem curves at most. */
export interface Curvature {
  /** Multiplies by the inverse, in place; a point holds width × outputs weights, then the biases. */
  solve(point: Float64Array): void;
}

/** With more columns than this they are taken one by one: a matrix of them would cost more than the steps it saves. */
const MOST_COLUMNS = 512;
/** Products that a matrix may cost; of more rows every so-manieth is taken. */
const MOST_PRODUCTS = 4e8;
/** Of a matrix of some rows, which may not have met all that a column does, so much is left to each column alone. */
const SOME = 0.02;

/**
 * The matrix of how the columns go together, times the most that the loss curves, plus the penalty: a bound that holds
 * at every point (Böhning and Lindsay 1988), and the very curvature of squared errors. One for all outputs.
 */
export async function curvatureOf(
  { task, train, width, outputs, l2 }: LinearTask,
  { means, deviations }: Columns,
  yieldIfDue: () => Promise<void>,
): Promise<Curvature> {
  const most = MOST_CURVATURE[task];
  const penalty = deviations.map((deviation) =>
    deviation === 0 ? 1 : 2 * (LEAST_PENALTY + l2 / deviation / deviation),
  );
  if (width > MOST_COLUMNS) return each(penalty, most, outputs);
  const stride = Math.max(1, Math.ceil((train.rows * width * width) / 2 / MOST_PRODUCTS));
  const matrix = new Float64Array(width * width);
  const scaled = new Float64Array(width);
  let total = 0;
  for (let row = 0, seen = 0; row < train.rows; row += stride, seen++) {
    if (seen % (BLOCK >> 4) === 0) await yieldIfDue();
    const weight = train.weights === null ? 1 : (train.weights[row] ?? 0);
    total += weight;
    for (let j = 0; j < width; j++) {
      const deviation = deviations[j] ?? 0;
      scaled[j] = deviation === 0 ? 0 : ((train.features[row * width + j] ?? 0) - (means[j] ?? 0)) / deviation;
    }
    for (let i = 0; i < width; i++) {
      const x = weight * (scaled[i] ?? 0);
      for (let j = 0, at = i * width; j <= i; j++, at++) matrix[at] = (matrix[at] ?? 0) + x * (scaled[j] ?? 0);
    }
  }
  const more = stride === 1 ? 0 : SOME;
  const share = total > 0 ? (most * (1 - more)) / total : 0;
  for (let at = 0; at < matrix.length; at++) matrix[at] = (matrix[at] ?? 0) * share;
  for (let j = 0; j < width; j++) {
    matrix[j * width + j] = (matrix[j * width + j] ?? 0) + most * more + (penalty[j] ?? 0);
  }
  await factorize(matrix, width, yieldIfDue);
  return together(matrix, width, most, outputs);
}

/** Columns that are centred and of spread 1, as if they had nothing to do with each other. */
function each(penalty: Float64Array, most: number, outputs: number): Curvature {
  return {
    solve: (point) => {
      for (let at = 0; at < point.length; at++) {
        point[at] = (point[at] ?? 0) / (most + (penalty[Math.floor(at / outputs)] ?? 0));
      }
    },
  };
}

function together(factor: Float64Array, width: number, most: number, outputs: number): Curvature {
  const column = new Float64Array(width);
  return {
    solve: (point) => {
      for (let k = 0; k < outputs; k++) {
        for (let j = 0; j < width; j++) column[j] = point[j * outputs + k] ?? 0;
        solveFactored(factor, width, column);
        for (let j = 0; j < width; j++) point[j * outputs + k] = column[j] ?? 0;
      }
      for (let at = width * outputs; at < point.length; at++) point[at] = (point[at] ?? 0) / most;
    },
  };
}

/** Cholesky's factor in place of the lower triangle. */
async function factorize(matrix: Float64Array, size: number, yieldIfDue: () => Promise<void>): Promise<void> {
  for (let i = 0; i < size; i++) {
    await yieldIfDue();
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      if (j < i) matrix[i * size + j] = sum / (matrix[j * size + j] ?? 1);
      // Rounding may leave nothing of a column that others make up: it keeps what it had.
      else matrix[i * size + i] = Math.sqrt(sum > 0 ? sum : (matrix[i * size + i] ?? 0));
    }
  }
}

/** Forwards through the factor, then backwards through its transpose. */
function solveFactored(factor: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = x[i] ?? 0;
    for (let j = 0; j < i; j++) sum -= (factor[i * size + j] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (factor[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    const solved = (x[i] ?? 0) / (factor[i * size + i] ?? 1);
    x[i] = solved;
    for (let j = 0; j < i; j++) x[j] = (x[j] ?? 0) - solved * (factor[i * size + j] ?? 0);
  }
}
