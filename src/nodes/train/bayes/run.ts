import { defineRunner } from '../../contract/runner';
import { tableInput } from '../../contract/table-input';
import { bayesParams } from './spec';

export const bayesRunner = defineRunner('train.bayes', bayesParams, {
  async run(inputs, params, ctx) {
    const { trainBayes } = await import('../../../models/bayes/train-bayes');
    const model = await trainBayes({ table: tableInput(inputs), ...params }, ctx);
    return { model: { type: 'model', model } };
  },
});
