/**
 * What a tick costs a loop that follows a growing data set: 2,000 appends of 50 rows to a lake in a folder, one before
 * each tick, ten other sets beside it: `npx tsx perf/follow.ts [appends]`. In processor time, the last 200 ticks may
 * cost 1.3 × as much as ticks 100 to 300 of the same run; fails where they cost more.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderBlobs } from '../src/cli/folder-blobs';
import { createEngine } from '../src/engine/engine';
import { indexKinds } from '../src/engine/kinds';
import { runLive } from '../src/engine/live/run-live';
import type { PipelineDocument } from '../src/graph/document';
import { createLake } from '../src/lake/create-lake';
import { createMemoryBlobs } from '../src/lib/blob-store';
import type { JsonObject } from '../src/lib/json';
import { createRandom } from '../src/lib/random';
import { liveRunners } from '../src/nodes/live-runners';
import { runners } from '../src/nodes/runners';
import { specs } from '../src/nodes/specs';
import { createRegistry } from '../src/registry/create-registry';
import type { Table } from '../src/table/table';
import { emptyHost, pipeline } from '../src/testing/engine/fake-kinds';
import { makeColumn, makeTable } from '../src/testing/table/make-table';
import { processorMs } from './clock';

const ROWS = 50;
const HISTORY = 500;
const BOUND = 1.3;

const random = createRandom(1);

/** Four numbers, a word, and what follows from them. */
function reading(rows: number): Table {
  const columns = Array.from({ length: 4 }, () => Array.from({ length: rows }, () => random.normal()));
  const site = Array.from({ length: rows }, () => ['north', 'south', 'east'][random.integer(3)] ?? '');
  const load = Array.from({ length: rows }, (_, row) => (columns[0]?.[row] ?? 0) + (columns[1]?.[row] ?? 0));
  return makeTable([
    ...columns.map((cells, k) => makeColumn(`s${k}`, cells)),
    makeColumn('site', site),
    makeColumn('load', load, 'target'),
  ]);
}

function following(): PipelineDocument {
  const document = pipeline(
    {
      lake: 'ingest.lake',
      stream: 'retrain.stream',
      encode: 'prepare.encode',
      linear: 'train.linear',
      deploy: 'serve.deploy',
    },
    [
      'lake.table > stream.table',
      'stream.table > encode.table',
      'encode.table > linear.table',
      'linear.model > deploy.model',
      'stream.stream > deploy.stream',
    ],
  );
  const params: Readonly<Record<string, JsonObject>> = {
    lake: { name: 'meter' },
    stream: { historyRows: HISTORY, batchRows: ROWS, follow: 'meter', target: 'load' },
    linear: { epochs: 3 },
  };
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, params: params[node.id] ?? {} })) };
}

const appends = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), 'millrace-follow-'));
try {
  const lake = createLake(createFolderBlobs(folder));
  for (let k = 0; k < 10; k++) await lake.append(`other ${k}`, reading(ROWS), `other ${k}`);
  await lake.append('meter', reading(HISTORY), 'history');
  const kinds = indexKinds(specs, runners, liveRunners);
  const host = { ...emptyHost, lake };
  const cost: { readonly tick: number[]; readonly append: number[] } = { tick: [], append: [] };
  let [handedOut, from] = [0, 0];
  const session = runLive({
    sessionId: 'follow',
    engine: createEngine({ kinds, host }),
    kinds,
    host,
    registry: createRegistry(createMemoryBlobs(), { now: () => new Date(0).toISOString() }),
    document: following(),
    backend: 'cpu',
    clock: 'wall',
    wallTime: () => 0,
    ticksPerSecond: null,
    ticks: appends + 1,
    signal: new AbortController().signal,
    emit: (message) => {
      if (message.type === 'phase' && message.phase === 'failed') throw new Error(message.failure?.message.en);
    },
    afterTick: async ({ tick, events }) => {
      const made = processorMs();
      if (tick > 1) cost.tick.push(made - from);
      for (const { type, figures } of events) if (type === 'batch') handedOut = Number(figures.to);
      const rows = reading(ROWS);
      const began = processorMs();
      await lake.append('meter', rows, `append ${tick}`);
      from = processorMs();
      cost.append.push(from - began);
    },
  });
  await session.done;
  if (handedOut !== HISTORY + appends * ROWS) throw new Error(`${handedOut} rows were handed out`);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  process.stdout.write('| | 100–300, processor ms | the last 200, processor ms | ratio |\n|---|---:|---:|---:|\n');
  for (const [what, values] of Object.entries(cost)) {
    const [early, late] = [mean(values.slice(100, 300)), mean(values.slice(-200))];
    const ratio = late / early;
    process.stdout.write(`| ${what} | ${early.toFixed(2)} | ${late.toFixed(2)} | ${ratio.toFixed(2)} |\n`);
    if (ratio > BOUND) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
