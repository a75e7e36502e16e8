import { linearNetwork } from '../../../models/network/network';
import { trainNetwork } from '../../../models/network/train-network';
import { defineRunner } from '../../contract/runner';
import { tableInput } from '../../contract/table-input';
import { trainingSettings } from '../../training/training-settings';
import { linearParams } from './spec';

export const linearRunner = defineRunner('train.linear', linearParams, {
  async run(inputs, params, ctx) {
    const model = await trainNetwork(
      {
        table: tableInput(inputs),
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
