import { denseNetwork } from '../../../models/network/network';
import { trainNetwork } from '../../../models/network/train-network';
import { defineRunner } from '../../contract/runner';
import { trainingSettings } from '../../training/training-settings';
import { denseSpec } from './spec';

export const denseRunner = defineRunner(denseSpec, {
  async run(inputs, params, ctx) {
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
