/** Small files that cost much elsewhere: processor seconds and peak memory of each, in a process of its own: `npx tsx perf/small-bombs.ts [name]`. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../src/lib/json';
import { createRandom } from '../src/lib/random';
import { columnsRunner } from '../src/nodes/prepare/columns/run';
import { encodeRunner } from '../src/nodes/prepare/encode/run';
import { missingRunner } from '../src/nodes/prepare/missing/run';
import { scaleRunner } from '../src/nodes/prepare/scale/run';
import { splitRunner } from '../src/nodes/prepare/split/run';
import { bayesRunner } from '../src/nodes/train/bayes/run';
import { linearRunner } from '../src/nodes/train/linear/run';
import { CSV_CHOICE, readCsv } from '../src/table/csv/read-csv';
import { profileColumn } from '../src/table/profile';
import type { Table } from '../src/table/table';
import { fakeContext } from '../src/testing/nodes/fake-context';
import { runOnTable } from '../src/testing/nodes/run-kind';
import { startClock } from './clock';

const repeat = (cell: string, times: number): string => Array.from({ length: times }, () => cell).join(',');
const names = (count: number): string => Array.from({ length: count }, (_, k) => `c${k}`).join(',');
const long = '가나다라 '.repeat(150_000);

/** A table of words and numbers with `width` features and a target. */
function wide(width: number): string {
  const random = createRandom(1);
  const row = (): string => Array.from({ length: width }, () => String(random.integer(1_000))).join(',');
  const rows = Array.from({ length: 100 }, (_, i) => `${row()},${i % 2 === 0 ? 'yes' : 'no'}`);
  return `${names(width)},y\n${rows.join('\n')}\n`;
}

const files: Readonly<Record<string, () => string>> = {
  'wide ragged rows, 40 kB': () => `${names(2_000)}\n${'1\n'.repeat(14_000)}`,
  'rows ever longer, 80 kB': () => Array.from({ length: 284 }, (_, k) => repeat('1', k + 1)).join('\n'),
  '16,000 equal headers': () => `${repeat('a', 16_000)}\n${repeat('1', 16_000)}\n${repeat('2', 16_000)}\n`,
  '16,000 empty headers': () => `${repeat('', 16_000)}\n${repeat('1', 16_000)}\n${repeat('2', 16_000)}\n`,
  'a cell of 2 MB': () =>
    `id,txt\n${Array.from({ length: 50 }, (_, i) => `${i},${i === 5 ? long : 'x'}`).join('\n')}\n`,
  'a header of 2 MB': () => `id,${long}\n1,2\n3,4\n`,
  'one line of 50 MB': () => 'x'.repeat(50_000_000),
  'one row of 25 M cells': () => '1,'.repeat(25_000_000),
  '100,000 distinct words': () =>
    `id,txt\n${Array.from({ length: 100_000 }, (_, i) => `${i},w ${(i * 7_919) % 100_003} x`).join('\n')}\n`,
  '10,000 columns, read': () => wide(10_000),
};

const STEPS: Readonly<Record<string, (table: Table) => Promise<unknown>>> = {
  split: (table) => runOnTable(splitRunner, table),
  missing: (table) => runOnTable(missingRunner, table),
  encode: (table) => runOnTable(encodeRunner, table),
  scale: (table) => runOnTable(scaleRunner, table),
  linear: (table) => linearRunner.run(given(table), { epochs: 1 }, fakeContext()),
  bayes: (table) => bayesRunner.run(given(table), {}, fakeContext()),
};
const given = (table: Table) => ({ table: { type: 'table', table } as const });
const target: JsonObject = { target: 'y' };
const all = [...Object.keys(files), ...Object.keys(STEPS).map((step) => `10,000 columns, ${step}`)];

async function work(name: string): Promise<() => Promise<unknown>> {
  const csv = files[name];
  const step = STEPS[name.replace('10,000 columns, ', '')];
  if (csv !== undefined) {
    const bytes = new TextEncoder().encode(csv());
    return async () => {
      const { table } = await readCsv(bytes, CSV_CHOICE);
      for (const column of table.columns) profileColumn(column, table.rows);
    };
  }
  if (step === undefined) throw new Error(`there is no ${name}`);
  const { table } = await readCsv(new TextEncoder().encode(wide(10_000)), CSV_CHOICE);
  const chosen = await runOnTable(columnsRunner, table, target);
  return () => step(chosen.table);
}

async function measure(name: string): Promise<void> {
  const run = await work(name);
  const clock = startClock();
  const said = await run().then(
    () => 'read',
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  );
  const { processor } = clock();
  const peak = process.resourceUsage().maxRSS / 1_000;
  console.log(`| ${name} | ${(processor / 1_000).toFixed(2)} | ${peak.toFixed(0)} | ${said} |`);
}

const only = process.argv[2];
if (only !== undefined) await measure(only);
else {
  console.log('| what | processor seconds | peak MB, with Node and the file | outcome |\n|---|---:|---:|---|');
  for (const name of all) {
    const { stdout, stderr } = spawnSync('npx', ['tsx', fileURLToPath(import.meta.url), name], { encoding: 'utf8' });
    process.stdout.write(stdout === '' ? `| ${name} | | | ${stderr.split('\n')[0]} |\n` : stdout);
  }
}
