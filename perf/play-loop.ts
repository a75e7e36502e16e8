// The loop that perf/loop.ts and perf/loop-share.ts play.
import { createEngine } from '../src/engine/engine';
import { indexKinds } from '../src/engine/kinds';
import { ROWS_KIND, withRows } from '../src/engine/live/rows-kind';
import { runLive } from '../src/engine/live/run-live';
import type { PipelineDocument } from '../src/graph/document';
import { emptyDocument } from '../src/graph/empty-document';
import { createMemoryBlobs } from '../src/lib/blob-store';
import type { JsonObject } from '../src/lib/json';
import { createRandom } from '../src/lib/random';
import { liveRunners } from '../src/nodes/live-runners';
import { runners } from '../src/nodes/runners';
import { specs } from '../src/nodes/specs';
import { createRegistry } from '../src/registry/create-registry';
import { freshSource } from '../src/table/fresh-source';
import type { Table } from '../src/table/table';
import { emptyHost } from '../src/testing/engine/fake-kinds';
import { exampleNode } from '../src/testing/graph/example-catalog';
import { makeTable } from '../src/testing/table/make-table';

const HISTORY = 2_000;
export const BATCH = 100;

/** Five numbers, a word and two classes; what the classes mean turns round every 200,000 rows. */
function stream(rows: number): Table {
  const random = createRandom(1);
  const numbers = Array.from({ length: 5 }, () => new Float64Array(rows));
  const site: string[] = [];
  const fault: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (const column of numbers) column[row] = random.normal();
    const [a, b, c] = numbers.map((column) => column[row] ?? 0);
    const turned = Math.floor(row / 200_000) % 2 === 1;
    site.push(['north', 'south', 'east'][row % 3] ?? '');
    fault.push((a ?? 0) + (b ?? 0) * (c ?? 0) + 0.3 * random.normal() > 0 !== turned ? 'yes' : 'no');
  }
  const table = makeTable(Object.fromEntries([...numbers.map((cells, i) => [`s${i}`, [...cells]]), ['site', site]]));
  const [target] = makeTable({ fault }).columns;
  if (target === undefined) throw new Error('no target');
  return freshSource({ ...table, columns: [...table.columns, { ...target, role: 'target' }] });
}

const node = (id: string, kind: string, params: JsonObject = {}) => exampleNode(id, kind, { params });

function loop(): PipelineDocument {
  const wires = [
    'rows.table > stream.table',
    'stream.table > split.table',
    'split.table > encode.table',
    'encode.table > scale.table',
    'scale.table > dense.table',
    'dense.model > evaluate.model',
    'scale.table > evaluate.table',
    'dense.model > deploy.model',
    'stream.stream > deploy.stream',
    'deploy.predictions > monitor.predictions',
    'monitor.report > drop.report',
    'drop.signal > train.signal',
    'deploy.model > train.model',
    'deploy.model > gate.champion',
    'train.model > gate.challenger',
    'gate.promoted > deploy.promoted',
  ];
  return {
    ...emptyDocument('loop'),
    nodes: [
      node('rows', ROWS_KIND),
      node('stream', 'retrain.stream', { historyRows: HISTORY, batchRows: BATCH }),
      node('split', 'prepare.split'),
      node('encode', 'prepare.encode'),
      node('scale', 'prepare.scale'),
      node('dense', 'train.dense', { hidden: [32, 16], epochs: 5 }),
      node('evaluate', 'train.evaluate'),
      node('deploy', 'serve.deploy'),
      node('monitor', 'retrain.monitor'),
      node('drop', 'retrain.performance'),
      node('train', 'retrain.train'),
      node('gate', 'retrain.gate'),
    ],
    edges: wires.map((wire) => {
      const [from = '', to = ''] = wire.split(' > ');
      return { from, to };
    }),
  };
}

/** Plays the loop over so many ticks as fast as it goes, on one thread. */
export async function playLoop(
  ticks: number,
  {
    afterTick,
    emit = () => {},
  }: Required<Pick<Parameters<typeof runLive>[0], 'afterTick'>> & { readonly emit?: () => void },
): Promise<void> {
  const kinds = withRows(indexKinds(specs, runners, liveRunners), stream(HISTORY + ticks * BATCH));
  const session = runLive({
    sessionId: 'perf',
    engine: createEngine({ kinds, host: emptyHost }),
    kinds,
    host: emptyHost,
    registry: createRegistry(createMemoryBlobs(), { now: () => new Date(0).toISOString() }),
    document: loop(),
    backend: 'auto',
    clock: 'virtual',
    ticksPerSecond: null,
    signal: new AbortController().signal,
    emit: (message) => {
      emit();
      if (message.type === 'phase' && message.phase === 'failed') throw new Error(message.failure?.message.en);
    },
    afterTick,
  });
  const report = await session.done;
  if (report.status !== 'completed') throw new Error(JSON.stringify(report.nodes));
}
