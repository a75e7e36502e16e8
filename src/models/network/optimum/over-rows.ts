import type { Totals } from '../measures';
import type { Examples } from '../trainer';
import { BLOCK } from './columns';
import type { LinearTask } from './linear-task';
import { noSums, rowLosses, settle } from './losses';

/** The sums over rows; the slopes by each weight and bias are added to `gradient`, where one is given. */
export async function overRows(
  { task, width, outputs }: LinearTask,
  { rows, features, targets, weights }: Examples,
  values: Float64Array,
  gradient: Float64Array | null,
  yieldIfDue: () => Promise<void>,
): Promise<Totals> {
  const sums = noSums();
  const loss = rowLosses[task];
  const z = new Float64Array(outputs);
  const forward = outputs === 1 ? oneOutput : manyOutputs;
  const back = outputs === 1 ? addOne : addMany;
  for (let from = 0; from < rows; from += BLOCK) {
    await yieldIfDue();
    const to = Math.min(rows, from + BLOCK);
    for (let row = from; row < to; row++) {
      forward(features, row * width, width, values, z);
      loss(z, targets[row] ?? 0, weights === null ? 1 : (weights[row] ?? 0), sums);
      if (gradient !== null) back(features, row * width, width, gradient, z);
    }
  }
  settle(sums);
  return sums;
}

type RowStep = (features: Float32Array, start: number, width: number, values: Float64Array, z: Float64Array) => void;

const oneOutput: RowStep = (features, start, width, values, z) => {
  let sum = values[width] ?? 0;
  for (let j = 0; j < width; j++) sum += (features[start + j] ?? 0) * (values[j] ?? 0);
  z[0] = sum;
};

const addOne: RowStep = (features, start, width, gradient, z) => {
  const slope = z[0] ?? 0;
  for (let j = 0; j < width; j++) gradient[j] = (gradient[j] ?? 0) + slope * (features[start + j] ?? 0);
  gradient[width] = (gradient[width] ?? 0) + slope;
};

/** Four outputs at a time, so that a number that was read serves several products; of encoded words nearly all are 0. */
const manyOutputs: RowStep = (features, start, width, values, z) => {
  const outputs = z.length;
  const biases = width * outputs;
  let k = 0;
  for (; k + 3 < outputs; k += 4) {
    let a = values[biases + k] ?? 0;
    let b = values[biases + k + 1] ?? 0;
    let c = values[biases + k + 2] ?? 0;
    let d = values[biases + k + 3] ?? 0;
    for (let j = 0, at = k; j < width; j++, at += outputs) {
      const x = features[start + j] ?? 0;
      if (x === 0) continue;
      a += x * (values[at] ?? 0);
      b += x * (values[at + 1] ?? 0);
      c += x * (values[at + 2] ?? 0);
      d += x * (values[at + 3] ?? 0);
    }
    z[k] = a;
    z[k + 1] = b;
    z[k + 2] = c;
    z[k + 3] = d;
  }
  for (; k < outputs; k++) {
    let sum = values[biases + k] ?? 0;
    for (let j = 0, at = k; j < width; j++, at += outputs) sum += (features[start + j] ?? 0) * (values[at] ?? 0);
    z[k] = sum;
  }
};

const addMany: RowStep = (features, start, width, gradient, z) => {
  const outputs = z.length;
  let k = 0;
  for (; k + 3 < outputs; k += 4) {
    const a = z[k] ?? 0;
    const b = z[k + 1] ?? 0;
    const c = z[k + 2] ?? 0;
    const d = z[k + 3] ?? 0;
    for (let j = 0, at = k; j < width; j++, at += outputs) {
      const x = features[start + j] ?? 0;
      if (x === 0) continue;
      gradient[at] = (gradient[at] ?? 0) + x * a;
      gradient[at + 1] = (gradient[at + 1] ?? 0) + x * b;
      gradient[at + 2] = (gradient[at + 2] ?? 0) + x * c;
      gradient[at + 3] = (gradient[at + 3] ?? 0) + x * d;
    }
  }
  for (; k < outputs; k++) {
    const slope = z[k] ?? 0;
    for (let j = 0, at = k; j < width; j++, at += outputs) {
      gradient[at] = (gradient[at] ?? 0) + slope * (features[start + j] ?? 0);
    }
  }
  const biases = width * outputs;
  for (k = 0; k < outputs; k++) gradient[biases + k] = (gradient[biases + k] ?? 0) + (z[k] ?? 0);
};
