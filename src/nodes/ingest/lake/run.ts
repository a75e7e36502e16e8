import { count, plural } from '../../../lib/figures';
import { text } from '../../../lib/text';
import type { DataNote } from '../../../table/notes';
import { type DataSetRead, defineRunner } from '../../contract/runner';
import { type LakeParams, lakeSpec } from './spec';

export const lakeRunner = defineRunner(lakeSpec, {
  /** The newest version is another one tomorrow: a run reads, and its key names, the one that there is now. */
  async pin(params, lake) {
    const { set, version } = readBy(params);
    const { hash } = await lake.find(set, version);
    return { ...params, version: hash };
  },
  reads: (params) => (params.name.trim() === '' ? null : readBy(params)),
  async run(_inputs, params, ctx) {
    const { set, version } = readBy(params);
    const { table, version: read } = await ctx.readTable(set, version);
    await ctx.yieldIfDue();
    const rows = count(table.rows);
    const note: DataNote = {
      code: 'lake-version',
      severity: 'info',
      count: table.rows,
      message: text(
        `Version ${read.hash.slice(0, 12)} of “${set}”: ${rows} ${plural(table.rows, 'row')}, the last ${count(read.added)} from ${read.from}.`,
        `“${set}”의 ${read.hash.slice(0, 12)} 버전: ${rows}행. 마지막 ${count(read.added)}행은 ${read.from}에서 왔어요.`,
      ),
    };
    return { table: { type: 'table', table, notes: [note] } };
  },
});

function readBy({ name, version }: LakeParams): DataSetRead {
  return { set: name.trim(), version };
}
