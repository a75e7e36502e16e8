import { denseNetwork } from '../../../models/network/network';
import { defineRunner } from '../../contract/runner';
import { trainingSettings } from '../../training/training-settings';
import { denseSpec } from './spec';

export const denseRunner = defineRunner(denseSpec, {
  async run(inputs, params, ctx) {
    const { trainNetwork } = await import('../../../models/network/train-network');
    const model = await trainNetwork(
      {
        table: inputs.table.table,
        reads: 'numbers',
        task: params.task,
        plan: ([features = 0], outputs) => denseNetwork(features, outputs, params),
        settings: trainingSettings(params),
        balanced: params.classWeights === 'balanced',
      },
      ctx,
    );
    return { model: { type: 'model', model } };
  },
});
