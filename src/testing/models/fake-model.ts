import { ownBody } from '../../models/body';
import { usualRule } from '../../models/decision';
import type { ModelValue, TargetInfo } from '../../models/model';
import type { NetworkBody } from '../../models/network/network-value';
import type { Recipe } from '../../table/table';

/**
 * A linear model with chosen weights, for tests: `weights[feature][output]`, one output for two classes
 * (the logit of the second) and for a number, one a class otherwise.
 */
export function fakeLinearModel(
  features: readonly string[],
  weights: readonly (readonly number[])[],
  target: TargetInfo,
  recipe: Recipe = { source: [], steps: [] },
): ModelValue & { readonly body: NetworkBody } {
  const outputs = weights[0]?.length ?? 1;
  const classes = target.classes?.length ?? 0;
  return {
    task: classes === 0 ? 'regression' : classes === 2 ? 'binary' : 'multiclass',
    target,
    recipe,
    features,
    decision: usualRule(target),
    body: {
      type: 'network',
      topology: {
        class_name: 'Sequential',
        config: {
          name: 'linear',
          layers: [
            {
              class_name: 'Dense',
              config: {
                name: 'dense_1',
                units: outputs,
                activation: 'linear',
                use_bias: true,
                batch_input_shape: [null, features.length],
              },
            },
          ],
        },
      },
      weights: [
        { name: 'dense_1/kernel', shape: [features.length, outputs], values: Float32Array.from(weights.flat()) },
        { name: 'dense_1/bias', shape: [outputs], values: new Float32Array(outputs) },
      ],
      inputShape: [features.length],
      outputs,
      parameters: (features.length + 1) * outputs,
    },
    training: { backend: 'cpu', trainer: 'none', seed: 0, rows: 0 },
  };
}

const ownNetwork = ownBody<NetworkBody>('network');

/** The network of a model that is one. */
export const networkOf = ({ body }: ModelValue): NetworkBody => ownNetwork(body);
