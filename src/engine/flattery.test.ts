import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import type { JsonObject } from '../lib/json';
import { catalog } from '../nodes/catalog';
import { checkPipeline, type SchemasByNode } from '../nodes/check-pipeline';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { emptyHost } from '../testing/engine/fake-kinds';
import { exampleDocument, exampleNode } from '../testing/graph/example-catalog';
import { createEngine } from './engine';
import { indexKinds } from './kinds';

/** Rentals of two sorts, which together are all of them, and of the weather. */
const rows = Array.from({ length: 80 }, (_, i) => [(i * 37) % 101, (i * 53) % 89, (i * 17) % 23] as const);
const csvOf = (lines: readonly string[]) => lines.join('\n');
const summed = csvOf(['casual,member,warm,all', ...rows.map(([a, b, w]) => `${a},${b},${w},${a + b}`)]);
const alone = csvOf(['casual,member,warm,all', ...rows.map(([a, b, w]) => `${a},${b},${w},${2 * a + 1}`)]);
const honest = csvOf([
  'casual,member,warm,all',
  ...rows.map(([a, b, w], i) => `${a},${b},${w},${a + ((b * w + i * i) % 41)}`),
]);

/** A file split, prepared, learned from and measured; `after`: what “Choose columns” does behind the split. */
function pipeline(after: JsonObject = {}): PipelineDocument {
  const chain = ['file', 'target', 'split', 'columns', 'scale', 'model'];
  return exampleDocument(
    [
      exampleNode('file', 'ingest.file', { params: { file: { name: 'a.csv', hash: 'a'.repeat(64), bytes: 1 } } }),
      exampleNode('target', 'prepare.columns', { params: { target: 'all' } }),
      exampleNode('split', 'prepare.split', { params: { method: 'random' } }),
      exampleNode('columns', 'prepare.columns', { params: after }),
      exampleNode('scale', 'prepare.scale'),
      exampleNode('model', 'train.linear', { params: { epochs: 2 } }),
      exampleNode('eval', 'train.evaluate'),
    ],
    [
      ...chain.slice(1).map((to, i) => ({ from: `${chain[i]}.table`, to: `${to}.table` })),
      { from: 'scale.table', to: 'eval.table' },
      { from: 'model.model', to: 'eval.model' },
    ],
  );
}

/** What is said beside the figures: on the page, and in the report. */
async function caveats(csv: string, document: PipelineDocument) {
  const known: Record<string, SchemasByNode[string]> = {};
  const host = { ...emptyHost, readFile: async () => new TextEncoder().encode(csv) };
  const report = await createEngine({ kinds: indexKinds(specs, runners), host }).run({
    runId: 'r',
    document,
    backend: 'cpu',
    signal: new AbortController().signal,
    emit: (event) => {
      if (event.type !== 'nodeCompleted') return;
      known[event.nodeId] = Object.fromEntries(
        Object.entries(event.outputs).map(([port, { schema }]) => [port, schema]),
      );
    },
  });
  expect(report.status).toBe('completed');
  const problems = checkPipeline(catalog.compile(document), known).problems.filter(({ nodeId }) => nodeId === 'eval');
  const said = problems.map(({ message }) => message.en);
  expect((report.nodes.eval?.warnings ?? []).map(({ message }) => message.en)).toEqual(said);
  return said;
}

describe('what makes figures look better than they are', () => {
  it('is said beside them where columns add up to the target', async () => {
    expect(await caveats(summed, pipeline())).toEqual([
      'Figures measured here look better than they are: “all” can be worked out exactly by adding up “casual”, “member”: they give the answer away.',
    ]);
  });

  it('is said beside them where one column tells it, by the name that it has by then', async () => {
    const renamed = pipeline({ settings: { casual: { rename: 'guests' } } });
    expect(await caveats(alone, renamed)).toEqual([
      expect.stringMatching(/look better than they are: “guests”: This column alone tells “all”/),
    ]);
  });

  it('is not said where one of the columns is dropped behind the split, nor of honest rows', async () => {
    expect(await caveats(summed, pipeline({ drop: ['member'] }))).toEqual([]);
    expect(await caveats(honest, pipeline())).toEqual([]);
  });
});
