// What an edit of one param costs in a pipeline of 500 nodes, against compiling it whole: `npx tsx perf/pipeline.ts`.

import { applyEdit } from '../src/graph/apply-edit';
import { createCatalog } from '../src/graph/catalog';
import type { PipelineDocument, PipelineNode } from '../src/graph/document';
import { emptyDocument } from '../src/graph/empty-document';
import { createChecker } from '../src/nodes/check-pipeline';
import type { AnySpec } from '../src/nodes/contract/kind';
import { specs } from '../src/nodes/specs';
import { startClock } from './clock';

const NODES = 500;
const REPEATS = 60;
const KINDS = ['prepare.columns', 'prepare.split', 'prepare.missing', 'prepare.encode', 'prepare.scale'];

const catalog = createCatalog<AnySpec>(specs);
const nodes = Array.from({ length: NODES }, (_, index): PipelineNode => {
  const kind = index === 0 ? 'ingest.sample' : (KINDS[index % KINDS.length] ?? '');
  const params = structuredClone(catalog.kind(kind)?.defaults ?? {});
  return { id: `n${index}`, kind, label: '', params, position: { x: 0, y: 0 }, mode: 'on' };
});
const edges = nodes.slice(1).map(({ id }, index) => ({ from: `n${index}.table`, to: `${id}.table` }));
let document: PipelineDocument = { ...emptyDocument('perf'), nodes, edges };

/** Median milliseconds of processor time, which a busy machine does not stretch. */
function measure(work: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const clock = startClock();
    work();
    return clock().processor;
  });
  return times.toSorted((a, b) => a - b)[REPEATS >> 1] ?? Number.NaN;
}

const check = createChecker();
check(catalog.compile(document));
let edits = 0;
const edit = (): PipelineDocument => {
  const params = { method: edits++ % 2 === 0 ? 'robust' : 'minMax' };
  document = applyEdit(document, { type: 'setParams', nodeId: `n${NODES - 1}`, params }, catalog);
  return document;
};
const compiled = measure(() => catalog.compile(edit()));
const ordered = measure(() => catalog.compile(edit()).sequence);
const checked = measure(() => check(catalog.compile(edit())));
const whole = measure(() => createCatalog<AnySpec>(specs).compile(structuredClone(document)).sequence);
const ms = (value: number): string => value.toFixed(2);
process.stdout.write(
  [
    `| ${NODES} nodes, one param changed | ms | of compiling it whole |`,
    '|---|---:|---:|',
    `| the edit, compiled | ${ms(compiled)} | ${(compiled / whole).toFixed(2)} |`,
    `| … and put in order | ${ms(ordered)} | ${(ordered / whole).toFixed(2)} |`,
    `| … and checked | ${ms(checked)} | ${(checked / whole).toFixed(2)} |`,
    `| compiled whole | ${ms(whole)} | 1 |`,
    '',
  ].join('\n'),
);
