import { exp } from '../../lib/portable-math';
import { type Activation, BATCH_NORM, type NetworkPlan } from './network';
import type { NetworkArtifact } from './network-value';
import { layOut } from './parameters';

/** A stack of dense layers that computes with nothing but its own arithmetic. */
export interface PlainNetwork {
  readonly inputs: number;
  readonly outputs: number;
  /** Linear outputs, rows × outputs, of rows × inputs, both row-major. */
  forward(features: ArrayLike<number>, rows: number): Float64Array;
}

/** From rows of one width to as many rows of another, both row-major; what it is given it may change. */
type Layer = (from: Float64Array, rows: number) => Float64Array;

/**
 * The forward pass of a network over tables in double precision, without TensorFlow.js: + − × ÷, square roots and the
 * portable exponential alone, in a fixed order, so that the page, Node and an exported page answer the same to the bit.
 * Its outputs differ from TensorFlow.js's by rounding in single precision: at most 1e-5 of the largest one, as tested.
 * Null for a plan with layers that images need.
 */
export function plainNetwork(plan: NetworkPlan, { weights }: NetworkArtifact): PlainNetwork | null {
  const [inputs = 0, ...more] = plan.inputShape;
  if (more.length > 0) return null;
  const saved = new Map(weights.map(({ name, values }) => [name, values]));
  const { trainable, statistics } = layOut(plan);
  const numbers = (layer: number, name: string): Float64Array => {
    const parameter = [...trainable, ...statistics].find(
      (each) => each.layer === layer && each.name.endsWith(`/${name}`),
    );
    return Float64Array.from(saved.get(parameter?.name ?? '') ?? []);
  };
  const layers: Layer[] = [];
  let width = inputs;
  for (const [index, layer] of plan.layers.entries()) {
    switch (layer.type) {
      case 'dense':
        width = layer.units;
        layers.push(dense(numbers(index, 'kernel'), numbers(index, 'bias')));
        break;
      case 'batchNorm': {
        const [gamma, beta, mean, variance] = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((name) =>
          numbers(index, name),
        );
        if (gamma && beta && mean && variance) layers.push(normalize(gamma, beta, mean, variance));
        break;
      }
      case 'activation':
        layers.push(elementwise(ACTIVATE[layer.activation]));
        break;
      case 'dropout':
      case 'flatten':
        break;
      case 'conv':
      case 'maxPool':
        return null;
    }
  }
  return {
    inputs,
    outputs: width,
    forward: (features, rows) =>
      layers.reduce<Float64Array>((from, layer) => layer(from, rows), Float64Array.from(features)),
  };
}

/**
 * Two rows and four units at a time, so that a number that was read serves several products. Each sum goes over the
 * inputs in their order, whichever rows stand beside it.
 */
function dense(kernel: Float64Array, bias: Float64Array): Layer {
  const units = bias.length;
  const inputs = kernel.length / units;
  // A unit's weights one after the other.
  const turned = new Float64Array(kernel.length);
  for (let i = 0; i < inputs; i++) for (let k = 0; k < units; k++) turned[k * inputs + i] = kernel[i * units + k] ?? 0;
  return (from, rows) => {
    const to = new Float64Array(rows * units);
    for (let row = 0; row < rows; row += 2) {
      const first = row * inputs;
      const second = row + 1 < rows ? first + inputs : first;
      const out = row * units;
      const below = (row + 1 < rows ? row + 1 : row) * units;
      let k = 0;
      for (; k + 3 < units; k += 4) {
        let a0 = bias[k] ?? 0;
        let a1 = bias[k + 1] ?? 0;
        let a2 = bias[k + 2] ?? 0;
        let a3 = bias[k + 3] ?? 0;
        let b0 = a0;
        let b1 = a1;
        let b2 = a2;
        let b3 = a3;
        const w0 = k * inputs;
        const w1 = w0 + inputs;
        const w2 = w1 + inputs;
        const w3 = w2 + inputs;
        for (let i = 0; i < inputs; i++) {
          const x = from[first + i] ?? 0;
          const y = from[second + i] ?? 0;
          const p = turned[w0 + i] ?? 0;
          const q = turned[w1 + i] ?? 0;
          const r = turned[w2 + i] ?? 0;
          const s = turned[w3 + i] ?? 0;
          a0 += x * p;
          a1 += x * q;
          a2 += x * r;
          a3 += x * s;
          b0 += y * p;
          b1 += y * q;
          b2 += y * r;
          b3 += y * s;
        }
        to[below + k] = b0;
        to[below + k + 1] = b1;
        to[below + k + 2] = b2;
        to[below + k + 3] = b3;
        to[out + k] = a0;
        to[out + k + 1] = a1;
        to[out + k + 2] = a2;
        to[out + k + 3] = a3;
      }
      for (; k < units; k++) {
        let a = bias[k] ?? 0;
        let b = a;
        for (let i = 0; i < inputs; i++) {
          const w = turned[k * inputs + i] ?? 0;
          a += (from[first + i] ?? 0) * w;
          b += (from[second + i] ?? 0) * w;
        }
        to[below + k] = b;
        to[out + k] = a;
      }
    }
    return to;
  };
}

function normalize(gamma: Float64Array, beta: Float64Array, mean: Float64Array, variance: Float64Array): Layer {
  const width = gamma.length;
  const scale = gamma.map((value, k) => value / Math.sqrt((variance[k] ?? 0) + BATCH_NORM.epsilon));
  return (from) => {
    for (let start = 0; start < from.length; start += width) {
      for (let k = 0; k < width; k++) {
        from[start + k] = ((from[start + k] ?? 0) - (mean[k] ?? 0)) * (scale[k] ?? 0) + (beta[k] ?? 0);
      }
    }
    return from;
  };
}

const elementwise =
  (activate: (x: number) => number): Layer =>
  (from) => {
    for (let i = 0; i < from.length; i++) from[i] = activate(from[i] ?? 0);
    return from;
  };

// Klambauer and others, "Self-normalizing neural networks", 2017.
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

const ACTIVATE: Readonly<Record<Activation, (x: number) => number>> = {
  relu: (x) => (x > 0 ? x : 0),
  tanh: (x) => 1 - 2 / (exp(2 * x) + 1),
  elu: (x) => (x >= 0 ? x : exp(x) - 1),
  selu: (x) => SELU_SCALE * (x >= 0 ? x : SELU_ALPHA * (exp(x) - 1)),
  sigmoid: (x) => 1 / (1 + exp(-x)),
  gelu: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
};

/** The error function as TensorFlow.js has it: Abramowitz and Stegun 7.1.26, off by at most 1.5e-7. */
function erf(x: number): number {
  const z = x < 0 ? -x : x;
  const t = 1 / (1 + 0.3275911 * z);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const value = 1 - series * exp(-z * z);
  return x < 0 ? -value : value;
}
