import { createRandom, deriveSeed } from '../../lib/random';
import type { NetworkPlan } from './network';

/** One weight array and where it lies in the flat vector of its kind. */
export interface Parameter {
  /** `LAYER/NAME`, where LAYER is `TYPE_INDEX` as in the saved topology. */
  readonly name: string;
  /** Index of its layer in the plan. */
  readonly layer: number;
  readonly shape: readonly number[];
  readonly size: number;
  readonly offset: number;
  /** L2 penalty on this array. */
  readonly l2: number;
  readonly start: 'glorot' | 'zeros' | 'ones';
}

/** Every weight of a network: learned ones, and statistics that batch normalisation follows. */
export interface ParameterLayout {
  readonly trainable: readonly Parameter[];
  readonly statistics: readonly Parameter[];
  readonly trainableSize: number;
  readonly statisticsSize: number;
}

/** Name of layer `index` in the saved topology. */
export const layerName = (plan: NetworkPlan, index: number): string => `${plan.layers[index]?.type ?? ''}_${index + 1}`;

/** Works out shapes from the input upwards. */
export function layOut(plan: NetworkPlan): ParameterLayout {
  const trainable: Parameter[] = [];
  const statistics: Parameter[] = [];
  const sizes = { trainable: 0, statistics: 0 };
  let shape: readonly number[] = plan.inputShape;
  plan.layers.forEach((layer, index) => {
    const add = (kind: 'trainable' | 'statistics', name: string, dims: number[], start: Parameter['start'], l2 = 0) => {
      const size = dims.reduce((product, n) => product * n, 1);
      const list = kind === 'trainable' ? trainable : statistics;
      const named = `${layerName(plan, index)}/${name}`;
      list.push({ name: named, layer: index, shape: dims, size, offset: sizes[kind], l2, start });
      sizes[kind] += size;
    };
    const last = shape.at(-1) ?? 1;
    switch (layer.type) {
      case 'dense':
        add('trainable', 'kernel', [last, layer.units], 'glorot', layer.l2);
        add('trainable', 'bias', [layer.units], 'zeros');
        shape = [layer.units];
        break;
      case 'conv':
        add('trainable', 'kernel', [layer.kernel, layer.kernel, last, layer.filters], 'glorot', layer.l2);
        add('trainable', 'bias', [layer.filters], 'zeros');
        shape = [...shape.slice(0, 2), layer.filters];
        break;
      case 'batchNorm':
        add('trainable', 'gamma', [last], 'ones');
        add('trainable', 'beta', [last], 'zeros');
        add('statistics', 'moving_mean', [last], 'zeros');
        add('statistics', 'moving_variance', [last], 'ones');
        break;
      case 'maxPool':
        shape = [...shape.slice(0, 2).map((n) => Math.floor(n / layer.size)), last];
        break;
      case 'flatten':
        shape = [shape.reduce((product, n) => product * n, 1)];
        break;
      case 'activation':
      case 'dropout':
        break;
    }
  });
  return { trainable, statistics, trainableSize: sizes.trainable, statisticsSize: sizes.statistics };
}

/** Starting values: kernels uniform by Glorot and Bengio (2010), each from a seed of its own; the rest 0 or 1. */
export function startingValues(parameters: readonly Parameter[], size: number, seed: number): Float32Array {
  const values = new Float32Array(size);
  for (const { name, shape, offset, size: count, start } of parameters) {
    if (start === 'ones') values.fill(1, offset, offset + count);
    if (start !== 'glorot') continue;
    const field = shape.slice(0, -2).reduce((product, n) => product * n, 1);
    const fans = field * ((shape.at(-2) ?? 1) + (shape.at(-1) ?? 1));
    const limit = Math.sqrt(6 / fans);
    const random = createRandom(deriveSeed(seed, `weights:${name}`));
    for (let i = offset; i < offset + count; i++) values[i] = (2 * random.next() - 1) * limit;
  }
  return values;
}
