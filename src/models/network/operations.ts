import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of tfjs's own operations.
import '@tensorflow/tfjs-layers';

/**
 * Layer operations with gradients of our own: fewer kernels a step than the
 * tape of tfjs, no gradient for the data at the bottom, and matrices transposed
 * first where the WASM product would otherwise take its slow path.
 */

/** x·w + b, then ReLU if asked. x: [rows, n], w: [n, units], b: [units]. `inner` is false at the bottom. */
export function dense(x: tf.Tensor, w: tf.Tensor, b: tf.Tensor, relu: boolean, inner: boolean): tf.Tensor {
  const forward = (input: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor => {
    const y = tf
      .engine()
      .runKernel<tf.Tensor>(
        '_FusedMatMul',
        { a: matrix(input), b: matrix(kernel), bias },
        { transposeA: false, transposeB: false, activation: relu ? 'relu' : 'linear' },
      );
    return tf.reshape(y, [input.shape[0] ?? 0, kernel.shape[1] ?? 0]);
  };
  const backward = (dy: tf.Tensor, saved: readonly tf.Tensor[]): { toInput(): tf.Tensor; toKernel: tf.Tensor[] } => {
    const [input, kernel, y] = three(saved);
    const d = relu ? tf.mul(dy, tf.step(y)) : dy;
    return {
      toInput: () => timesTransposed(d, kernel),
      toKernel: [transposedTimes(input, d), tf.sum(d, 0)],
    };
  };
  return custom(x, w, b, inner, forward, backward);
}

/** Convolution with stride 1 and padding `same`, bias added, then ReLU if asked. NHWC. */
export function convolve(x: tf.Tensor, w: tf.Tensor, b: tf.Tensor, relu: boolean, inner: boolean): tf.Tensor {
  const attributes = { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', dilations: [1, 1] };
  const forward = (input: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor): tf.Tensor =>
    tf
      .engine()
      .runKernel<tf.Tensor>(
        'FusedConv2D',
        { x: input, filter, bias },
        { ...attributes, activation: relu ? 'relu' : 'linear' },
      );
  const backward = (dy: tf.Tensor, saved: readonly tf.Tensor[]): { toInput(): tf.Tensor; toKernel: tf.Tensor[] } => {
    const [input, filter, y] = three(saved);
    const d = relu ? tf.mul(dy, tf.step(y)) : dy;
    const run = (name: string, inputs: tf.NamedTensorMap, more: Record<string, number[]>): tf.Tensor =>
      tf.engine().runKernel<tf.Tensor>(name, inputs, { ...attributes, ...more });
    return {
      toInput: () => run('Conv2DBackpropInput', { dy: d, filter }, { inputShape: input.shape }),
      toKernel: [run('Conv2DBackpropFilter', { x: input, dy: d }, { filterShape: filter.shape }), tf.sum(d, [0, 1, 2])],
    };
  };
  return custom(x, w, b, inner, forward, backward);
}

function custom(
  x: tf.Tensor,
  w: tf.Tensor,
  b: tf.Tensor,
  inner: boolean,
  forward: (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  backward: (dy: tf.Tensor, saved: readonly tf.Tensor[]) => { toInput(): tf.Tensor; toKernel: tf.Tensor[] },
): tf.Tensor {
  const operation = tf.customGrad((...given) => {
    const { tensors, save } = split(given);
    const [input, kernel, bias] = inner ? three(tensors) : three([x, ...tensors]);
    const value = forward(input, kernel, bias);
    save([input, kernel, value]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const { toInput, toKernel } = backward(dy, saved);
        return inner ? [toInput(), ...toKernel] : toKernel;
      },
    };
  });
  return inner ? operation(x, w, b) : operation(w, b);
}

/** tfjs hands a custom gradient its tensors and, last, the function that saves tensors for the way back. */
export function split(given: readonly (tf.Tensor | tf.GradSaveFunc)[]): {
  readonly tensors: readonly tf.Tensor[];
  readonly save: tf.GradSaveFunc;
} {
  const tensors: tf.Tensor[] = [];
  let save: tf.GradSaveFunc = () => undefined;
  for (const entry of given) {
    if (typeof entry === 'function') save = entry;
    else tensors.push(entry);
  }
  return { tensors, save };
}

/** On WASM a product that transposes as it goes takes a scalar path; elsewhere it saves a kernel. */
const transposeFirst = (): boolean => tf.getBackend() === 'wasm';

const timesTransposed = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
  transposeFirst() ? tf.matMul(a, tf.transpose(b)) : tf.matMul(a, b, false, true);

const transposedTimes = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
  transposeFirst() ? tf.matMul(tf.transpose(a), b) : tf.matMul(a, b, true, false);

const matrix = (t: tf.Tensor): tf.Tensor => tf.reshape(t, [1, t.shape[0] ?? 0, t.shape[1] ?? 0]);

function three(tensors: readonly tf.Tensor[]): readonly [tf.Tensor, tf.Tensor, tf.Tensor] {
  const [a, b, c] = tensors;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three tensors were expected');
  return [a, b, c];
}
