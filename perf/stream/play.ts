import { createNodeHost } from '../../src/cli/node-host';
import { createEngine } from '../../src/engine/engine';
import { indexKinds } from '../../src/engine/kinds';
import { runLive } from '../../src/engine/live/run-live';
import type { RunReport } from '../../src/engine/report';
import type { PipelineDocument } from '../../src/graph/document';
import { createMemoryBlobs } from '../../src/lib/blob-store';
import type { JsonObject } from '../../src/lib/json';
import { liveRunners } from '../../src/nodes/live-runners';
import { runners } from '../../src/nodes/runners';
import { specs } from '../../src/nodes/specs';
import { createRegistry } from '../../src/registry/create-registry';

const kinds = indexKinds(specs, runners, liveRunners);
export const lake = createNodeHost([]);
const engine = createEngine({ kinds, host: lake.host, cacheBytes: 256 * 2 ** 20 });

export type Node = readonly [id: string, kind: string, params: JsonObject];

/** A document of these nodes and wires (`a.port > b.port`). */
export function documentOf(nodes: readonly Node[], wires: readonly string[], seed: number): PipelineDocument {
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: '',
    description: '',
    seed,
    nodes: nodes.map(([id, kind, params]) => ({ id, kind, label: '', params, position: { x: 0, y: 0 }, mode: 'on' })),
    edges: wires.map((wire) => {
      const [from = '', to = ''] = wire.split(' > ');
      return { from, to };
    }),
    notes: [],
  };
}

/** Plays a document to the end of its stream, as fast as it can, with a registry in memory; throws where a node failed. */
export async function play(document: PipelineDocument): Promise<RunReport> {
  const report = await runLive({
    sessionId: 'perf',
    engine,
    kinds,
    host: lake.host,
    registry: createRegistry(createMemoryBlobs(), { now: () => '' }),
    document,
    backend: 'auto',
    clock: 'virtual',
    ticksPerSecond: null,
    signal: new AbortController().signal,
    emit: (message) => {
      if (message.type === 'phase' && message.failure !== undefined) throw new Error(message.failure.message.en);
    },
  }).done;
  for (const [id, { failure }] of Object.entries(report.nodes)) {
    if (failure !== undefined) throw new Error(`${id}: ${failure.message.en} ${failure.hint.en}`);
  }
  if (report.status !== 'completed') throw new Error(`the loop ended as ${report.status}`);
  return report;
}
