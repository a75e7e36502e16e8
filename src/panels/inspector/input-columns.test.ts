import { expect, it } from 'vitest';
import type { PipelineDocument } from '../../graph/document';
import { catalog } from '../../nodes/catalog';
import type { Field } from '../../table/table';
import { fittingColumns, inputColumns } from './input-columns';

const fields: Field[] = [
  { name: 'age', type: 'number', role: null },
  { name: 'city', type: 'category', role: null },
  { name: 'price', type: 'number', role: 'target' },
];
const document: PipelineDocument = {
  format: 'millrace/pipeline',
  version: 4,
  name: '',
  description: '',
  seed: 1,
  notes: [],
  nodes: [],
  edges: [{ from: 'a.table', to: 'b.table' }],
};
const schemas = {
  a: { table: { type: 'table' as const, fields, complete: true, partitioned: false, fittedBeforeSplit: [] } },
};

it('an input offers the columns of the output that is wired to it', () => {
  expect(inputColumns(catalog.compile(document), schemas, 'b', 'table')).toEqual(fields);
});
it('an unconnected input offers nothing, which is not the same as no columns', () => {
  expect(inputColumns(catalog.compile(document), schemas, 'c', 'table')).toBeNull();
});
it('columns are narrowed by type and by role', () => {
  expect(fittingColumns(fields, { types: ['number'], roles: [null] }).map((field) => field.name)).toEqual(['age']);
});
