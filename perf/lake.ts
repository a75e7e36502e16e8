/** The data lake in a folder: a million rows of twelve columns, then 100 more, then all of it read: `npx tsx perf/lake.ts [rows]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderBlobs } from '../src/cli/folder-blobs';
import { createLake } from '../src/lake/create-lake';
import { createRandom } from '../src/lib/random';
import type { Column, Table } from '../src/table/table';
import { startClock } from './clock';

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'millrace-lake-'));

/** Four columns of fractions, four of whole numbers, four of words; one cell in fifty is missing. */
function generate(count: number, seed: number): Table {
  const random = createRandom(seed);
  const words = ['red', 'green', 'blue', 'black', 'white'];
  const columns = Array.from({ length: 12 }, (_, k): Column => {
    const name = `column${k}`;
    const missing = () => random.next() < 0.02;
    if (k % 3 === 2) {
      const codes = Int32Array.from({ length: count }, () => (missing() ? -1 : Math.floor(random.next() * 5)));
      return { name, role: null, type: 'category', codes, dictionary: words };
    }
    const whole = k % 3 === 1;
    const values = Float64Array.from({ length: count }, () => {
      const value = random.next() * 10_000;
      return missing() ? Number.NaN : whole ? Math.floor(value) : value;
    });
    return { name, role: null, type: whole ? 'integer' : 'number', values };
  });
  return { rows: count, columns, partition: null, sourceRows: null, recipe: { source: [], steps: [] } };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const clock = startClock();
  const result = await work();
  const { wall, processor } = clock();
  console.log(`${what}: ${Math.round(wall)} ms, ${Math.round(processor)} ms of processor time`);
  return result;
}

try {
  const lake = createLake(createFolderBlobs(folder));
  const [large, small] = [generate(rows, 1), generate(100, 2)];
  const plain = Buffer.concat(
    large.columns.map((column) => {
      const { buffer } = 'codes' in column ? column.codes : column.values;
      return new Uint8Array(buffer);
    }),
  );
  console.log(`${rows.toLocaleString('en-US')} rows of 12 columns, ${Math.round(plain.length / 2 ** 20)} MB in memory`);
  await timed('rival: the same bytes written and read with node:fs', async () => {
    await writeFile(join(folder, 'plain'), plain);
    await readFile(join(folder, 'plain'));
  });
  await timed('append them all', () => lake.append('set', large, 'large.csv'));
  await timed('append 100 rows', () => lake.append('set', small, 'small.csv'));
  await timed('find the newest version', () => lake.find('set'));
  const { table } = await timed('read all of it', () => lake.read('set'));
  console.log(`${table.rows.toLocaleString('en-US')} rows read`);
} finally {
  rmSync(folder, { recursive: true });
}
