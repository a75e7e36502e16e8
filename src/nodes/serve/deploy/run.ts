import { modelInput } from '../../contract/model-input';
import { defineRunner } from '../../contract/runner';
import { deployParams } from './spec';

/** In the batch phase the model that was trained is the one that serves. */
export const deployRunner = defineRunner('serve.deploy', deployParams, {
  run: async (inputs) => ({ model: { type: 'model', model: modelInput(inputs) } }),
});
