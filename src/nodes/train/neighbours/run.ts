import { defineRunner } from '../../contract/runner';
import { neighboursSpec } from './spec';

export const neighboursRunner = defineRunner(neighboursSpec, {
  async run(inputs, params, ctx) {
    const { trainNeighbours } = await import('../../../models/neighbours/train-neighbours');
    const model = await trainNeighbours({ table: inputs.table.table, ...params }, ctx);
    return { model: { type: 'model', model } };
  },
});
