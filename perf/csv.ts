/**
 * Millrace's CSV reader beside papaparse, pandas (Debian's python3-pandas) and DuckDB on one thread:
 * `npx tsx perf/csv.ts [rows]`. DuckDB is asked where NODE_PATH finds @duckdb/node-api; who is not there is named.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { createRandom } from '../src/lib/random';
import { CSV_CHOICE, readCsv } from '../src/table/csv/read-csv';
import { profileColumn } from '../src/table/profile';
import type { Table } from '../src/table/table';
import { startClock } from './clock';

/** A reader of another program: it prints its best wall and processor seconds of three, and the sum. */
interface Rival {
  readonly reader: string;
  readonly command: string;
  readonly program: readonly string[];
}

const PANDAS = `
import sys, time, pandas
best = (1e9, 1e9)
for _ in range(3):
    wall, used = time.perf_counter(), time.process_time()
    table = pandas.read_csv(sys.argv[1], parse_dates=["joined"])
    best = tuple(map(min, best, (time.perf_counter() - wall, time.process_time() - used)))
print(*best, table["amount"].sum())`;

const DUCKDB = `
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const best = [Infinity, Infinity];
  for (let i = 0; i < 3; i++) {
    const [wall, used] = [performance.now(), process.cpuUsage()];
    await db.run('create or replace table t as from read_csv(\\'' + process.argv[1] + '\\')');
    const { user, system } = process.cpuUsage(used);
    best[0] = Math.min(best[0], (performance.now() - wall) / 1000);
    best[1] = Math.min(best[1], (user + system) / 1e6);
  }
  const sum = (await db.runAndReadAll('select sum(amount) from t')).getRows()[0][0];
  console.log(...best, Number(sum));
})();`;

const rivals: readonly Rival[] = [
  { reader: 'pandas, C engine', command: '/usr/bin/python3', program: ['-c', PANDAS] },
  { reader: 'DuckDB, one thread', command: process.execPath, program: ['-e', DUCKDB] },
];

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'millrace-csv-'));
const file = join(folder, 'rows.csv');

interface Reader {
  readonly name: string;
  /** Reads the file and returns the sum of the column `amount`. */
  readonly read: () => Promise<number>;
}

interface Timing {
  readonly reader: string;
  /** Wall and processor seconds of the best of three. */
  readonly seconds: number;
  readonly processor: number;
  /** Sum of the column `amount`, to show that the work was done. */
  readonly sum: number;
}

try {
  writeFileSync(file, generate(rows));
  const bytes = readFileSync(file).length;
  let table: Table | undefined;
  const readers: Reader[] = [
    {
      name: 'Millrace',
      read: async () => {
        ({ table } = await readCsv(new Uint8Array(readFileSync(file)), CSV_CHOICE));
        return sumOf(table);
      },
    },
    { name: 'papaparse, streamed', read: readWithPapaparse },
  ];
  const timings = [...(await inTurns(readers)), ...rivals.flatMap(readWith)];
  const [ours] = timings;
  console.log(`${rows.toLocaleString('en-US')} rows × 12 columns, ${(bytes / 1e6).toFixed(1)} MB, best of three\n`);
  console.log('| reader | seconds | processor seconds | rows a processor second | processor time against Millrace |');
  console.log('|---|---|---|---|---|');
  for (const { reader, seconds, processor } of timings) {
    const rate = Math.round(rows / processor).toLocaleString('en-US');
    const ratio = ours === undefined ? '' : `${(processor / ours.processor).toFixed(2)} ×`;
    console.log(`| ${reader} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${rate} | ${ratio} |`);
  }
  const sums = new Set(timings.map(({ sum }) => sum.toFixed(2)));
  if (sums.size !== 1) throw new Error(`the readers disagree: ${[...sums].join(', ')}`);
  if (table !== undefined) {
    const { columns, rows: all } = table;
    const [profile] = await inTurns([
      { name: 'profile', read: async () => columns.map((column) => profileColumn(column, all)).length },
    ]);
    console.log(`\nProfile of all 12 columns: ${profile?.processor.toFixed(2)} processor seconds`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Three rounds of all readers, so that a busy machine is as hard on one as on the other; the best of each. */
async function inTurns(readers: readonly Reader[]): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (let round = 0; round < 3; round++) {
    for (const [i, { name, read }] of readers.entries()) {
      const clock = startClock();
      const sum = await read();
      const passed = clock();
      const best = timings[i] ?? { seconds: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
      const seconds = Math.min(best.seconds, passed.wall / 1_000);
      const processor = Math.min(best.processor, passed.processor / 1_000);
      timings[i] = { reader: name, seconds, processor, sum };
    }
  }
  return timings;
}

/** papaparse into typed columns too, told the types beforehand: it needs no inference. */
function readWithPapaparse(): Promise<number> {
  const numeric = [true, true, true, true, false, false, false, false, true, true, false, false];
  const numbers = numeric.map((is) => new Float64Array(is ? rows : 0));
  const codes = numeric.map((is) => new Int32Array(is ? 0 : rows));
  const words = numeric.map(() => new Map<string, number>());
  let row = -1;
  return new Promise((resolve, reject) => {
    const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: false });
    parser.on('data', (cells: string[]) => {
      if (row >= 0 && cells.length > 1) {
        for (let k = 0; k < numeric.length; k++) {
          const cell = cells[k] ?? '';
          const column = numbers[k];
          const dictionary = words[k];
          const coded = codes[k];
          if (numeric[k] === true && column !== undefined) column[row] = Number(cell);
          else if (dictionary !== undefined && coded !== undefined) {
            let code = dictionary.get(cell);
            if (code === undefined) {
              code = dictionary.size;
              dictionary.set(cell, code);
            }
            coded[row] = code;
          }
        }
      }
      row++;
    });
    parser.on('end', () => resolve((numbers[1] ?? new Float64Array()).reduce((a, b) => a + b, 0)));
    parser.on('error', reject);
    createReadStream(file).pipe(parser);
  });
}

function readWith({ reader, command, program }: Rival): Timing[] {
  const { status, stdout } = spawnSync(command, [...program, file], { encoding: 'utf8' });
  if (status !== 0) {
    console.log(`${reader}: not here`);
    return [];
  }
  const [seconds = 0, processor = 0, sum = 0] = stdout.trim().split(' ').map(Number);
  return [{ reader, seconds, processor, sum }];
}

function sumOf(table: Table): number {
  const amount = table.columns[1];
  return amount?.type === 'number' ? amount.values.reduce((a, b) => a + b, 0) : 0;
}

function generate(count: number): string {
  const random = createRandom(20_240_301);
  const cities = ['Seoul', 'Busan', 'Daegu', 'Incheon', 'Gwangju', 'Daejeon', 'Ulsan', 'Sejong', '서귀포', '제주'];
  const lines = ['id,amount,ratio,age,city,joined,flag,code,score,lat,note,target'];
  for (let i = 0; i < count; i++) {
    const day = new Date(Date.UTC(2010, 0, 1 + random.integer(5_000))).toISOString().slice(0, 10);
    lines.push(
      `${i},${(random.next() * 1e5).toFixed(2)},${random.next().toFixed(6)},${random.integer(100)},${cities[random.integer(10)]},${day},${random.integer(2) === 1},K${random.integer(5_000)},${random.normal().toFixed(4)},${(33 + random.next() * 5).toFixed(5)},"note, ${random.integer(1_000_000)}",${random.integer(2) === 1 ? 'yes' : 'no'}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
