import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import { makeColumn, makeTable } from '../../testing/table/make-table';
import { findRisks } from './find-risks';
import { timeThatCarriesOn } from './time-in-order';

const ROWS = 200;
const random = createRandom(7);
const noise = (): number[] => Array.from({ length: ROWS }, () => random.normal());
const [a, b, c, d] = [noise(), noise(), noise(), noise()];
const classes = a.map((value, row) => (value + (b[row] ?? 0) > 0.4 ? 'yes' : 'no'));

type Cells = readonly (string | number | boolean | null)[];
async function said(columns: Readonly<Record<string, Cells>>, target: Cells) {
  const table = makeTable([
    ...Object.entries(columns).map(([name, cells]) => makeColumn(name, cells)),
    makeColumn('y', target, 'target'),
  ]);
  const notes = await findRisks(table, true, async () => undefined);
  return notes.map(({ code, column, examples, mend }) => ({ code, column, examples, mend }));
}

describe('what makes a model look better than it is', () => {
  it('is nothing in columns that only help', async () => {
    expect(await said({ a, b, c }, classes)).toEqual([]);
    expect(
      await said(
        { a, b, c },
        a.map((value, row) => value + 0.3 * (c[row] ?? 0) + 0.2 * (d[row] ?? 0)),
      ),
    ).toEqual([]);
  });

  it('is a column that is the target under another name, to be dropped at one click', async () => {
    const coded = classes.map((word) => (word === 'yes' ? 3 : 8));
    expect(await said({ a, coded }, classes)).toMatchObject([
      { code: 'target-given-away', column: 'coded', mend: { type: 'columns', drop: ['coded'] } },
    ]);
    const inMiles = a.map((km) => Math.round(km * 6213.7) / 10_000);
    expect(await said({ b, inMiles }, a)).toMatchObject([{ code: 'target-given-away', column: 'inMiles' }]);
  });

  it('is a column that is filled only where the answer was yes', async () => {
    const died = classes.map((word, row) => (word === 'yes' ? `day ${row % 5}` : null));
    expect(await said({ a, died }, classes)).toMatchObject([{ code: 'target-given-away', column: 'died' }]);
  });

  it('is no column of holes whose few cells fit', async () => {
    const few = classes.map((word, row) => (row % 5 === 0 ? word : null));
    expect(await said({ a, few }, classes)).toEqual([]);
  });

  it('is what adds up to the target, or multiplies to it', async () => {
    const counts = a.map((value) => Math.round(50 * Math.abs(value)) + 1);
    const others = b.map((value) => Math.round(40 * Math.abs(value)) + 1);
    const sum = counts.map((value, row) => value + (others[row] ?? 0));
    expect(await said({ c, counts, others }, sum)).toMatchObject([
      { code: 'target-adds-up', mend: { drop: expect.arrayContaining(['counts', 'others']) } },
    ]);
    const product = counts.map((value, row) => value * (others[row] ?? 0));
    const found = await said({ c, counts, others }, product);
    expect(found[0]?.code).toBe('target-multiplies');
    expect([...(found[0]?.examples ?? [])].sort()).toEqual(['counts', 'others']);
  });

  it('is a number of the row, in order or by its name, and a name of the row', async () => {
    const mixed = a.map((_, row) => ((row * 77) % 1009) + 5);
    const columns = {
      row: a.map((_, row) => row + 1),
      customerId: mixed,
      measured: mixed,
      name: a.map((_, row) => `n${row}`),
    };
    const found = await said({ a, ...columns }, classes);
    expect(found.map(({ code, column }) => [code, column])).toEqual([
      ['row-number-learned', 'row'],
      ['row-number-learned', 'customerId'],
      ['row-name-learned', 'name'],
    ]);
    expect(found[0]?.mend).toMatchObject({ settings: { row: { role: 'id' } } });
  });

  it('is a number of the row that has been scaled already, and no measure at even steps', async () => {
    const scaled = a.map((_, row) => (row - 99.5) / 57.73);
    expect(await said({ a, scaled }, classes)).toEqual([]);
    const plain = makeTable([makeColumn('scaled', scaled), makeColumn('a', a), makeColumn('y', classes, 'target')]);
    const source = [{ name: 'scaled', type: 'integer' as const, role: null }];
    const notes = await findRisks({ ...plain, recipe: { source, steps: [] } }, true, async () => undefined);
    expect(notes).toMatchObject([{ code: 'row-number-learned', column: 'scaled' }]);
  });

  it('is a target of numbers that a few words made classes of', async () => {
    const cells = a.map((value, row) => (row % 7 === 0 ? 'inf' : String(value)));
    expect(await said({ b }, cells)).toMatchObject([
      { code: 'numbers-as-classes', examples: ['inf'], mend: { settings: { y: { type: 'number' } } } },
    ]);
  });

  it('is that rows stand there twice, and nothing besides', async () => {
    const twice = <T>(cells: readonly T[]): T[] => cells.flatMap((cell) => [cell, cell]);
    expect(await said({ a: twice(a), b: twice(b) }, twice(classes))).toMatchObject([{ code: 'rows-twice' }]);
    expect(await said({ yes: classes.map((word) => word === 'yes'), c }, classes)).toHaveLength(1);
    const same = <T>(cells: readonly T[]): T[] => cells.flatMap(() => cells.slice(0, 1));
    expect(await said({ a: same(a) }, same(classes))).toMatchObject([{ code: 'rows-twice' }]);
  });
});

describe('rows in order of time', () => {
  const day = (row: number): number => Date.UTC(2020, 0, 1) + row * 86_400_000;
  const times = (of: (row: number) => number, y: Cells) => {
    const values = Float64Array.from({ length: ROWS }, (_, row) => of(row));
    return timeThatCarriesOn(
      makeTable([{ name: 'day', role: null, type: 'date', values }, makeColumn('y', y, 'target')]),
    );
  };
  const season = a.map((value, row) => 3 * ((row % 50) / 50) + 0.3 * value);

  it('are seen up and down, and with a few out of place', () => {
    expect(times(day, season)).toBe('day');
    expect(times((row) => day(-row), season)).toBe('day');
    expect(times((row) => day(Math.floor(row / 3)), season)).toBe('day');
    expect(
      times(
        (row) => day(row === 70 ? 5 : row),
        season.map((value) => (value > 1.5 ? 'warm' : 'cold')),
      ),
    ).toBe('day');
  });

  it('are not seen where they are shuffled, all at one time, or the order says nothing of the target', () => {
    expect(times((row) => day((row * 77) % ROWS), season)).toBeNull();
    expect(times(() => day(3), season)).toBeNull();
    expect(times(day, a)).toBeNull();
    expect(times(day, classes)).toBeNull();
  });
});
