import { text } from '../../../lib/text';
import type { DataNote } from '../../../table/notes';
import { defineRunner } from '../../runner';
import { lakeParams } from './spec';

export const lakeRunner = defineRunner('ingest.lake', lakeParams, {
  /** The newest version is another one tomorrow: a run reads, and its key names, the one that there is now. */
  async pin(params, lake) {
    const { hash } = await lake.find(params.name.trim(), params.version);
    return { ...params, version: hash };
  },
  async run(_inputs, { name, version }, ctx) {
    const { table, version: read } = await ctx.readTable(name.trim(), version);
    await ctx.breathe();
    const rows = table.rows.toLocaleString('en-US');
    const note: DataNote = {
      code: 'lake-version',
      severity: 'info',
      count: table.rows,
      message: text(
        `Version ${read.hash.slice(0, 12)} of “${name.trim()}”: ${rows} rows, the last ${read.added.toLocaleString('en-US')} from ${read.from}.`,
        `“${name.trim()}”의 ${read.hash.slice(0, 12)} 버전: ${rows}행. 마지막 ${read.added.toLocaleString('en-US')}행은 ${read.from}에서 왔습니다.`,
      ),
    };
    return { table: { type: 'table', table, notes: [note] } };
  },
});
