import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, loadLayersModel, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import { isObject, type Json, type JsonObject } from '../../lib/json';
import { BATCH_NORM, type NetworkPlan, outputsOf } from './network';
import type { NetworkArtifact, WeightArray } from './network-value';
import { layerName, layOut, type Parameter } from './parameters';
import type { NetworkValues } from './trainer';

/**
 * The LayersModel of a plan, with weights at 0: the standard network that
 * Keras-style tools can read. Dispose it after use.
 */
function buildModel(plan: NetworkPlan): LayersModel {
  const model = sequential({ name: 'network' });
  plan.layers.forEach((layer, index) => {
    const first = index === 0 ? { inputShape: [...plan.inputShape] } : {};
    const config = { name: layerName(plan, index), ...first };
    addLayer(model, layer, config);
  });
  return model;
}

function addLayer(
  model: Sequential,
  layer: NetworkPlan['layers'][number],
  config: { readonly name: string; readonly inputShape?: number[] },
): void {
  switch (layer.type) {
    case 'dense':
      model.add(layers.dense({ ...config, units: layer.units, kernelInitializer: 'zeros' }));
      return;
    case 'conv': {
      const { filters, kernel } = layer;
      model.add(layers.conv2d({ ...config, filters, kernelSize: kernel, padding: 'same', kernelInitializer: 'zeros' }));
      return;
    }
    case 'maxPool':
      model.add(layers.maxPooling2d({ ...config, poolSize: layer.size, strides: layer.size, padding: 'valid' }));
      return;
    case 'flatten':
      model.add(layers.flatten(config));
      return;
    case 'activation':
      model.add(layers.activation({ ...config, activation: layer.activation }));
      return;
    case 'dropout':
      model.add(layers.dropout({ ...config, rate: layer.rate }));
      return;
    case 'batchNorm':
      model.add(layers.batchNormalization({ ...config, ...BATCH_NORM }));
      return;
  }
}

/** A trained network as plain data. The numbers never pass through a device: they stay as they are, to the bit. */
export function toArtifact(plan: NetworkPlan, values: NetworkValues): NetworkArtifact {
  const layout = layOut(plan);
  const model = buildModel(plan);
  try {
    const cut = (parameter: Parameter, from: Float32Array): WeightArray => ({
      name: parameter.name,
      shape: [...parameter.shape],
      values: from.slice(parameter.offset, parameter.offset + parameter.size),
    });
    return {
      topology: topologyOf(model),
      weights: [
        ...layout.trainable.map((p) => cut(p, values.weights)),
        ...layout.statistics.map((p) => cut(p, values.statistics)),
      ],
      inputShape: [...plan.inputShape],
      outputs: outputsOf(plan),
      parameters: layout.trainableSize + layout.statisticsSize,
    };
  } finally {
    model.dispose();
  }
}

/** The artifact as a LayersModel on the active backend. Dispose it after use. */
export function toModel(artifact: NetworkArtifact): Promise<LayersModel> {
  const total = artifact.weights.reduce((sum, weight) => sum + weight.values.length, 0);
  const data = new Float32Array(total);
  let at = 0;
  for (const weight of artifact.weights) {
    data.set(weight.values, at);
    at += weight.values.length;
  }
  return loadLayersModel(
    tf.io.fromMemory({
      modelTopology: { ...artifact.topology },
      weightSpecs: artifact.weights.map(({ name, shape }) => ({ name, shape: [...shape], dtype: 'float32' })),
      weightData: data.buffer,
    }),
  );
}

function topologyOf(model: LayersModel): JsonObject {
  const text: unknown = model.toJSON(undefined, true);
  const parsed: Json = JSON.parse(String(text));
  if (!isObject(parsed)) throw new Error('a topology is an object');
  return parsed;
}
