import { describe, expect, it } from 'vitest';
import { exampleCatalog as catalog, exampleNode as node } from '../testing/graph/example-catalog';
import type { PipelineDocument } from './document';
import { emptyDocument } from './empty-document';
import { wiresAfter, wiresFromEnd, wireToEnd } from './plan-wires';

const pipeline: PipelineDocument = {
  ...emptyDocument(),
  nodes: [
    node('sample', 'ingest.source'),
    node('split', 'prepare.scale'),
    node('scale', 'prepare.scale'),
    node('dense', 'train.dense'),
  ],
  edges: [
    { from: 'sample.table', to: 'split.table' },
    { from: 'split.table', to: 'scale.table' },
    { from: 'scale.table', to: 'dense.table' },
  ],
};
const dense = { nodeId: 'dense', port: 'model' };
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
    expect(wiresAfter(withNode('ingest.source'), catalog, 'new', 'dense')).toEqual([]);
  });

  it('joins a dropped wire to the first port that fits', () => {
    const document = catalog.compile(withNode('train.evaluate'));
    expect(wireToEnd(document, 'new', dense, 'outputs')).toEqual({
      from: 'dense.model',
      to: 'new.model',
    });
    expect(wireToEnd(document, 'scale', dense, 'outputs')).toBeNull();
  });

  it('offers only ports that may be wired: not its own, not upstream, not another type', () => {
    const targets = wiresFromEnd(
      catalog.compile(withNode('train.evaluate')),
      { nodeId: 'scale', port: 'table' },
      'outputs',
    ).map(({ edge }) => edge.to);
    expect(targets).toEqual(['new.table']);
  });
});
