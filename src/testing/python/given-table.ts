import { z } from 'zod';
import { text } from '../../lib/text';
import { defineCode } from '../../nodes/contract/code';
import { defineKind } from '../../nodes/contract/kind';
import { defineRunner } from '../../nodes/contract/runner';
import { readRows } from '../../nodes/python/read-rows';
import { COLUMN_TYPES, ROLES } from '../../table/column-types';
import { sourceFields } from '../../table/source-fields';
import { makeColumn, makeTable } from '../table/make-table';

const cell = z.union([z.number(), z.string(), z.boolean(), z.null()]);

/** A kind for tests: a table whose cells stand in its params. */
export const givenSpec = defineKind({
  id: 'test.given',
  version: 1,
  stage: 'ingest',
  role: 'source',
  computesWith: 'nothing',
  icon: 'box',
  title: text('Given rows', '주어진 행'),
  keywords: [],
  inputs: [],
  outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  params: z.strictObject({
    columns: z
      .array(
        z.strictObject({
          name: z.string(),
          type: z.enum(COLUMN_TYPES).exactOptional(),
          role: z.enum(ROLES).nullable().default(null),
          cells: z.array(cell),
        }),
      )
      .default([]),
  }),
  form: { columns: { label: text('Columns', '열'), control: { type: 'text' } } },
  summary: () => text('rows', '행'),
  infer: () => ({ outputs: {}, problems: [] }),
});

export const givenRunner = defineRunner(givenSpec, {
  run: async (_inputs, { columns }) => {
    const table = makeTable(columns.map(({ name, cells, role, type }) => makeColumn(name, cells, role, type)));
    const recipe = { source: sourceFields(table.columns), steps: [] };
    return { table: { type: 'table', table: { ...table, recipe } } };
  },
});

export const givenCode = defineCode(givenSpec, {
  python: (node) => readRows(node, 'rows', text('The rows of the test.', '테스트용 행이에요.')),
});
