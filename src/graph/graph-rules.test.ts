import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument, someWire } from '../testing/graph/arbitrary-documents';
import {
  exampleCatalog,
  exampleDocument,
  exampleLine,
  exampleNode,
  exampleWires,
} from '../testing/graph/example-catalog';
import { applyEdit } from './apply-edit';
import { canConnect } from './can-connect';
import { structureProblems } from './structure-problems';
import { sourceOf, targetOf } from './wire';

const ask = (from: string, to: string, document = exampleLine()) =>
  canConnect(exampleCatalog.compile(document), from, to);
const reason = (from: string, to: string, document = exampleLine()): string => {
  const answer = ask(from, to, document);
  return answer.ok ? '' : answer.reason.en;
};

describe('connection rules', () => {
  it('join an output to a free input of the same type', () => {
    const document = { ...exampleLine(), edges: [] };
    expect(ask('source1.table', 'scale1.table', document)).toEqual({ ok: true });
  });

  it('replace the wire at a taken input, and say which', () => {
    expect(ask('source1.table', 'evaluate1.table')).toEqual({
      ok: true,
      replaces: { from: 'scale1.table', to: 'evaluate1.table' },
    });
  });

  it('refuse other types, the node itself, a wire that is there, two outputs, and a circle, each with its reason', () => {
    expect(reason('source1.table', 'evaluate1.model')).toBe('This input takes a model, not a table.');
    expect(reason('scale1.table', 'scale1.table')).toMatch(/itself/);
    expect(reason('source1.table', 'scale1.table')).toMatch(/already/);
    expect(reason('source1.table', 'source1.table')).toMatch(/output to an input/);
    expect(reason('scale1.table', 'source1.table')).toMatch(/output to an input/);
    expect(reason('source1.table', 'nobody.table')).toMatch(/not on the canvas/);
    const chain = exampleDocument(
      [exampleNode('a', 'prepare.scale'), exampleNode('b', 'prepare.scale')],
      exampleWires('a.table > b.table'),
    );
    expect(reason('b.table', 'a.table', chain)).toMatch(/cycle/);
  });

  it('let a circle close at a feedback input only', () => {
    const document = applyEdit(
      exampleLine(),
      {
        type: 'addNodes',
        nodes: [exampleNode('gate1', 'retrain.gate')],
        edges: exampleWires('serve1.model > gate1.model'),
      },
      exampleCatalog,
    );
    expect(reason('gate1.model', 'serve1.model', document)).toMatch(/cycle/);
    expect(ask('gate1.model', 'serve1.promoted', document)).toEqual({ ok: true });
  });

  it('join ports of the loop to ports that speak while it ticks, and say which node does not', () => {
    const document = applyEdit(
      exampleLine(),
      {
        type: 'addNodes',
        nodes: [
          exampleNode('monitor1', 'retrain.monitor', { label: 'Watch' }),
          exampleNode('again1', 'retrain.train'),
          exampleNode('gate1', 'retrain.gate'),
        ],
        edges: exampleWires('serve1.predictions > monitor1.predictions', 'serve1.model > again1.model'),
      },
      exampleCatalog,
    );
    expect(structureProblems(exampleCatalog.compile(document))).toEqual([]);
    expect(reason('dense1.model', 'again1.model', document)).toMatch(
      /“The train” listens here while.*“The dense” gives/,
    );
    expect(reason('again1.model', 'evaluate1.model', document)).toMatch(
      /“The train” gives this only while.*“The evaluate”/,
    );
    const forced = {
      ...document,
      edges: [...document.edges, ...exampleWires('again1.model > gate1.model')],
    };
    expect(structureProblems(exampleCatalog.compile(forced))).toMatchObject([
      { code: 'wire-live', severity: 'error', nodeId: 'gate1', port: 'model' },
    ]);
  });

  it('never make a document with a problem, whatever is tried', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        expect(structureProblems(exampleCatalog.compile(document))).toEqual([]);
      }),
    );
  });

  it('refuse exactly the wires that would make a problem, where the input is free', () => {
    fc.assert(
      fc.property(someDocument, fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), (document, numbers) => {
        const edge = someWire(document, numbers);
        if (edge === null || document.edges.some((wire) => wire.to === edge.to)) return;
        const forced = { ...document, edges: [...document.edges, edge] };
        const sound =
          structureProblems(exampleCatalog.compile(forced)).length === 0 && sourceOf(edge) !== targetOf(edge);
        expect(canConnect(exampleCatalog.compile(document), edge.from, edge.to).ok).toBe(sound);
      }),
      { numRuns: 300 },
    );
  });
});

describe('ordering', () => {
  it('puts every node after what it needs, names each node once, and is stable', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const { order, cycles } = exampleCatalog.compile(document);
        expect(cycles).toEqual([]);
        expect([...order].sort()).toEqual(document.nodes.map((node) => node.id).sort());
        const at = new Map(order.map((id, index) => [id, index]));
        for (const edge of document.edges) {
          if (edge.to.endsWith('.promoted')) continue;
          expect(at.get(sourceOf(edge))).toBeLessThan(at.get(targetOf(edge)) ?? -1);
        }
        const shuffledWires = { ...document, edges: [...document.edges].reverse() };
        expect(exampleCatalog.compile(shuffledWires).order).toEqual(order);
      }),
    );
  });

  it('keeps the order of the document where wires do not decide', () => {
    const document = exampleDocument(['c', 'a', 'b'].map((id) => exampleNode(id, 'ingest.source')));
    expect(exampleCatalog.compile(document).order).toEqual(['c', 'a', 'b']);
  });

  it('names each circle and what waits behind it, and still orders the rest', () => {
    const steps = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => exampleNode(id, 'prepare.scale'));
    const document = exampleDocument(
      steps,
      exampleWires(
        'c.table > b.table',
        'b.table > c.table',
        'c.table > d.table',
        'e.table > f.table',
        'g.table > e.table',
        'f.table > g.table',
      ),
    );
    expect(exampleCatalog.compile(document)).toMatchObject({
      order: ['a'],
      cycles: [
        ['b', 'c'],
        ['e', 'f', 'g'],
      ],
      blocked: ['d'],
    });
  });

  it('finds a circle exactly where closing a wire makes two nodes reach each other', () => {
    fc.assert(
      fc.property(someDocument, fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), (document, numbers) => {
        const edge = someWire(document, numbers);
        if (edge === null || edge.to.endsWith('.promoted')) return;
        const reaches = exampleCatalog
          .compile(document)
          .downstream([targetOf(edge)])
          .has(sourceOf(edge));
        const forced = { ...document, edges: [...document.edges, edge] };
        expect(exampleCatalog.compile(forced).cycles.length > 0).toBe(reaches);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a long chain without recursion, circle included', () => {
    const ids = Array.from({ length: 2_000 }, (_, index) => `n${index}`);
    const wires = ids.slice(1).map((id, index) => ({ from: `n${index}.table`, to: `${id}.table` }));
    const chain = exampleDocument(
      ids.map((id) => exampleNode(id, 'prepare.scale')),
      wires,
    );
    expect(exampleCatalog.compile(chain).order).toEqual(ids);
    const ring = { ...chain, edges: [...wires, { from: 'n1999.table', to: 'n0.table' }] };
    expect(exampleCatalog.compile(ring).cycles).toEqual([ids]);
  });
});

describe('reachability', () => {
  it('goes up and down the wires, the node itself included, and not through feedback', () => {
    const document = exampleLine();
    expect([...exampleCatalog.compile(document).upstream(['evaluate1'])].sort()).toEqual([
      'dense1',
      'evaluate1',
      'scale1',
      'source1',
    ]);
    expect([...exampleCatalog.compile(document).downstream(['dense1'])].sort()).toEqual([
      'dense1',
      'evaluate1',
      'serve1',
    ]);
    const looped = { ...document, edges: [...document.edges, { from: 'dense1.model', to: 'serve1.promoted' }] };
    expect(exampleCatalog.compile({ ...looped, edges: looped.edges.slice(-1) }).upstream(['serve1'])).toEqual(
      new Set(['serve1']),
    );
  });

  it('is the same seen from either end', () => {
    fc.assert(
      fc.property(someDocument, fc.nat(), fc.nat(), (document, i, j) => {
        const a = document.nodes[i % Math.max(1, document.nodes.length)]?.id;
        const b = document.nodes[j % Math.max(1, document.nodes.length)]?.id;
        if (a === undefined || b === undefined) return;
        expect(exampleCatalog.compile(document).downstream([a]).has(b)).toBe(
          exampleCatalog.compile(document).upstream([b]).has(a),
        );
      }),
    );
  });
});
