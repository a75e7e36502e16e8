/**
 * Prequential error on the bike sharing set beside a reference that played the same protocol:
 * the first 4,320 rows train the first model, then batches of 336 rows are predicted first and
 * learned from after.
 *
 *   npx tsx perf/stream-reference.ts --data bike_sharing_hour.csv [--reference stream.json] [--seeds 3]
 *
 * False alarms are counted on the same rows in random order, where nothing drifts.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createRandom, permutation } from '../src/lib/random';
import type { FileRef } from '../src/nodes/contract/kind';
import { documentOf, lake, type Node, play } from './stream/play';

const WARM = 4_320;
const BATCH = 336;

const { values } = parseArgs({
  options: { data: { type: 'string' }, reference: { type: 'string' }, seeds: { type: 'string', default: '3' } },
});
if (values.data === undefined) {
  console.error('usage: npx tsx perf/stream-reference.ts --data FILE [--reference FILE] [--seeds N]');
  process.exit(2);
}
const runs = z.object({
  results: z.object({ bike_sharing_hour: z.object({ runs: z.record(z.string(), z.object({ rmse: z.number() })) }) }),
});
const peers =
  values.reference === undefined
    ? {}
    : runs.parse(JSON.parse(readFileSync(values.reference, 'utf8'))).results.bike_sharing_hour.runs;

const words = ['hr', 'weekday', 'weathersit'];

function preparation(file: FileRef): readonly Node[] {
  return [
    ['file1', 'ingest.file', { file: { ...file } }],
    ['stream1', 'retrain.stream', { historyRows: WARM, batchRows: BATCH, target: 'cnt' }],
    [
      'columns1',
      'prepare.columns',
      {
        target: 'cnt',
        drop: ['instant', 'dteday', 'casual', 'registered'],
        settings: Object.fromEntries(words.map((name) => [name, { type: 'category' }])),
      },
    ],
    ['missing1', 'prepare.missing', {}],
    ['encode1', 'prepare.encode', {}],
    ['scale1', 'prepare.scale', {}],
    ['dense1', 'train.dense', { hidden: [64, 32], epochs: 100, patience: 10 }],
    ['deploy1', 'serve.deploy', {}],
    ['monitor1', 'retrain.monitor', { window: BATCH }],
  ];
}
const wires = [
  'file1.table > stream1.table',
  'stream1.table > columns1.table',
  'columns1.table > missing1.table',
  'missing1.table > encode1.table',
  'encode1.table > scale1.table',
  'scale1.table > dense1.table',
  'dense1.model > deploy1.model',
  'stream1.stream > deploy1.stream',
  'deploy1.predictions > monitor1.predictions',
];
const loop = [
  'monitor1.report > trigger1.report',
  'trigger1.signal > train1.signal',
  'deploy1.model > train1.model',
  'deploy1.model > gate1.champion',
  'train1.model > gate1.challenger',
  'gate1.promoted > deploy1.promoted',
];
const always: Node = ['gate1', 'retrain.gate', { decision: 'always', watchRows: 0 }];

const strategies: readonly {
  readonly name: string;
  readonly peer: string;
  readonly nodes: readonly Node[];
}[] = [
  { name: 'static', peer: 'mlp/static', nodes: [] },
  {
    name: 'incremental',
    peer: 'mlp/incremental',
    nodes: [
      ['trigger1', 'retrain.new-data', { every: BATCH, minRows: 0, coolDown: 0 }],
      [
        'train1',
        'retrain.train',
        {
          mode: 'incremental',
          rows: 'window',
          window: BATCH,
          leastRows: 2,
          epochs: 5,
          learningRateFactor: 1,
          replayShare: 0.5,
          takes: 0,
        },
      ],
      always,
    ],
  },
  {
    name: 'drift-triggered, full',
    peer: 'mlp/adwin',
    nodes: [
      ['trigger1', 'retrain.performance', { condition: 'detector', detector: 'adwin', minRows: 0, coolDown: 1 }],
      ['train1', 'retrain.train', { mode: 'full', rows: 'window', window: WARM, takes: 0 }],
      always,
    ],
  },
];

const scratch = mkdtempSync(join(tmpdir(), 'millrace-stream-'));
const seeds = Array.from({ length: Number(values.seeds) }, (_, k) => 42 + k);
const ordered = await lake.put(values.data);
const shuffled = await lake.put(shuffle(values.data));

console.log('| strategy | RMSE by seed | mean | reference | retrainings | drift events | alarms without drift | s |');
console.log('|---|---|---|---|---|---|---|---|');
for (const { name, peer, nodes } of strategies) {
  const rmse: number[] = [];
  const retrains: number[] = [];
  const drifts: number[] = [];
  const falseAlarms: string[] = [];
  const started = performance.now();
  for (const seed of seeds) {
    const all = (file: FileRef) =>
      documentOf([...preparation(file), ...nodes], nodes.length === 0 ? wires : [...wires, ...loop], seed);
    const report = await play(all(ordered));
    rmse.push(Number(report.nodes.monitor1?.metrics?.rmse));
    retrains.push(report.events.filter(({ type }) => type === 'promote').length);
    drifts.push(report.events.filter(({ type }) => type === 'drift').length);
    const quiet = await play(all(shuffled));
    const batches = quiet.events.filter(({ type }) => type === 'batch').length;
    const alarms = new Set(quiet.events.filter(({ type }) => type === 'drift').map(({ tick }) => tick)).size;
    falseAlarms.push(`${alarms}/${batches}`);
  }
  const mean = rmse.reduce((sum, value) => sum + value, 0) / rmse.length;
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `| ${name} | ${rmse.map((value) => value.toFixed(1)).join(' ')} | ${mean.toFixed(1)} | ${peers[peer]?.rmse.toFixed(1) ?? '–'} | ${retrains.join(' ')} | ${drifts.join(' ')} | ${falseAlarms.join(' ')} | ${seconds.toFixed(0)} |`,
  );
}
rmSync(scratch, { recursive: true, force: true });

/** The same rows in random order. */
function shuffle(path: string): string {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const order = permutation(rows.length, createRandom(7));
  const file = join(scratch, 'shuffled.csv');
  writeFileSync(file, `${[head, ...Array.from(order, (row) => rows[row] ?? '')].join('\n')}\n`);
  return file;
}
