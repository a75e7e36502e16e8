import { describe, expect, it } from 'vitest';
import { indexCodes } from '../../export/program';
import { snippetOf } from '../../export/snippet';
import type { PipelineDocument } from '../../graph/document';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { checkPipeline } from '../../nodes/check-pipeline';
import { codes as all } from '../../nodes/codes';
import type { AnyCode } from '../../nodes/contract/code';
import { readRows } from '../../nodes/python/read-rows';
import { wineDocument } from '../../testing/export/example-programs';
import { exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import { blockOf, shownCode } from './shown-code';

const file: AnyCode = { kind: 'ingest.file', python: (node) => readRows(node, 'rows', text('Rows.', '행이에요.')) };
const codes = indexCodes([...all, file]);
const stateOf = (document: PipelineDocument) => ({ document, ...checkPipeline(catalog.compile(document)) });
const shown = (document: PipelineDocument, target: string) =>
  shownCode(stateOf(document), target, { codes, apart: true });

const unread = exampleDocument(
  [
    exampleNode('file1', 'ingest.file', { params: { file: { name: 'a.csv', hash: 'a'.repeat(64), bytes: 3 } } }),
    exampleNode('scale1', 'prepare.scale'),
  ],
  exampleWires('file1.table > scale1.table'),
);

describe('a node on the page', () => {
  it('is written with its real columns, and can be copied with what it needs', () => {
    const scale = shown(wineDocument, 'scale1');
    if (scale.is !== 'written') throw new Error(scale.is);
    const source = snippetOf(blockOf(scale.program, 'scale1')?.lines ?? [], 'en');
    expect(source).toMatch(
      /^from sklearn\.compose import ColumnTransformer\nfrom sklearn\.preprocessing import StandardScaler\n\n# Mean 0/,
    );
    expect(source).toContain('"malic_acid"');
  });

  it('waits for a run where its columns are not known', () =>
    expect(shown(unread, 'scale1')).toEqual({ is: 'unknown' }));

  it('waits for what is to be mended above it', () => {
    const [wine, ...others] = wineDocument.nodes;
    if (wine === undefined) throw new Error('it reads wine');
    const document = { ...wineDocument, nodes: [{ ...wine, params: { name: 'nobody' } }, ...others] };
    const broken = shown(document, 'knn1');
    expect(broken.is === 'broken' && broken.problems.map(({ nodeId }) => nodeId)).toEqual(['wine1']);
  });

  it('is written within a group too', () => {
    const group = { ...wineDocument, inputs: [], outputs: [], parameters: [] };
    const { nodes, edges, inputs, outputs, parameters } = group;
    const document = exampleDocument([
      exampleNode('g', 'group', { group: { nodes, edges, notes: [], inputs, outputs, parameters } }),
    ]);
    expect(shown(document, 'g/scale1')).toMatchObject({ is: 'written' });
  });
});
