import { expect, it } from 'vitest';
import type { JsonObject } from '../lib/json';
import type { Column, Table } from '../table/table';
import { runOnTable } from '../testing/nodes/run-kind';
import { makeColumn, makeTable } from '../testing/table/make-table';
import { findRisks } from './risks/find-risks';
import { runners } from './runners';

/** A wide table, and how often its columns were asked for their names. */
function countedTable(width: number): { readonly table: Table; readonly asked: () => number } {
  let asked = 0;
  const counted = (column: Column): Column =>
    Object.defineProperty({ ...column }, 'name', {
      enumerable: true,
      get: () => {
        asked++;
        return column.name;
      },
    });
  const columns = Array.from({ length: width }, (_, k) =>
    k % 3 === 0
      ? makeColumn(`word ${k}`, ['a', null, 'b', 'a', 'b', 'a'])
      : makeColumn(`number ${k}`, [k, null, 3, 5, 1, 2]),
  );
  const target = makeColumn('y', ['p', 'q', 'p', 'q', 'p', 'q'], 'target');
  return { table: makeTable([...columns, target].map(counted)), asked: () => asked };
}

const steps: readonly (readonly [string, JsonObject])[] = [
  ['prepare.columns', { drop: ['word 0'] }],
  ['prepare.split', {}],
  ['prepare.missing', { indicator: true }],
  ['prepare.encode', {}],
  ['prepare.scale', {}],
];

it.each(steps)('%s does four times the work in a table of four times the columns', async (kind, params) => {
  const runner = runners.find((each) => each.kind === kind);
  if (runner === undefined) throw new Error(`no ${kind}`);
  const work = async (width: number): Promise<number> => {
    const { table, asked } = countedTable(width);
    await runOnTable(runner, table, params);
    return asked();
  };
  const few = await work(100);
  expect(few).toBeGreaterThan(0);
  expect(await work(400)).toBeLessThan(few * 5);
});

it('a look for leaks does four times the work in a table of four times the columns', async () => {
  const work = async (width: number): Promise<number> => {
    let asked = 0;
    const cells = Array.from({ length: 60 }, (_, row) => (row * 7) % 11);
    const columns = Array.from({ length: width }, (_, k) => makeColumn(`n ${k}`, cells));
    const target = makeColumn('y', cells.map(String), 'target');
    const source = columns.map(({ name, role, type }) =>
      Object.defineProperty({ name, role, type }, 'name', {
        get: () => {
          asked++;
          return name;
        },
      }),
    );
    const table = { ...makeTable([...columns, target]), recipe: { source, steps: [] } };
    await findRisks(table, true, async () => undefined);
    return asked;
  };
  expect(await work(400)).toBeLessThan(5 * Math.max(100, await work(100)));
});
