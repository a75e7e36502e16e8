import { convolutionalNetwork } from '../../../models/network/network';
import { defineRunner } from '../../contract/runner';
import { trainingSettings } from '../../training/training-settings';
import { cnnSpec } from './spec';

export const cnnRunner = defineRunner(cnnSpec, {
  async run(inputs, params, ctx) {
    const { trainNetwork } = await import('../../../models/network/train-network');
    const model = await trainNetwork(
      {
        table: inputs.table.table,
        reads: 'image',
        task: params.task,
        plan: ([height = 1, width = 1, channels = 1], outputs) =>
          convolutionalNetwork([height, width, channels], outputs, { ...params, head: params }),
        settings: trainingSettings(params),
        balanced: params.classWeights === 'balanced',
      },
      ctx,
    );
    return { model: { type: 'model', model } };
  },
});
