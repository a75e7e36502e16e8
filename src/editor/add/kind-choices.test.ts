import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { emptyDocument } from '../../graph/empty-document';
import { catalog } from '../../nodes/catalog';
import { kindsFor } from './kind-choices';

const node = (id: string, kind: string): PipelineNode => ({
  id,
  kind,
  label: '',
  params: catalog.kind(kind)?.defaults ?? {},
  position: { x: 0, y: 0 },
  mode: 'on',
});

const pipeline: PipelineDocument = {
  ...emptyDocument(),
  nodes: [
    node('sample', 'ingest.sample'),
    node('split', 'prepare.split'),
    node('scale', 'prepare.scale'),
    node('dense', 'train.dense'),
  ],
  edges: [
    { from: 'sample.table', to: 'split.table' },
    { from: 'split.table', to: 'scale.table' },
    { from: 'scale.table', to: 'dense.table' },
  ],
};
describe('kinds for a dropped wire', () => {
  const purpose = { type: 'wire', end: { nodeId: 'scale', port: 'table' }, side: 'outputs' } as const;
  it('all have an input that fits', () => {
    const ids = kindsFor(pipeline, catalog, purpose, null).map((spec) => spec.id);
    expect(ids).not.toContain('ingest.sample');
    expect(ids).toContain('train.dense');
  });

  it('put first what usually comes next, and last what this branch has already', () => {
    const ids = kindsFor(pipeline, catalog, purpose, null).map((spec) => spec.id);
    expect(ids.indexOf('train.dense')).toBeLessThan(ids.indexOf('prepare.split'));
  });

  it('put kinds that cannot use the data behind those that can', () => {
    const fields = [
      { name: 'x', type: 'number', role: null },
      { name: 'y', type: 'category', role: 'target', categories: ['a', 'b'] },
    ] as const;
    const table = { type: 'table', fields, complete: true, partitioned: true, fittedBeforeSplit: [] } as const;
    const ids = kindsFor(pipeline, catalog, purpose, null, { scale: { table } }).map((spec) => spec.id);
    expect(ids.indexOf('train.dense')).toBeLessThan(ids.indexOf('train.cnn'));
    expect(ids.indexOf('train.linear')).toBeLessThan(ids.indexOf('train.cnn'));
  });
});
