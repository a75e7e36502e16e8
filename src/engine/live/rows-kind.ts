import { counted } from '../../lib/figures';
import '../../lib/zod-without-eval';
import { z } from 'zod';
import { createCatalog } from '../../graph/catalog';
import { text } from '../../lib/text';
import { type AnySpec, defineKind } from '../../nodes/contract/kind';
import { schemaOf } from '../../table/schema';
import type { Table } from '../../table/table';
import type { Kinds } from '../kinds';

/** A kind of the engine's own: rows that are there already, in the place of a node that would make them. */
export const ROWS_KIND = 'engine.rows';

/** The kinds, and one more whose nodes give this table. */
export function withRows(kinds: Kinds, table: Table): Kinds {
  const spec = defineKind({
    id: ROWS_KIND,
    version: 1,
    stage: 'ingest',
    role: 'source',
    computesWith: 'nothing',
    icon: 'rows-3',
    title: text('Rows', '행'),
    keywords: [],
    inputs: [],
    outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
    params: z.strictObject({ hash: z.string().default('') }),
    form: { hash: { label: text('Hash', '해시'), control: { type: 'text' } } },
    summary: () => text(counted(table.rows, 'row'), `${table.rows}행`),
    infer: () => ({ outputs: { table: schemaOf(table) }, problems: [] }),
  });
  return {
    catalog: createCatalog<AnySpec>([...kinds.catalog.all, spec]),
    runners: new Map([
      ...kinds.runners,
      [ROWS_KIND, { kind: ROWS_KIND, run: async () => ({ table: { type: 'table', table } }) }],
    ]),
    live: kinds.live,
  };
}
