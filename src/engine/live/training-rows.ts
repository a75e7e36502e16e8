import { exp, ln } from '../../lib/portable-math';
import { createRandom, deriveSeed, permutation } from '../../lib/random';
import type { RetrainJob } from '../../nodes/contract/live';
import type { RowRange } from '../../nodes/contract/row-range';
import { appendRows } from '../../table/append-rows';
import { isCoded, isNumeric, roleColumn, withColumn } from '../../table/columns';
import { freshSource } from '../../table/fresh-source';
import { takeRows } from '../../table/rows';
import type { Table } from '../../table/table';
import type { StreamView } from './live-stream';

/** The labelled rows that a job trains on, as a copy with nothing of the stream's own arrays. */
export function trainingRows(streams: StreamView, job: RetrainJob, seed: number): Table {
  const taken = labelled(streams, job.stream, job.rows);
  const rows = freshSource(taken);
  if (job.mode === 'full') return job.halfLife === null ? rows : weighted(rows, taken, job.halfLife, job.rows);
  if (job.replay === null || job.replay.rows === 0) return rows;
  const past = labelled(streams, job.stream, job.replay.from);
  const order = permutation(past.rows, createRandom(deriveSeed(seed, 'replay')));
  return appendRows(freshSource(takeRows(past, order.slice(0, job.replay.rows).sort())), rows);
}

/** Copies of the rows of a range that have a label; `sourceRows` counts from the range's first. */
function labelled(streams: StreamView, stream: string, range: RowRange): Table {
  const rows = streams.rows(stream, range);
  const named = streams.stream(stream).target;
  const target = rows.columns.find(({ name }) => name === named);
  const every = Uint32Array.from({ length: rows.rows }, (_, row) => row);
  const known = every.filter((row) => {
    if (target === undefined || target.type === 'image') return true;
    return isCoded(target) ? (target.codes[row] ?? -1) >= 0 : !Number.isNaN(target.values[row] ?? Number.NaN);
  });
  return takeRows(rows, known);
}

/** The newest row weighs 1, one `halfLife` rows older a half; on top of a weight that rows have already. */
function weighted(table: Table, { sourceRows }: Table, halfLife: number, range: RowRange): Table {
  const newest = range.to - range.from - 1;
  const old = roleColumn(table, 'weight');
  const before = old !== null && isNumeric(old) ? old.values : null;
  const values = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const age = newest - (sourceRows?.[row] ?? row);
    values[row] = (before === null ? 1 : (before[row] ?? Number.NaN)) * exp((-ln(2) * age) / halfLife);
  }
  const taken = new Set(table.columns.map(({ name }) => name));
  let name = old?.name ?? 'recency';
  while (old === null && taken.has(name)) name += '_';
  return withColumn(table, { name, role: 'weight', type: 'number', values });
}
