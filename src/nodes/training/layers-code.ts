import { type LayerPlan, type NetworkPlan, outputsOf } from '../../models/network/network';
import { layOut } from '../../models/network/parameters';
import { ACTIVATION_CODE } from '../python/networks/activations';
import { batchNorm, convolve, dense, maxPool, reshape } from '../python/networks/forward';
import {
  activationLayer,
  batchNormLayer,
  convolutionLayer,
  denseLayer,
  dropoutLayer,
  maxPoolLayer,
  reshapeLayer,
} from '../python/networks/layers';
import { call, imported, list, type Py, py } from '../python/py';

const partial = imported('functools', 'partial');

/** The layers of a plan as objects that can be trained; `random` draws their first weights. */
export function trainableLayers(plan: NetworkPlan, random: Py): Py {
  const kernels = kernelShapes(plan);
  const layerOf = (layer: LayerPlan, index: number): Py => {
    const [first = 0, second = 0, channels = 0] = kernels.get(index) ?? [];
    switch (layer.type) {
      case 'dense':
        return call(denseLayer, [first, second, random]);
      case 'conv':
        return call(convolutionLayer, [first, channels, layer.filters, random]);
      case 'maxPool':
        return call(maxPoolLayer, [layer.size]);
      case 'flatten':
        return call(reshapeLayer, [list([flatSize(plan, index)])]);
      case 'activation': {
        const { of, slope } = ACTIVATION_CODE[layer.activation];
        return call(activationLayer, [of, slope]);
      }
      case 'dropout':
        return call(dropoutLayer, [layer.rate, random]);
      case 'batchNorm':
        return call(batchNormLayer, [first]);
    }
  };
  const layers = plan.layers.map(layerOf);
  return list(plan.inputShape.length > 1 ? [call(reshapeLayer, [list(plan.inputShape)]), ...layers] : layers);
}

/** The layers of a plan as functions with their weights; dropout is none when answering. */
export function fittedLayers(plan: NetworkPlan, weight: (name: string) => Py): Py {
  const { trainable, statistics } = layOut(plan);
  const weightsOf = (index: number): readonly Py[] =>
    [...trainable, ...statistics].filter(({ layer }) => layer === index).map(({ name }) => weight(name));
  const layerOf = (layer: LayerPlan, index: number): readonly Py[] => {
    const [first = NO_WEIGHT, second = NO_WEIGHT, mean = NO_WEIGHT, variance = NO_WEIGHT] = weightsOf(index);
    switch (layer.type) {
      case 'dense':
        return [call(partial, [dense], { kernel: first, bias: second })];
      case 'conv':
        return [call(partial, [convolve], { kernel: first, bias: second })];
      case 'maxPool':
        return [call(partial, [maxPool], { size: layer.size })];
      case 'flatten':
        return [call(partial, [reshape], { shape: list([flatSize(plan, index)]) })];
      case 'activation':
        return [ACTIVATION_CODE[layer.activation].of];
      case 'dropout':
        return [];
      case 'batchNorm':
        return [call(partial, [batchNorm], { gamma: first, beta: second, mean, variance })];
    }
  };
  const layers = plan.layers.flatMap(layerOf);
  const { inputShape } = plan;
  return list(inputShape.length > 1 ? [call(partial, [reshape], { shape: list(inputShape) }), ...layers] : layers);
}

const NO_WEIGHT = py`${null}`;

/** The first weights of each layer that has some: of its kernel, or gamma. */
function kernelShapes(plan: NetworkPlan): ReadonlyMap<number, readonly number[]> {
  return new Map(
    layOut(plan)
      .trainable.toReversed()
      .map(({ layer, shape }) => [layer, shape]),
  );
}

/** Numbers of a row where it is flattened: the inputs of the next dense layer. */
function flatSize(plan: NetworkPlan, index: number): number {
  const next = layOut(plan).trainable.find(({ layer }) => layer > index);
  return next?.shape[0] ?? outputsOf(plan);
}
