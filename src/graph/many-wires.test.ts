import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument } from '../testing/graph/arbitrary-documents';
import { exampleCatalog, exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { applyEdit } from './apply-edit';
import { canConnect } from './can-connect';
import { copyText } from './clipboard';
import type { PipelineDocument, PipelineEdge } from './document';
import type { Edit } from './edit';
import { flattenGroups } from './flatten-groups';
import { createLocalKeys } from './local-keys';
import { openDocument } from './open-document';
import { pasteEdit, readClip } from './paste';
import { pipelineHash } from './pipeline-hash';
import { wireToEnd } from './plan-wires';
import { saveDocument } from './save-document';
import { structureProblems } from './structure-problems';

const edit = (document: PipelineDocument, change: Edit) => applyEdit(document, change, exampleCatalog);
const wires = ({ edges }: PipelineDocument) => edges.map(({ from, to }) => `${from} > ${to}`);
const wire = (text: string): PipelineEdge => exampleWires(text)[0] ?? { from: '', to: '' };
const fed = (document: PipelineDocument, nodeId = 'union1', port = 'tables') =>
  exampleCatalog
    .compile(document)
    .sources(nodeId, port)
    .map(({ nodeId: id }) => id);
const remove = (nodeIds: readonly string[], heal: boolean): Edit => ({
  type: 'remove',
  nodeIds,
  edges: [],
  noteIds: [],
  heal,
});

/** Three sources into a union, the second through a step; what the union gives is scaled. */
const union = exampleDocument(
  [
    ...['a', 'b', 'c'].map((id) => exampleNode(id, 'ingest.source')),
    exampleNode('scale1', 'prepare.scale'),
    exampleNode('union1', 'prepare.union'),
    exampleNode('scale2', 'prepare.scale'),
  ],
  exampleWires(
    'a.table > union1.tables',
    'b.table > scale1.table',
    'scale1.table > union1.tables',
    'c.table > union1.tables',
    'union1.table > scale2.table',
  ),
);

describe('an input that takes many wires', () => {
  it('takes a further one behind the others, and each but once', () => {
    const twice = canConnect(exampleCatalog.compile(union), 'a.table', 'union1.tables');
    expect(twice.ok ? '' : twice.reason.en).toMatch(/already/);
    const after = edit(union, { type: 'connect', edge: wire('b.table > union1.tables'), replace: true });
    expect(fed(after)).toEqual(['a', 'scale1', 'c', 'b']);
    expect(structureProblems(exampleCatalog.compile(after))).toEqual([]);
  });

  it('is a problem only where the input takes one, and is named', () => {
    const forced = { ...union, edges: [...union.edges, wire('a.table > scale2.table')] };
    const [problem, ...rest] = structureProblems(exampleCatalog.compile(forced));
    expect(problem).toMatchObject({ code: 'input-taken', nodeId: 'scale2', port: 'table' });
    expect(problem?.message.en).toContain('“table” of “The scale” takes one wire');
    expect(rest).toEqual([]);
  });

  it('is free, for what looks for an input that loses nothing', () => {
    const found = wireToEnd(exampleCatalog.compile(union), 'union1', { nodeId: 'b', port: 'table' }, 'outputs');
    expect(found).toEqual(wire('b.table > union1.tables'));
  });

  it('gets its wires in another order, and nothing else moves', () => {
    const moved = edit(union, { type: 'moveWire', edge: wire('c.table > union1.tables'), to: 0 });
    expect(fed(moved)).toEqual(['c', 'a', 'scale1']);
    expect(wires(moved).filter((each) => !each.endsWith('union1.tables'))).toEqual([
      'b.table > scale1.table',
      'union1.table > scale2.table',
    ]);
    for (const to of [-1, 0.5, 3, 2]) {
      expect(edit(union, { type: 'moveWire', edge: wire('c.table > union1.tables'), to })).toBe(union);
    }
    expect(edit(union, { type: 'moveWire', edge: wire('b.table > union1.tables'), to: 0 })).toBe(union);
  });

  it('has its wires permuted by any such edit, and no more', () => {
    fc.assert(
      fc.property(someDocument, fc.nat(), fc.nat({ max: 5 }), (document, pick, to) => {
        const edge = document.edges[pick % Math.max(1, document.edges.length)];
        if (edge === undefined) return;
        const among = document.edges.filter((each) => each.to === edge.to);
        const after = edit(document, { type: 'moveWire', edge, to });
        expect(after !== document).toBe(to < among.length && among[to] !== edge);
        if (after !== document) expect(after.edges.filter((each) => each.to === edge.to)[to]).toBe(edge);
        expect(after.edges.filter((each) => each.to !== edge.to)).toEqual(
          document.edges.filter((each) => each.to !== edge.to),
        );
        expect([...wires(after)].sort()).toEqual([...wires(document)].sort());
        expect(edit(after, { type: 'moveWire', edge, to: among.indexOf(edge) }).edges).toEqual(document.edges);
      }),
    );
  });

  it('keeps the place of a wire whose other end moves elsewhere, that another node goes into, or that is healed', () => {
    const instead = wire('a.table > union1.tables');
    const drawn = { type: 'connect', edge: wire('b.table > union1.tables'), replace: true, instead } as const;
    expect(fed(edit(union, drawn))).toEqual(['b', 'scale1', 'c']);
    const away = edit(union, { ...drawn, edge: wire('a.table > scale2.table') });
    expect(fed(away)).toEqual(['scale1', 'c']);
    expect(fed(away, 'scale2', 'table')).toEqual(['a']);
    const more = { ...union, nodes: [...union.nodes, exampleNode('scale3', 'prepare.scale')] };
    expect(fed(edit(more, { type: 'splice', nodeId: 'scale3', edge: instead }))).toEqual(['scale3', 'scale1', 'c']);
    expect(fed(edit(union, remove(['scale1'], true)))).toEqual(['a', 'b', 'c']);
    expect(fed(edit(union, remove(['scale1'], false)))).toEqual(['a', 'c']);
  });

  it('is healed with all that fed the node before it, and one that takes one with the first', () => {
    expect(fed(edit(union, remove(['union1'], true)), 'scale2', 'table')).toEqual(['a']);
    const two = exampleDocument(
      [...union.nodes, exampleNode('d', 'ingest.source'), exampleNode('union2', 'prepare.union')],
      [
        ...union.edges,
        ...exampleWires('d.table > union2.tables', 'union1.table > union2.tables', 'b.table > union2.tables'),
      ],
    );
    expect(fed(edit(two, remove(['union1'], true)), 'union2')).toEqual(['d', 'a', 'scale1', 'c', 'b']);
  });

  it('keeps all its wires in their order where a node is copied, saved and opened, or given another such kind', () => {
    const read = readClip(
      copyText(
        union,
        union.nodes.map(({ id }) => id),
      ) ?? '',
    );
    if (!read.ok) throw new Error(read.reason.en);
    const pasted = edit(union, pasteEdit(union, read.clip));
    const [sources, copied] = [fed(union), fed(pasted, 'union2')];
    expect(copied).toHaveLength(3);
    const place = (id: string, document: PipelineDocument) => document.nodes.findIndex((node) => node.id === id);
    expect(copied.map((id) => place(id, pasted) - union.nodes.length)).toEqual(sources.map((id) => place(id, union)));
    const opened = openDocument(saveDocument(union), exampleCatalog);
    expect(opened.ok && wires(opened.document)).toEqual(wires(union));
    const single = edit(union, { type: 'setKind', nodeId: 'union1', kind: 'prepare.scale', params: {} });
    expect(fed(single, 'union1', 'table')).toEqual(['a']);
    const again = edit(union, { type: 'setKind', nodeId: 'union1', kind: 'prepare.union', params: { other: 1 } });
    expect(fed(again)).toEqual(sources);
  });

  it('is fed through bypassed nodes in the order of its wires, and hands on its first where it is bypassed', () => {
    const bypassed = (id: string) => edit(union, { type: 'setMode', nodeIds: [id], mode: 'bypassed' });
    expect(fed(bypassed('scale1'))).toEqual(['a', 'b', 'c']);
    expect(fed(bypassed('union1'), 'scale2', 'table')).toEqual(['a']);
    const behind = bypassed('union1');
    const both = edit(
      { ...behind, nodes: [...behind.nodes, exampleNode('union2', 'prepare.union')] },
      { type: 'connect', edge: wire('union1.table > union2.tables'), replace: false },
    );
    expect(fed(both, 'union2')).toEqual(['a']);
  });

  it('gets wires from groups and within them in their order', () => {
    const group = {
      ...exampleNode('g', 'group'),
      group: {
        nodes: [exampleNode('union1', 'prepare.union'), exampleNode('own', 'ingest.source')],
        edges: exampleWires('own.table > union1.tables'),
        notes: [],
        inputs: [{ name: 'in', end: 'union1.tables' }],
        outputs: [{ name: 'out', end: 'union1.table' }],
        parameters: [],
      },
    };
    const flat = flattenGroups(
      exampleDocument(
        [
          exampleNode('a', 'ingest.source'),
          exampleNode('b', 'ingest.source'),
          group,
          exampleNode('u', 'prepare.union'),
        ],
        exampleWires('b.table > g.in', 'a.table > u.tables', 'g.out > u.tables', 'a.table > g.in'),
      ),
    );
    expect(fed(flat, 'g/union1')).toEqual(['b', 'a', 'g/own']);
    expect(fed(flat, 'u')).toEqual(['a', 'g/union1']);
  });

  it('makes another pipeline by another order of its wires, but by no other order', () => {
    const moved = edit(union, { type: 'moveWire', edge: wire('c.table > union1.tables'), to: 0 });
    const keys = createLocalKeys();
    const keyOf = (document: PipelineDocument) => keys(exampleCatalog.compile(document)).get('union1');
    const listed = { ...union, edges: union.edges.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)) };
    expect(wires(listed)).not.toEqual(wires(union));
    expect(pipelineHash(listed)).toBe(pipelineHash(union));
    expect(pipelineHash(moved)).not.toBe(pipelineHash(union));
    const first = keyOf(union);
    expect(keyOf(moved)).not.toBe(first);
    expect(keyOf(listed)).toBe(first);
  });

  it('leaves the hash of a pipeline without such an input as loops were named by', () => {
    const plain = exampleDocument(
      [exampleNode('a', 'ingest.source'), exampleNode('b', 'prepare.scale')],
      exampleWires('a.table > b.table'),
    );
    expect(pipelineHash(plain)).toBe('396378236a9a9e24ee6edb1cbefd8656d48eb5e3d41dbfe5cbf6f4fd83780503');
  });
});
