import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useDocument } from '../store/document/document-store';
import { pipelineNow } from '../store/document/pipeline';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { kindsFor } from './add/kind-choices';
import { createFlowEdges } from './canvas/flow-edges';
import { connectEnds, rewire } from './edit-actions';
import { consequenceAt, snapAt } from './wire/snap-wire';

// No kind of the product has such ports yet: the page is given kinds that do.
vi.mock('../nodes/specs', async () => {
  const { portSpecs } = await import('../testing/nodes/port-specs');
  return { specs: portSpecs };
});

const document = exampleDocument(
  [
    ...['a', 'b', 'c'].map((id) => exampleNode(id, 'test.source')),
    exampleNode('u', 'test.union'),
    exampleNode('k', 'test.counted', { params: { inputs: 2 } }),
  ],
  exampleWires('a.table > u.in', 'b.table > u.in', 'a.table > k.in1', 'b.table > k.in2'),
);
const { apply, undo } = useDocument.getState();
const sources = (port: string, nodeId = 'u') =>
  pipelineNow()
    .into(nodeId, port)
    .map(({ from }) => from.nodeId);
const set = (inputs: number) =>
  apply({ type: 'setParams', nodeId: 'k', params: { inputs } }, { en: 'Set', ko: '설정' });

beforeEach(() => {
  apply({ type: 'replaceAll', document }, { en: 'Open', ko: '열기' });
});

describe('on the canvas, an input that takes many wires', () => {
  it('takes a further one and says so, where one that takes a single wire lets its own go', () => {
    expect(connectEnds('c.table', 'u.in')).toBeNull();
    expect(sources('in')).toEqual(['a', 'b', 'c']);
    expect(connectEnds('c.table', 'k.in1')).toBeNull();
    expect(sources('in1', 'k')).toEqual(['c']);
    expect(connectEnds('a.table', 'u.in')?.en).toMatch(/already/);
  });

  it('keeps the place of a wire whose end is moved to another node, as one step', () => {
    expect(rewire({ from: 'a.table', to: 'u.in' }, { from: 'c.table', to: 'u.in' })).toBeNull();
    expect(sources('in')).toEqual(['c', 'b']);
    undo();
    expect(sources('in')).toEqual(['a', 'b']);
  });

  it('has its wires drawn with their place, which they change when the order changes, and no other wire', () => {
    const named: string[] = [];
    const edges = createFlowEdges();
    const draw = () =>
      edges(useDocument.getState().document, [], (from, to, place) => {
        const name = `${from.id} ${to.id} ${place === null ? '' : `${place.at + 1}/${place.of}`}`;
        named.push(name);
        return name;
      });
    const before = draw();
    expect(named).toEqual(['a u 1/2', 'b u 2/2', 'a k ', 'b k ']);
    apply({ type: 'moveWire', edge: { from: 'b.table', to: 'u.in' }, to: 0 }, { en: 'Order', ko: '순서' });
    const after = draw();
    expect(after.map(({ data }) => data?.place?.at ?? null)).toEqual([0, 1, null, null]);
    expect(after[2]).toBe(before[2]);
    expect(after.find(({ id }) => id === before[0]?.id)).not.toBe(before[0]);
    undo();
    expect(draw().map(({ ariaLabel }) => ariaLabel)).toEqual(before.map(({ ariaLabel }) => ariaLabel));
  });

  it('is what a wire let go over its node goes to, wired or not', () => {
    const wiring = { nodeId: 'c', port: 'table', side: 'outputs', type: 'table' } as const;
    const apart = {
      ...document,
      nodes: document.nodes.map((node) => (node.id === 'u' ? { ...node, position: { x: 900, y: 0 } } : node)),
    };
    apply({ type: 'replaceAll', document: apart }, { en: 'Open', ko: '열기' });
    expect(snapAt(pipelineNow(), wiring, { x: 950, y: 40 })).toMatchObject({
      ok: true,
      edge: { from: 'c.table', to: 'u.in' },
    });
    const over = (nodeId: string, port: string | null) =>
      consequenceAt(pipelineNow(), wiring, { nodeId, port }, { x: 950, y: 40 })?.en;
    expect(over('u', 'in')).toBe('It comes after the 2 wires here.');
    expect(over('u', null)).toBe('It comes after the 2 wires here.');
    expect(over('k', 'in1')).toBe('It takes the place of the wire from “Source”.');
    expect(over('k', 'nothing')).toBeUndefined();
  });

  it('offers kinds that take many after an output, and offers nothing to what has no port for it', async () => {
    const { catalog } = await import('../nodes/catalog');
    const after = { type: 'wire', end: { nodeId: 'c', port: 'table' }, side: 'outputs' } as const;
    const ids = kindsFor(document, catalog, after, null).map(({ id }) => String(id));
    expect(ids).toContain('test.union');
    // With its defaults this kind has no input at all.
    expect(ids).not.toContain('test.counted');
  });
});

describe('on the canvas, ports that depend on params', () => {
  it('take their wires off the canvas when they go, and bring them back', () => {
    const edges = createFlowEdges();
    const drawn = () => edges(useDocument.getState().document, [], () => '').map(({ id }) => id);
    const before = drawn();
    set(1);
    expect(drawn()).toEqual(before.filter((id) => id !== 'b.table k.in2'));
    set(2);
    expect(drawn()).toEqual(before);
  });
});
