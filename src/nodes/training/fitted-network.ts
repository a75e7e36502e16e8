import { text } from '../../lib/text';
import { ownBody } from '../../models/body';
import { networkFormat } from '../../models/network/network-body';
import { planOf } from '../../models/network/network-origin';
import type { NetworkBody } from '../../models/network/network-value';
import type { FittedModel, PyTable } from '../contract/code';
import { networkClassifier, networkRegressor } from '../python/networks/forward';
import { call, line, list, py } from '../python/py';
import type { FittedFamily, WrittenBody } from './fitted-family';
import { fittedLayers } from './layers-code';

/** Layers with their weights. */
export const fittedNetwork: FittedFamily = {
  type: 'network',
  write: (model, images) => network(model, ownBody<NetworkBody>('network')(networkFormat.read(model.body)), images),
};

function network(model: FittedModel, body: NetworkBody, images: PyTable['images']): WrittenBody | null {
  const plan = planOf(body);
  const isImage = body.inputShape.length > 1;
  const columns = isImage
    ? model.features.flatMap((name) => images.get(name)?.pixels ?? model.madeOf(name))
    : model.features;
  if (plan === null || columns.length !== body.inputShape.reduce((product, side) => product * side, 1)) return null;
  const weights = new Map(body.weights.map((weight) => [weight.name, weight]));
  return {
    variable: 'network',
    columns,
    lines: (estimator, { array, schema, scale }) => {
      const layers = fittedLayers(plan, (name) => {
        const { values, shape } = weights.get(name) ?? { values: new Float32Array(0), shape: [0] };
        return array(name.replace('/', '.'), values, shape);
      });
      const made =
        schema.classes === undefined
          ? call(networkRegressor, [layers], { ...(scale ?? { mean: 0, sd: 1 }) })
          : call(networkClassifier, [layers], { classes: list(schema.classes) });
      return [line(py`${estimator} = ${made}`, NETWORK)];
    },
  };
}

const NETWORK = text(
  'The layers with the weights that were learned, bottom to top.',
  '학습한 가중치를 넣은 층이에요. 아래에서 위로 놓여 있어요.',
);
