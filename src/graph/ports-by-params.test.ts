import { describe, expect, it } from 'vitest';
import { exampleCatalog, exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { applyEdit } from './apply-edit';
import { canConnect } from './can-connect';
import type { PipelineDocument } from './document';
import type { Edit } from './edit';
import { structureProblems } from './structure-problems';

const edit = (document: PipelineDocument, change: Edit) => applyEdit(document, change, exampleCatalog);
const compile = exampleCatalog.compile;
const ports = (document: PipelineDocument) => {
  const node = compile(document).node('take1');
  return [node?.inputs.map(({ name }) => name), node?.outputs.map(({ name }) => name)];
};
const set = (document: PipelineDocument, params: { inputs?: number; rest?: boolean; other?: number }) =>
  edit(document, { type: 'setParams', nodeId: 'take1', params });

/** Two tables into a node that has two inputs and two outputs; both outputs are read. */
const both = exampleDocument(
  [
    exampleNode('a', 'ingest.source'),
    exampleNode('b', 'ingest.source'),
    exampleNode('take1', 'prepare.take', { params: { inputs: 2, rest: true } }),
    exampleNode('scale1', 'prepare.scale'),
    exampleNode('union1', 'prepare.union'),
  ],
  exampleWires(
    'a.table > take1.table1',
    'b.table > take1.table2',
    'take1.table > scale1.table',
    'take1.rest > union1.tables',
    'a.table > union1.tables',
  ),
);

describe('ports that depend on params', () => {
  it('are the node’s own, so that two nodes of one kind may differ', () => {
    expect(ports(both)).toEqual([
      ['table1', 'table2'],
      ['table', 'rest'],
    ]);
    expect(ports(set(both, {}))).toEqual([['table1'], ['table']]);
    const other = exampleNode('take2', 'prepare.take', { params: { inputs: 3 } });
    const more = compile({ ...both, nodes: [...both.nodes, other] });
    expect(more.node('take2')?.inputs).toHaveLength(3);
    expect(more.node('take1')?.inputs).toHaveLength(2);
  });

  it('are the same objects while they stay as they are, and nothing is joined anew', () => {
    const document = { ...both, edges: [...both.edges] };
    const before = compile(document);
    const after = compile(set(document, { inputs: 2, rest: true, other: 1 }));
    expect(after.wires).toBe(before.wires);
    expect(after.node('take1')?.inputs).toBe(before.node('take1')?.inputs);
    expect(compile(set(document, { inputs: 3, rest: true })).wires).not.toBe(before.wires);
  });

  it('are told as gone with the wire and the remedy, and the wire takes no part meanwhile', () => {
    const fewer = set(both, { inputs: 1 });
    expect(fewer.edges).toBe(both.edges);
    const problems = structureProblems(compile(fewer));
    expect(problems.map(({ code, severity, nodeId }) => [code, severity, nodeId])).toEqual([
      ['port-vanished', 'warning', 'take1'],
      ['port-vanished', 'warning', 'take1'],
    ]);
    expect(problems[0]?.message.en).toContain('from “The source” to “The take”');
    expect(problems[0]?.message.ko).toContain('“source 노드”에서 “take 노드”로');
    expect(problems[0]?.hint.en).toMatch(/Set “The take” so that.*remove the wire/);
    const pipeline = compile(fewer);
    expect(pipeline.upstream(['take1'])).toEqual(new Set(['take1', 'a']));
    expect(pipeline.sources('union1', 'tables')).toEqual([{ nodeId: 'a', port: 'table' }]);
    expect(pipeline.downstream(['take1'])).toEqual(new Set(['take1', 'scale1']));
  });

  it('come back with their wires when the params are set back', () => {
    const back = set(set(both, { inputs: 1 }), { inputs: 2, rest: true });
    expect(structureProblems(compile(back))).toEqual([]);
    expect(compile(back).wires).toEqual(compile(both).wires);
    expect(back).toEqual(both);
  });

  it('keep wires waiting whatever else is edited, and in the order they had', () => {
    const waiting = set(both, { inputs: 2 });
    const more = edit(waiting, {
      type: 'connect',
      edge: { from: 'b.table', to: 'union1.tables' },
      replace: true,
    });
    const back = compile(set(more, { inputs: 2, rest: true }));
    expect(back.sources('union1', 'tables').map(({ nodeId }) => nodeId)).toEqual(['take1', 'a', 'b']);
  });

  it('take no wire that they do not have now', () => {
    expect(canConnect(compile(both), 'a.table', 'take1.table3').ok).toBe(false);
    expect(canConnect(compile(set(both, { inputs: 3 })), 'a.table', 'take1.table3').ok).toBe(true);
  });

  it('heal over a deleted node with no wire that waited at it', () => {
    const remove = { type: 'remove', nodeIds: ['take1'], edges: [], noteIds: [], heal: true } as const;
    const healed = ({ edges }: PipelineDocument) => edges.map(({ from, to }) => `${from} > ${to}`);
    expect(healed(edit(both, remove))).toEqual([
      'a.table > scale1.table',
      'b.table > union1.tables',
      'a.table > union1.tables',
    ]);
    expect(healed(edit(set(both, { inputs: 1 }), remove))).toEqual([
      'a.table > scale1.table',
      'a.table > union1.tables',
    ]);
  });

  it('decide which wires stay where a node gets such a kind', () => {
    const change = { type: 'setKind', nodeId: 'union1', kind: 'prepare.take' } as const;
    const two = edit(both, { ...change, params: { inputs: 2 } });
    expect(two.edges.filter(({ to }) => to.startsWith('union1.')).map(({ to }) => to)).toEqual([
      'union1.table1',
      'union1.table2',
    ]);
    expect(edit(both, { ...change, params: { inputs: 1 } }).edges).toHaveLength(4);
  });

  it('are an error of the node where the kind has the same ports whatever its params', () => {
    const wrong = { ...both, edges: exampleWires('a.table > scale1.no') };
    expect(structureProblems(compile(wrong))).toMatchObject([{ code: 'port-not-found', severity: 'error' }]);
  });
});
