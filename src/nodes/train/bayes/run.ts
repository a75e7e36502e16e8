import { defineRunner } from '../../contract/runner';
import { bayesSpec } from './spec';

export const bayesRunner = defineRunner(bayesSpec, {
  async run(inputs, params, ctx) {
    const { trainBayes } = await import('../../../models/bayes/train-bayes');
    const model = await trainBayes({ table: inputs.table.table, ...params }, ctx);
    return { model: { type: 'model', model } };
  },
});
