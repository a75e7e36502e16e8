import type { Recipe } from '../table/table';
import type { ModelValue, TargetInfo } from './model';

/**
 * A linear model with chosen weights, for tests: `weights[feature][output]`, one output for two classes
 * (the logit of the second) and for a number, one a class otherwise.
 */
export function fakeLinearModel(
  features: readonly string[],
  weights: readonly (readonly number[])[],
  target: TargetInfo,
  recipe: Recipe = { source: [], steps: [] },
): ModelValue {
  const outputs = weights[0]?.length ?? 1;
  const classes = target.classes?.length ?? 0;
  return {
    task: classes === 0 ? 'regression' : classes === 2 ? 'binary' : 'multiclass',
    target,
    recipe,
    features,
    network: {
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
                use_bias: false,
                batch_input_shape: [null, features.length],
              },
            },
          ],
        },
      },
      weights: [
        { name: 'dense_1/kernel', shape: [features.length, outputs], values: Float32Array.from(weights.flat()) },
      ],
      inputShape: [features.length],
      outputs,
      parameters: features.length * outputs,
    },
    training: {
      backend: 'cpu',
      trainer: 'none',
      seed: 0,
      rows: 0,
      epochs: 0,
      bestEpoch: 0,
      stoppedEarly: false,
      ms: 0,
      history: {},
    },
  };
}
