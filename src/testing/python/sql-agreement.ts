import { portsOf } from '../../graph/kind-shape';
import { codes } from '../../nodes/codes';
import type { AnyCodeNode, PyTable } from '../../nodes/contract/code';
import type { WireValue } from '../../nodes/contract/runner';
import { py } from '../../nodes/python/py';
import { specs } from '../../nodes/specs';
import { partColumn } from '../../nodes/sql/rows';
import { schemaOf } from '../../table/schema';
import type { Table } from '../../table/table';
import { type AgreementCase, exported } from './agreement';
import { differenceOf, refuseOtherParts } from './differences';
import { playSql } from './play-sql';

/** How far a SELECT lies from what its node gave; null where its kind says that SQL has no word for it. */
export interface SqlAgreement {
  readonly name: string;
  readonly sql: string | null;
  readonly reached: number | null;
}

/** Runs cases, and the last node of each as SQL over what came to it. */
export async function sqlAgreements(cases: readonly AgreementCase[]): Promise<readonly SqlAgreement[]> {
  const asked: { readonly name: string; readonly sql: string | null; readonly input: Table; readonly output: Table }[] =
    [];
  for (const given of cases) {
    const { document } = given;
    const last = document.nodes.at(-1);
    const wire = document.edges.find(({ to }) => to === `${last?.id}.table`);
    if (last === undefined || wire === undefined) throw new Error('a case ends with a step');
    const ends = [wire.from, `${last.id}.table`];
    const { values } = await exported({ ...given, checks: ends.map((end) => ({ end, within: 0 })) });
    const [input, output] = ends.map((end) => tableOf(values.get(end)));
    if (input === undefined || output === undefined) throw new Error('a step takes a table and gives one');
    const sql = sqlOf(last.kind, last.params, input, output);
    asked.push({ name: `${given.about}, ${given.name}`, sql, input, output });
  }
  const said = asked.flatMap((each) => (each.sql === null ? [] : [{ ...each, sql: each.sql }]));
  const played = playSql(said.map(({ input, sql }) => ({ table: input, part: partColumn(tableAt(input)), sql })));
  return asked.map((each): SqlAgreement => {
    const { name, sql, input, output } = each;
    const found = played[said.findIndex(({ name: other }) => other === name)];
    if (sql === null || found === undefined) return { name, sql, reached: null };
    if (!found.ok) throw new Error(`${name}: ${found.why}\n${sql}`);
    const index = Array.from({ length: found.rows }, (_, row) => output.sourceRows?.[row] ?? row);
    const { [partColumn(tableAt(input)) ?? '']: parts = null, ...columns } = found.columns;
    refuseOtherParts(output, { index, columns }, parts, name);
    return { name, sql, reached: differenceOf({ type: 'table', table: output }, { index, columns }, name) };
  });
}

function sqlOf(kind: string, params: AnyCodeNode['params'], input: Table, output: Table): string | null {
  const code = codes.find((each) => each.kind === kind);
  const spec = specs.find(({ id }) => id === kind);
  const parsed = spec?.parseParams(params);
  if (code === undefined || spec === undefined || parsed?.ok !== true) throw new Error(`${kind} cannot be written`);
  const [port = ''] = portsOf(spec, parsed).inputs.map(({ name }) => name);
  const node: AnyCodeNode = {
    id: 'asked',
    params: parsed.params,
    inputs: { [port]: tableAt(input) },
    output: () => schemaOf(output),
    seed: 0,
    name: () => py`x`,
    dataFile: (name) => name,
    givenFile: ({ name }) => name,
    fitted: null,
    learned: () => null,
    seen: null,
  };
  return code.sql?.(node) ?? null;
}

const tableAt = (table: Table): PyTable => ({
  type: 'table',
  schema: schemaOf(table),
  frame: py`frame`,
  parts: table.partition === null ? null : py`parts`,
  raw: py`frame`,
  source: [],
  steps: [],
  images: new Map(),
});

const tableOf = (value: WireValue | undefined): Table | undefined =>
  value?.type === 'table' ? value.table : undefined;
