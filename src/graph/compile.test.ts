import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument } from '../testing/graph/arbitrary-documents';
import {
  exampleCatalog,
  exampleDocument,
  exampleLine,
  exampleNode,
  exampleWires,
} from '../testing/graph/example-catalog';
import { applyEdit } from './apply-edit';
import { createCatalog } from './catalog';
import { withPartsOf } from './parts-in-common';
import { tickingNodes, withoutNodes } from './ticking';

const compile = exampleCatalog.compile;

/** The example's kinds, and which of a node's params were parsed. */
function counting() {
  const parsed: unknown[] = [];
  const catalog = createCatalog(
    exampleCatalog.all.map((kind) => ({
      ...kind,
      parseParams: (params: Parameters<typeof kind.parseParams>[0]) => {
        parsed.push(params);
        return kind.parseParams(params);
      },
    })),
  );
  return { catalog, parsed };
}

describe('compiling a document', () => {
  it('gives the same pipeline for the same document', () => {
    const document = exampleLine();
    expect(compile(document)).toBe(compile(document));
    expect(compile({ ...document })).not.toBe(compile(document));
  });

  it('works out nothing anew where nodes were moved or renamed, and still says where they stand and what they are called', () => {
    const { catalog, parsed } = counting();
    const before = catalog.compile(exampleLine());
    parsed.length = 0;
    const moved = applyEdit(before.document, { type: 'move', positions: { scale1: { x: 70, y: 9 } } }, catalog);
    const named = applyEdit(moved, { type: 'setLabel', nodeId: 'scale1', label: 'Scaled' }, catalog);
    const after = catalog.compile(named);
    expect(parsed).toEqual([]);
    expect(after.order).toBe(before.order);
    expect(after.wires).toBe(before.wires);
    expect(after.node('dense1')).toBe(before.node('dense1'));
    expect(after.node('scale1')?.parsed).toBe(before.node('scale1')?.parsed);
    expect(after.node('scale1')?.node).toMatchObject({ label: 'Scaled', position: { x: 70, y: 9 } });
  });

  it('parses the params that an edit changed alone, and orders nothing anew', () => {
    const { catalog, parsed } = counting();
    const before = catalog.compile(exampleLine());
    parsed.length = 0;
    const edit = { type: 'setParams', nodeId: 'scale1', params: { method: 'robust' } } as const;
    const after = catalog.compile(applyEdit(before.document, edit, catalog));
    expect(parsed).toEqual([{ method: 'robust' }]);
    expect(after.order).toBe(before.order);
  });

  it('knows a copy of a document part by part once it is told what it is a copy of', () => {
    fc.assert(
      fc.property(someDocument, someDocument, (document, other) => {
        expect(withPartsOf(structuredClone(document), document)).toBe(document);
        expect(withPartsOf(document, other)).toEqual(document);
      }),
    );
    const line = exampleLine();
    const edit = { type: 'setParams', nodeId: 'scale1', params: { method: 'robust' } } as const;
    const shared = withPartsOf(structuredClone(applyEdit(line, edit, exampleCatalog)), line);
    expect(shared.edges).toBe(line.edges);
    expect(shared.nodes.filter((node, i) => node !== line.nodes[i]).map(({ id }) => id)).toEqual(['scale1']);
  });

  it('takes each wire apart and finds it at both its ends', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const pipeline = compile(document);
        expect(pipeline.wires.map(({ edge }) => edge)).toEqual(document.edges);
        expect(pipeline.sequence.map(({ id }) => id).sort()).toEqual(document.nodes.map(({ id }) => id).sort());
        for (const wire of pipeline.wires) {
          expect(pipeline.into(wire.to.nodeId, wire.to.port)).toContain(wire);
          expect(pipeline.outOf(wire.from.nodeId)).toContain(wire);
          expect(pipeline.wire({ ...wire.edge })).toBe(wire);
          expect(wire.output?.type).toBe(wire.input?.type);
        }
      }),
    );
  });

  it('keeps a node of a kind that is not known, with its params and without ports', () => {
    const pipeline = compile(exampleDocument([exampleNode('later1', 'prepare.later', { params: { a: 1 } })]));
    expect(pipeline.node('later1')).toMatchObject({
      spec: undefined,
      parsed: { ok: true, params: { a: 1 } },
      inputs: [],
      outputs: [],
    });
  });
});

describe('what feeds an input', () => {
  const line = exampleDocument(
    [
      exampleNode('source1', 'ingest.source'),
      exampleNode('join1', 'prepare.join', { mode: 'bypassed' }),
      exampleNode('scale1', 'prepare.scale', { mode: 'bypassed' }),
      exampleNode('dense1', 'train.dense'),
      exampleNode('evaluate1', 'train.evaluate'),
      exampleNode('gate1', 'retrain.gate', { mode: 'bypassed' }),
      exampleNode('evaluate2', 'train.evaluate'),
      exampleNode('evaluate3', 'train.evaluate', { mode: 'off' }),
    ],
    exampleWires(
      'source1.table > join1.left',
      'join1.table > scale1.table',
      'scale1.table > dense1.table',
      'dense1.model > evaluate1.model',
      'dense1.model > gate1.model',
      'gate1.model > evaluate2.model',
      'gate1.model > evaluate3.model',
    ),
  );

  it('is the output behind all the nodes that are bypassed', () => {
    expect(compile(line).source('dense1', 'table')).toEqual({ nodeId: 'source1', port: 'table' });
    expect(compile(line).source('evaluate1', 'table')).toBeUndefined();
  });

  it('is nothing behind a bypassed node that has nothing to let through, and behind a ring of them', () => {
    const cut = { ...line, edges: line.edges.slice(1) };
    expect(compile(cut).source('dense1', 'table')).toBeUndefined();
    const ring = exampleDocument(
      ['a', 'b'].map((id) => exampleNode(id, 'prepare.scale', { mode: 'bypassed' })),
      exampleWires('a.table > b.table', 'b.table > a.table'),
    );
    expect(compile(ring).sources('a', 'table')).toEqual([]);
  });

  it('may be several outputs, in the order of the wires', () => {
    const more = { ...line, edges: [...line.edges, ...exampleWires('source1.table > dense1.table')] };
    const twice = { ...more, nodes: line.nodes.map((node) => ({ ...node, mode: 'on' as const })) };
    expect(compile(twice).sources('dense1', 'table')).toEqual([
      { nodeId: 'scale1', port: 'table' },
      { nodeId: 'source1', port: 'table' },
    ]);
  });

  it('says which evaluations measure a model: all that are on, through bypassed nodes', () => {
    const found = compile(line).evaluationsOf({ nodeId: 'dense1', port: 'model' });
    expect(found.map(({ id }) => id)).toEqual(['evaluate1', 'evaluate2']);
  });
});

describe('the nodes that tick', () => {
  const loop = exampleDocument(
    [
      exampleNode('monitor1', 'retrain.monitor'),
      exampleNode('dense1', 'train.dense'),
      exampleNode('serve1', 'serve.serve'),
      exampleNode('train1', 'retrain.train'),
      exampleNode('monitor2', 'retrain.monitor', { mode: 'off' }),
    ],
    exampleWires(
      'dense1.model > serve1.model',
      'serve1.predictions > monitor1.predictions',
      'serve1.predictions > monitor2.predictions',
      'serve1.model > train1.model',
      'train1.model > serve1.promoted',
    ),
  );
  const nodes = tickingNodes(compile(loop)).map(({ node: { id }, inputs, given }) => ({ id, inputs, given }));

  it('are those with a live port that are on, each after what it listens to', () => {
    expect(nodes.map(({ id }) => id)).toEqual(['serve1', 'monitor1', 'train1']);
    expect(nodes[0]?.given.map(({ port }) => port)).toEqual(['model']);
    expect(nodes[1]?.inputs).toEqual([
      {
        port: 'predictions',
        from: [{ nodeId: 'serve1', port: 'predictions' }],
        many: false,
        feedback: false,
        required: true,
      },
    ]);
  });

  it('go with a node that they cannot do without', () => {
    expect([...withoutNodes(nodes, new Set(['serve1']))]).toEqual([]);
    expect([...withoutNodes(nodes, new Set(['train1']))]).toEqual(['serve1', 'monitor1']);
  });

  it('hear all that is wired to an input that takes many, and go only where all of it goes', () => {
    const several = applyEdit(
      loop,
      {
        type: 'addNodes',
        nodes: [exampleNode('train2', 'retrain.train'), exampleNode('pool1', 'retrain.pool')],
        edges: exampleWires(
          'serve1.model > train2.model',
          'train2.model > pool1.models',
          'train1.model > pool1.models',
          'dense1.model > pool1.first',
        ),
      },
      exampleCatalog,
    );
    const all = tickingNodes(compile(several)).map(({ node: { id }, inputs, given }) => ({ id, inputs, given }));
    const pool = all.find(({ id }) => id === 'pool1');
    expect(pool?.inputs).toMatchObject([{ port: 'models', many: true, required: true, feedback: false }]);
    expect(pool?.inputs[0]?.from.map(({ nodeId }) => nodeId)).toEqual(['train2', 'train1']);
    expect(pool?.given).toMatchObject([{ port: 'first', many: true, from: [{ nodeId: 'dense1', port: 'model' }] }]);
    expect(withoutNodes(all, new Set(['train1'])).has('pool1')).toBe(true);
    expect(withoutNodes(all, new Set(['train1', 'train2'])).has('pool1')).toBe(false);
  });
});
