import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { catalog } from '../nodes/catalog';
import { kindsFor } from './kind-choices';
import { wiresAfter, wiresFromEnd, wireToEnd } from './plan-wires';

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
const withNode = (kind: string): PipelineDocument => ({ ...pipeline, nodes: [...pipeline.nodes, node('new', kind)] });

describe('wiring a new node', () => {
  it('gives an evaluation after a model both the model and the nearest table', () => {
    expect(wiresAfter(withNode('train.evaluate'), catalog, 'new', 'dense')).toEqual([
      { from: 'dense.model', to: 'new.model' },
      { from: 'scale.table', to: 'new.table' },
    ]);
  });

  it('leaves a node unwired that takes nothing the selected one gives', () => {
    expect(wiresAfter(withNode('prepare.encode'), catalog, 'new', 'dense')).toEqual([]);
    expect(wiresAfter(withNode('ingest.sample'), catalog, 'new', 'dense')).toEqual([]);
  });

  it('joins a dropped wire to the first port that fits', () => {
    const document = withNode('train.evaluate');
    expect(wireToEnd(document, catalog, { id: 'new', kind: 'train.evaluate' }, 'dense.model', 'outputs')).toEqual({
      from: 'dense.model',
      to: 'new.model',
    });
    expect(wireToEnd(document, catalog, { id: 'scale', kind: 'prepare.scale' }, 'dense.model', 'outputs')).toBeNull();
  });

  it('offers only ports that may be wired: not its own, not upstream, not another type', () => {
    const targets = wiresFromEnd(withNode('train.evaluate'), catalog, 'scale.table', 'outputs').map((edge) => edge.to);
    expect(targets).toEqual(['new.table']);
  });
});

describe('kinds for a dropped wire', () => {
  const purpose = { type: 'wire', end: 'scale.table', side: 'outputs' } as const;
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
