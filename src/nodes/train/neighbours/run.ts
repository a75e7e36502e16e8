import { defineRunner } from '../../contract/runner';
import { tableInput } from '../../contract/table-input';
import { neighboursParams } from './spec';

export const neighboursRunner = defineRunner('train.neighbours', neighboursParams, {
  async run(inputs, params, ctx) {
    const { trainNeighbours } = await import('../../../models/neighbours/train-neighbours');
    const model = await trainNeighbours({ table: tableInput(inputs), ...params }, ctx);
    return { model: { type: 'model', model } };
  },
});
