import type { NetworkPlan } from '../network';
import type { NetworkArtifact } from '../network-value';
import { layerName, layOut } from '../parameters';

const ZEROS = { class_name: 'Zeros', config: {} };

/** A network of one dense layer as plain data, as TensorFlow.js writes it, without it. */
export function linearArtifact(plan: NetworkPlan, weights: Float32Array): NetworkArtifact {
  const { trainable, trainableSize } = layOut(plan);
  const outputs = trainable.at(-1)?.size ?? 0;
  return {
    topology: {
      class_name: 'Sequential',
      config: {
        name: 'network',
        layers: [
          {
            class_name: 'Dense',
            config: {
              units: outputs,
              activation: 'linear',
              use_bias: true,
              kernel_initializer: ZEROS,
              bias_initializer: ZEROS,
              kernel_regularizer: null,
              bias_regularizer: null,
              activity_regularizer: null,
              kernel_constraint: null,
              bias_constraint: null,
              name: layerName(plan, 0),
              trainable: true,
              batch_input_shape: [null, ...plan.inputShape],
              dtype: 'float32',
            },
          },
        ],
      },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weights: trainable.map(({ name, shape, offset, size }) => ({
      name,
      shape: [...shape],
      values: weights.slice(offset, offset + size),
    })),
    inputShape: [...plan.inputShape],
    outputs,
    parameters: trainableSize,
  };
}
