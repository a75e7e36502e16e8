import { describe, expect, it } from 'vitest';
import type { PipelineDocument, PipelineNode } from '../../graph/document';
import { emptyDocument } from '../../graph/empty-document';
import { createFlowNodes } from './flow-nodes';

const words = { language: 'en', node: 'node', note: 'note' } as const;
const nothing = { nodes: [], edges: [], notes: [] };
const node = (id: string, kind: string, x = 0): PipelineNode => ({
  id,
  kind,
  label: '',
  params: {},
  position: { x, y: 0 },
  mode: 'on',
});
const pipeline: PipelineDocument = {
  ...emptyDocument(),
  nodes: [node('scale1', 'prepare.scale'), node('sample1', 'ingest.sample', 300)],
  edges: [{ from: 'sample1.table', to: 'scale1.table' }],
};

describe("the canvas's nodes", () => {
  it('come in the order in which they run, which is the order of Tab', () => {
    const built = createFlowNodes().build(pipeline, nothing, words);
    expect(built.map((item) => item.id)).toEqual(['sample1', 'scale1']);
  });

  it('stay the same objects while what they say stays the same', () => {
    const flow = createFlowNodes();
    const before = flow.build(pipeline, nothing, words);
    const after = flow.build(pipeline, { ...nothing, nodes: ['scale1'] }, words);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('follow a drag without the document, and the document again when it is settled', () => {
    const flow = createFlowNodes();
    const drag = [{ type: 'position', id: 'scale1', position: { x: 50, y: 70 }, dragging: true }] as const;
    expect(flow.take(drag)).toBe(true);
    expect(flow.build(pipeline, nothing, words)[1]?.position).toEqual({ x: 50, y: 70 });
    flow.settle();
    expect(flow.build(pipeline, nothing, words)[1]?.position).toEqual({ x: 0, y: 0 });
  });

  it('keep their measured sizes when a drag is settled', () => {
    const flow = createFlowNodes();
    flow.take([{ type: 'dimensions', id: 'scale1', dimensions: { width: 220, height: 96 } }]);
    flow.settle();
    expect(flow.build(pipeline, nothing, words)[1]?.measured).toEqual({ width: 220, height: 96 });
  });

  it('are drawn wherever they are where one has the keyboard, and those that Tab leads on to', () => {
    const chain = ['a', 'b', 'c', 'd'].map((id, i) => node(id, 'prepare.scale', i * 300));
    const edges = [1, 2, 3].map((i) => ({ from: `${chain[i - 1]?.id}.table`, to: `${chain[i]?.id}.table` }));
    const flow = createFlowNodes();
    const document = { ...emptyDocument(), nodes: chain, edges };
    const kept = (id: string | null): readonly string[] =>
      flow
        .build(document, nothing, words, id)
        .filter(({ dragging }) => dragging === true)
        .map((each) => each.id);
    expect(kept(null)).toEqual([]);
    expect(kept('b')).toEqual(['a', 'b', 'c']);
    expect(kept('a')).toEqual(['a', 'b']);
    expect(kept('gone')).toEqual([]);
  });

  it('name the nodes on the other ends of their wires', () => {
    const [, scale] = createFlowNodes().build(pipeline, nothing, words);
    expect(scale?.type === 'kind' ? scale.data.fedBy : '').toBe('Sample data');
  });
});
