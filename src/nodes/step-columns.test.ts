import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json';
import { predictionInputs } from '../serving/prediction-inputs';
import { isNumeric } from '../table/columns';
import { schemaOf } from '../table/schema';
import type { FittedStep, SourceField, Table } from '../table/table';
import { runOnTable } from '../testing/nodes/run-kind';
import { cellsOf, makeTable } from '../testing/table/make-table';
import { runners } from './runners';

const runnerOf = (kind: string) => {
  const runner = runners.find((each) => each.kind === kind);
  if (runner === undefined) throw new Error(`no ${kind}`);
  return runner;
};
const stepColumns = ({ kind, state }: FittedStep) => runnerOf(kind).columns?.(state) ?? null;
const replay = (steps: readonly FittedStep[], raw: Table): Table =>
  steps.reduce((table, { kind, state }) => runnerOf(kind).apply?.(table, state) ?? table, raw);

type Prepared = readonly (readonly [kind: string, params: JsonObject])[];

async function prepared(raw: Table, kinds: Prepared): Promise<Table> {
  let table = raw;
  for (const [kind, params] of kinds) table = (await runOnTable(runnerOf(kind), table, params)).table;
  return table;
}

function neededFor(raw: Table, { recipe }: Table, features: readonly string[]): readonly string[] {
  const source: readonly SourceField[] = schemaOf(raw).fields;
  const model = { features, target: { name: 'y' }, decision: null, recipe: { source, steps: recipe.steps } };
  return predictionInputs(model, { stepColumns }).map(({ field }) => field.name);
}

const numbers = [null, -1, 0, 2.5, 7] as const;
const words = [null, 'p', 'q', 'r'] as const;
const row = fc.record({
  a: fc.constantFrom(...numbers),
  b: fc.constantFrom(...numbers),
  w: fc.constantFrom(...words),
  v: fc.constantFrom(...words),
});
type Row = { readonly [name in 'a' | 'b' | 'w' | 'v']: number | string | null };

/** A table in which every column has each of its values, so that anything can be fitted. */
function tableOf(rows: readonly Row[]): Table {
  const all: readonly Row[] = [
    { a: -1, b: 7, w: 'p', v: 'r' },
    { a: 2.5, b: 0, w: 'q', v: 'q' },
    { a: 7, b: 2.5, w: 'r', v: 'p' },
    ...rows,
  ];
  const cells = (name: keyof Row) => all.map((each) => each[name]);
  return makeTable({ a: cells('a'), b: cells('b'), w: cells('w'), v: cells('v'), y: all.map((_, i) => i) });
}

const step: fc.Arbitrary<readonly [string, JsonObject]> = fc.oneof(
  fc.constantFrom(
    ['prepare.missing', { method: 'drop', columns: ['a'] }] as const,
    ['prepare.missing', { indicator: true }] as const,
    ['prepare.missing', { numeric: 'leave', categorical: 'constant', indicator: true }] as const,
    ['prepare.encode', {}] as const,
    ['prepare.encode', { dropFirst: true, unknown: 'other', rare: 'count', rareCount: 2 }] as const,
    ['prepare.encode', { method: 'ordinal' }] as const,
    ['prepare.encode', { method: 'frequency', unknown: 'error' }] as const,
    ['prepare.scale', {}] as const,
    ['prepare.scale', { method: 'quantile' }] as const,
    ['prepare.columns', { target: 'y' }] as const,
    ['prepare.columns', { settings: { a: { rename: 'b' }, b: { rename: 'a' } } }] as const,
    ['prepare.columns', { settings: { b: { type: 'category' } } }] as const,
  ),
);

describe('what steps say of their columns', () => {
  it('names a column that matters for a middle category alone', async () => {
    const raw = tableOf([]);
    const table = await prepared(raw, [['prepare.encode', { columns: ['w'] }]]);
    expect(neededFor(raw, table, ['w=q'])).toEqual(['w']);
  });

  it('names a column that matters only where another is missing', async () => {
    const raw = tableOf([{ a: null, b: null, w: 'p', v: 'p' }]);
    const table = await prepared(raw, [['prepare.missing', { method: 'drop', columns: ['b'] }]]);
    expect(neededFor(raw, table, ['a'])).toEqual(['a', 'b']);
  });

  it('never leaves out a column that changes what a model reads, or whether a row is dropped', async () => {
    let spared = 0;
    const property = fc.asyncProperty(
      fc.array(row, { maxLength: 6 }),
      fc.array(step, { minLength: 1, maxLength: 4 }),
      fc.array(row, { minLength: 9, maxLength: 9 }),
      fc.nat(),
      async (rows, kinds, others, seed) => {
        const raw = tableOf(rows);
        const table = await prepared(raw, kinds).catch(() => null);
        // Some preparations cannot be fitted: a mark that is there already, say.
        fc.pre(table !== null);
        const choice = table.columns.filter((column) => isNumeric(column) && column.name !== 'y');
        const features = choice.filter((_, i) => ((seed >> i) & 1) === 1).map(({ name }) => name);
        fc.pre(features.length > 0);
        const needed = new Set(neededFor(raw, table, features));
        const changed = tableOf(others.slice(0, rows.length));
        const columns = raw.columns.map((column) => {
          if (needed.has(column.name)) return column;
          spared++;
          return changed.columns.find(({ name }) => name === column.name) ?? column;
        });
        const { steps } = table.recipe;
        const [before, after] = [replay(steps, raw), replay(steps, { ...raw, columns })];
        const sourceOf = ({ sourceRows, rows: count }: Table) => [...(sourceRows ?? Array(count).keys())];
        expect(sourceOf(after)).toEqual(sourceOf(before));
        for (const feature of features) expect(cellsOf(after, feature)).toEqual(cellsOf(before, feature));
      },
    );
    await fc.assert(property, { numRuns: 300, seed: 7 });
    expect(spared).toBeGreaterThan(300);
  });
});
