import { createNodeHost } from '../../src/cli/node-host';
import { createEngine } from '../../src/engine/engine';
import { indexKinds } from '../../src/engine/kinds';
import type { PipelineDocument, PipelineNode } from '../../src/graph/document';
import type { JsonObject } from '../../src/lib/json';
import { runners } from '../../src/nodes/runners';
import { specs } from '../../src/nodes/specs';

/** The column that names each row's part. */
export const PART = 'reference_part';

const kinds = indexKinds(specs, runners);
const lake = createNodeHost([]);
const engine = createEngine({ kinds, host: lake.host, cacheBytes: 64 * 2 ** 20 });

/** A node of a straight pipeline. */
export type Link = readonly [kind: string, params: JsonObject];

/** Runs file → `links` → evaluate on a CSV file and returns the test part's metrics. Every link but a trainer hands on a table. */
export async function runPipeline(
  csv: string,
  links: readonly Link[],
  seed: number,
): Promise<{ readonly metrics: Readonly<Record<string, number>>; readonly ms: number; readonly backend: string }> {
  const file = await lake.put(csv);
  const all: readonly Link[] = [
    ['ingest.file', { file: { ...file } }],
    ...links,
    ['train.evaluate', { parts: 'test' }],
  ];
  const nodes = all.map(
    ([kind, params], index): PipelineNode => ({
      id: `n${index}`,
      kind,
      label: '',
      params: { ...params },
      position: { x: 0, y: 0 },
      mode: 'on',
    }),
  );
  const last = nodes.length - 1;
  const edges = nodes.slice(1, -1).map((node, index) => ({ from: `n${index}.table`, to: `${node.id}.table` }));
  edges.push(
    { from: `n${last - 1}.model`, to: `n${last}.model` },
    { from: `n${last - 2}.table`, to: `n${last}.table` },
  );
  const document: PipelineDocument = {
    format: 'millrace/pipeline',
    version: 4,
    name: '',
    description: '',
    seed,
    nodes,
    edges,
    notes: [],
  };
  const report = await engine.run({
    runId: csv,
    document,
    backend: 'auto',
    signal: new AbortController().signal,
    emit: () => undefined,
  });
  for (const [id, { failure }] of Object.entries(report.nodes)) {
    if (failure !== undefined) throw new Error(`${id}: ${failure.message.en} ${failure.hint.en}`);
  }
  const found = report.nodes[`n${last}`]?.metrics ?? {};
  const metrics = Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  return { metrics, ms: report.nodes[`n${last - 1}`]?.ms ?? Number.NaN, backend: report.backend };
}
