import { createRandom, deriveSeed } from '../../../lib/random';
import { text } from '../../../lib/text';
import { isCoded, isNumeric } from '../../../table/columns';
import { sourceFields } from '../../../table/source-fields';
import { defineRunner } from '../../contract/runner';
import { blankColumns, type Cells, fieldsFor } from './fields';
import { loanRows } from './loans';
import { blobRows, circleRows, moonRows } from './points';
import { type SyntheticParams, syntheticSpec } from './spec';
import { streamRows } from './stream';

/** Rows between two looks at whether the run was cancelled. */
const BLOCK = 8_192;
const MAKING = text('Making rows', '행 만드는 중');

export const syntheticRunner = defineRunner(syntheticSpec, {
  async run(_inputs, params, ctx) {
    const { data, rows, centres, seed } = params;
    const columns = blankColumns(fieldsFor(data, centres), rows);
    const cellsOf = rowMaker(params, deriveSeed(ctx.seed, `synthetic ${seed}`));
    for (let row = 0; row < rows; row++) {
      if (row % BLOCK === 0) {
        ctx.progress(row / rows, MAKING);
        await ctx.yieldIfDue();
      }
      const cells = cellsOf(row);
      columns.forEach((column, index) => {
        const cell = cells[index] ?? Number.NaN;
        if (isCoded(column)) column.codes[row] = cell;
        else if (isNumeric(column)) column.values[row] = cell;
      });
    }
    const recipe = { source: sourceFields(columns), steps: [] };
    return { table: { type: 'table', table: { rows, columns, partition: null, sourceRows: null, recipe } } };
  },
});

/** Gives the cells of each row, asked for in order. */
function rowMaker(params: SyntheticParams, seed: number): (row: number) => Cells {
  const { rows, noise } = params;
  switch (params.data) {
    case 'blobs':
      return blobRows(rows, params.centres, params.spread, createRandom(seed));
    case 'moons':
      return moonRows(rows, noise, createRandom(seed));
    case 'circles':
      return circleRows(rows, noise, createRandom(seed));
    case 'loans':
      return loanRows(params, seed);
    case 'stream':
      return streamRows(params, seed);
  }
}
