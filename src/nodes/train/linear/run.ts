import { linearNetwork } from '../../../models/network/network';
import type { TrainingRequest } from '../../../models/network/training-request';
import { defineRunner } from '../../contract/runner';
import { trainingSettings } from '../../training/training-settings';
import { linearSpec } from './spec';

export const linearRunner = defineRunner(linearSpec, {
  async run(inputs, params, ctx) {
    const { optimizer, iterations } = params;
    const request: Omit<TrainingRequest, 'settings'> = {
      table: inputs.table.table,
      reads: 'numbers',
      task: params.task,
      plan: ([features = 0], outputs, rows) =>
        linearNetwork(features, outputs, params.l2 ?? params.l2Strength / (2 * rows)),
      balanced: params.classWeights === 'balanced',
    };
    if (optimizer === 'lbfgs') {
      const { trainToOptimum } = await import('../../../models/network/train-to-optimum');
      // New rows do not lead to a new optimum of their own alone: the model is trained further by batches.
      const settings = trainingSettings({ ...params, optimizer: 'adam', earlyStopping: false });
      return { model: { type: 'model', model: await trainToOptimum({ ...request, settings, iterations }, ctx) } };
    }
    const { trainNetwork } = await import('../../../models/network/train-network');
    const settings = trainingSettings({ ...params, optimizer });
    return { model: { type: 'model', model: await trainNetwork({ ...request, settings }, ctx) } };
  },
});
