import { describe, expect, it } from 'vitest';
import { exampleDocument, exampleLine, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import type { PipelineGroup, PipelineNode } from './document';
import { flattenGroups } from './flatten-groups';

const group = (id: string, within: Pick<PipelineGroup, 'nodes'> & Partial<PipelineGroup>, mode = 'on' as const) => ({
  ...exampleNode(id, 'group', { mode }),
  group: { edges: [], notes: [], inputs: [], outputs: [], parameters: [], ...within },
});
const ports = (end: string) => ({ inputs: [{ name: 'in', end }], outputs: [{ name: 'out', end }] });
const shown = (nodes: readonly PipelineNode[]) => nodes.map(({ id, mode }) => `${id} ${mode}`);

describe('a document with groups', () => {
  it('runs as the nodes within, wired through the ports of the group', () => {
    const nodes = [exampleNode('a', 'prepare.scale'), exampleNode('b', 'prepare.scale', { mode: 'bypassed' })];
    const prepare = group('g', {
      nodes,
      edges: exampleWires('a.table > b.table'),
      inputs: [{ name: 'raw', end: 'a.table' }],
      outputs: [{ name: 'ready', end: 'b.table' }],
    });
    const flat = flattenGroups(
      exampleDocument(
        [exampleNode('source1', 'ingest.source'), prepare, exampleNode('dense1', 'train.dense')],
        exampleWires('source1.table > g.raw', 'g.ready > dense1.table'),
      ),
    );
    expect(shown(flat.nodes)).toEqual(['source1 on', 'g/a on', 'g/b bypassed', 'dense1 on']);
    expect(flat.edges).toEqual(
      exampleWires('source1.table > g/a.table', 'g/b.table > dense1.table', 'g/a.table > g/b.table'),
    );
  });

  it('may hold groups within groups', () => {
    const inner = group('g', { nodes: [exampleNode('a', 'prepare.scale')], ...ports('a.table') });
    const outer = group('g', { nodes: [inner], ...ports('g.in') });
    const wired = { ...outer, group: { ...outer.group, outputs: [{ name: 'out', end: 'g.out' }] } };
    const flat = flattenGroups(
      exampleDocument(
        [exampleNode('source1', 'ingest.source'), wired, exampleNode('dense1', 'train.dense')],
        exampleWires('source1.table > g.in', 'g.out > dense1.table'),
      ),
    );
    expect(flat.edges).toEqual(exampleWires('source1.table > g/g/a.table', 'g/g/a.table > dense1.table'));
  });

  it('that is off takes everything within along, and bypassed what is on', () => {
    const nodes = [exampleNode('a', 'prepare.scale'), exampleNode('b', 'prepare.scale', { mode: 'off' })];
    const off = { ...group('g', { nodes }), mode: 'off' as const };
    const bypassed = { ...off, mode: 'bypassed' as const };
    expect(shown(flattenGroups(exampleDocument([off])).nodes)).toEqual(['g/a off', 'g/b off']);
    expect(shown(flattenGroups(exampleDocument([bypassed])).nodes)).toEqual(['g/a bypassed', 'g/b off']);
  });

  it('without any is the very same document', () => {
    const document = exampleLine();
    expect(flattenGroups(document)).toBe(document);
  });

  it('keeps a wire at a port that the group does not have, as a dangling one', () => {
    const flat = flattenGroups(exampleDocument([group('g', { nodes: [] })], exampleWires('g.no > g.none')));
    expect(flat.edges).toEqual(exampleWires('g.no > g.none'));
  });
});
