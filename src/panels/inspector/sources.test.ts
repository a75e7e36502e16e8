import { expect, it } from 'vitest';
import { applyEdit } from '../../graph/apply-edit';
import { exampleCatalog, exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import { orderedSources, waitingWires } from './sources';

const { compile } = exampleCatalog;
const document = exampleDocument(
  [
    ...['a', 'b'].map((id) => exampleNode(id, 'ingest.source')),
    exampleNode('take1', 'prepare.take', { params: { inputs: 2, rest: true } }),
    exampleNode('union1', 'prepare.union'),
    exampleNode('later1', 'prepare.later'),
  ],
  exampleWires(
    'b.table > union1.tables',
    'a.table > union1.tables',
    'a.table > take1.table1',
    'b.table > take1.table2',
    'take1.rest > union1.tables',
    'a.table > later1.any',
  ),
);

it('lists what feeds an input that takes many in its order, and nothing of inputs that take one', () => {
  const [found, ...rest] = orderedSources(compile(document), 'union1');
  expect(found?.port.name).toBe('tables');
  expect(found?.wires.map(({ from }) => from.nodeId)).toEqual(['b', 'a', 'take1']);
  expect(rest).toEqual([]);
  expect(orderedSources(compile(document), 'take1')).toEqual([]);
  expect(orderedSources(compile(document), 'later1')).toEqual([]);
});

it('lists the wires that wait for a port at the node that has it no longer, in and out', () => {
  expect(waitingWires(compile(document), 'take1')).toEqual([]);
  const fewer = applyEdit(document, { type: 'setParams', nodeId: 'take1', params: {} }, exampleCatalog);
  expect(waitingWires(compile(fewer), 'take1').map(({ edge }) => edge)).toEqual(
    exampleWires('b.table > take1.table2', 'take1.rest > union1.tables'),
  );
  for (const id of ['b', 'union1', 'later1']) expect(waitingWires(compile(fewer), id)).toEqual([]);
});
