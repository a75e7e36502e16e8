import { defineRunner } from '../../contract/runner';
import { deploySpec } from './spec';

/** In the batch phase the model that was trained is the one that serves. */
export const deployRunner = defineRunner(deploySpec, {
  run: async (inputs) => ({ model: { type: 'model', model: inputs.model.model } }),
});
