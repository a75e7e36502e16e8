import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { PredictContext, Scorer } from '../estimator';
import type { Features } from '../matrix';
import type { ModelValue } from '../model';
import type { BackendName } from './backend/backend-choice';
import { chooseBackend, withSomeBackend } from './backend/backends';
import { ContextLost, contextIsLost } from './backend/context-loss';
import type { NetworkArtifact } from './network-value';
import { scaleScores } from './scale-scores';

/** Scores with the saved LayersModel: for images. A lost graphics context is survived: another backend begins anew. */
export function tfjsScorer(model: ModelValue, network: NetworkArtifact, ctx: PredictContext): Scorer {
  const workload = network.inputShape.length === 1 ? 'dense' : 'convolutional';
  let opened: { readonly backend: BackendName; readonly layers: LayersModel } | null = null;
  const dispose = (): void => {
    opened?.layers.dispose();
    opened = null;
  };
  const outputsOn = async (backend: BackendName, features: Features): Promise<Float64Array> => {
    if (opened?.backend !== backend) {
      dispose();
      const { toModel } = await import('./artifact');
      opened = { backend, layers: await toModel(network) };
    }
    return outputsOf(opened.layers, network, features);
  };
  return {
    dispose,
    score: async (features) => {
      const { name, reason } = await chooseBackend(ctx.backend, workload);
      if (opened?.backend !== name) ctx.usesBackend?.(name, reason);
      const raw = await withSomeBackend(
        name,
        ctx.signal,
        (backend) => outputsOn(backend, features),
        (next) => ctx.usesBackend?.(next.name, next.reason),
      );
      return scaleScores(model, raw, network.outputs);
    },
  };
}

/** The network's linear outputs on the active backend, rows × outputs. Throws ContextLost. */
async function outputsOf(
  layers: LayersModel,
  { inputShape }: NetworkArtifact,
  features: Features,
): Promise<Float64Array> {
  try {
    const size = inputShape.reduce((product, n) => product * n, 1);
    const z = tf.tidy(() =>
      one(layers.apply(tf.tensor(features.values, [features.values.length / size, ...inputShape], 'float32'))),
    );
    try {
      const raw = Float64Array.from(await z.data());
      if (contextIsLost()) throw new ContextLost();
      return raw;
    } finally {
      z.dispose();
    }
  } catch (cause) {
    // What a lost context throws differs between browsers; the context itself knows.
    throw contextIsLost() ? new ContextLost() : cause;
  }
}

function one(value: unknown): tf.Tensor {
  if (value instanceof tf.Tensor) return value;
  throw new Error('a network gives one tensor');
}
