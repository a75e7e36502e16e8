import { linearNetwork } from '../../../models/network/network';
import { defineRunner } from '../../contract/runner';
import { trainingSettings } from '../../training/training-settings';
import { linearSpec } from './spec';

export const linearRunner = defineRunner(linearSpec, {
  async run(inputs, params, ctx) {
    const { trainNetwork } = await import('../../../models/network/train-network');
    const model = await trainNetwork(
      {
        table: inputs.table.table,
        reads: 'numbers',
        task: params.task,
        plan: ([features = 0], outputs, rows) =>
          linearNetwork(features, outputs, params.l2 ?? params.l2Strength / (2 * rows)),
        settings: trainingSettings(params),
        balanced: params.classWeights === 'balanced',
      },
      ctx,
    );
    return { model: { type: 'model', model } };
  },
});
