/** Rows a second of Millrace's CSV reader beside papaparse, and pandas where python3 has it: `npx tsx perf/csv.ts [rows]`. */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { createRandom } from '../src/lib/random';
import { CSV_CHOICE, readCsv } from '../src/table/csv/read-csv';
import { profileTable } from '../src/table/profile';
import type { Table } from '../src/table/table';

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'millrace-csv-'));
const file = join(folder, 'rows.csv');

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
  const timings = [
    await best('Millrace', async () => {
      ({ table } = await readCsv(new Uint8Array(readFileSync(file)), CSV_CHOICE));
      return sumOf(table);
    }),
    await best('papaparse, streamed', readWithPapaparse),
    ...readWithPandas(),
  ];
  const [ours] = timings;
  console.log(`${rows.toLocaleString('en-US')} rows × 12 columns, ${(bytes / 1e6).toFixed(1)} MB, best of three\n`);
  console.log('| reader | seconds | processor seconds | rows/s | time against Millrace |');
  console.log('|---|---|---|---|---|');
  for (const { reader, seconds, processor } of timings) {
    const rate = Math.round(rows / seconds).toLocaleString('en-US');
    const ratio = ours === undefined ? '' : `${(seconds / ours.seconds).toFixed(2)} ×`;
    console.log(`| ${reader} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${rate} | ${ratio} |`);
  }
  const sums = new Set(timings.map(({ sum }) => sum.toFixed(2)));
  if (sums.size !== 1) throw new Error(`the readers disagree: ${[...sums].join(', ')}`);
  if (table !== undefined) {
    const whole = table;
    const { seconds } = await best('profile', async () => profileTable(whole).length);
    console.log(`\nProfile of all 12 columns: ${seconds.toFixed(2)} s`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function best(reader: string, work: () => Promise<number>): Promise<Timing> {
  let seconds = Number.POSITIVE_INFINITY;
  let processor = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    const before = process.cpuUsage();
    sum = await work();
    const { user, system } = process.cpuUsage(before);
    processor = Math.min(processor, (user + system) / 1e6);
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { reader, seconds, processor, sum };
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

function readWithPandas(): Timing[] {
  const program = [
    'import sys, time, pandas',
    'best = 1e9',
    'for _ in range(3):',
    '    start = time.perf_counter()',
    '    table = pandas.read_csv(sys.argv[1], parse_dates=["joined"])',
    '    best = min(best, time.perf_counter() - start)',
    'print(best, table["amount"].sum())',
  ].join('\n');
  const { status, stdout } = spawnSync('python3', ['-c', program, file], { encoding: 'utf8' });
  if (status !== 0) return [];
  const [seconds = 0, sum = 0] = stdout.trim().split(' ').map(Number);
  return [{ reader: 'pandas', seconds, processor: seconds, sum }];
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
