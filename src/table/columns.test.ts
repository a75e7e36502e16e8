import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import { columnNamed, replaceColumns, roleColumn, withColumn } from './columns';
import { partRows, takeRows, trainRows } from './rows';
import { schemaOf } from './schema';
import type { Column, Table } from './table';

const number = (name: string, values: number[]): Column => ({
  name,
  role: null,
  type: 'number',
  values: Float64Array.from(values),
});
const species: Column = {
  name: 'species',
  role: 'target',
  type: 'category',
  codes: Int32Array.of(0, 1, -1),
  dictionary: ['cat', 'dog'],
};
const table: Table = {
  rows: 3,
  columns: [number('petal length', [1, 2, 3]), species, number('petal width', [4, 5, Number.NaN])],
  partition: Uint8Array.of(0, 2, 0),
  sourceRows: null,
  recipe: { source: [], steps: [] },
};

const failureOf = (act: () => unknown): Failure => {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('nothing failed');
};

describe('columns of a table', () => {
  it('are found by name, and a wrong name is answered with the nearest ones in both languages', () => {
    expect(columnNamed(table, 'species')).toBe(species);
    const { detail } = failureOf(() => columnNamed(table, 'Petal_length'));
    expect(detail.code).toBe('column-not-found');
    expect(detail.hint.en).toContain('petal length');
    expect(detail.hint.ko).toContain('petal length');
    expect(failureOf(() => columnNamed(table, 'zzzzzzzz')).detail.hint.en).toContain('Choose a column');
  });

  it('are found by role', () => {
    expect(roleColumn(table, 'target')?.name).toBe('species');
    expect(roleColumn(table, 'weight')).toBeNull();
  });

  it('are replaced where they stand and appended where they are new', () => {
    const names = (t: Table): string[] => t.columns.map((column) => column.name);
    expect(names(withColumn(table, number('extra', [0, 0, 0])))).toEqual([
      'petal length',
      'species',
      'petal width',
      'extra',
    ]);
    const split = replaceColumns(table, new Map([['species', [number('cat', [1, 0, 0]), number('dog', [0, 1, 0])]]]));
    expect(names(split)).toEqual(['petal length', 'cat', 'dog', 'petal width']);
    expect(names(replaceColumns(table, new Map([['species', []]])))).toEqual(['petal length', 'petal width']);
    expect(() => withColumn(table, number('short', [1]))).toThrow('1 cells for 3 rows');
  });
});

describe('rows of a table', () => {
  it('are fitted on the training part, or on all rows before a split', () => {
    expect([...trainRows(table)]).toEqual([0, 2]);
    expect([...trainRows({ ...table, partition: null })]).toEqual([0, 1, 2]);
    expect([...partRows(table, 'test')]).toEqual([1]);
    expect([...partRows({ ...table, partition: null }, 'test')]).toEqual([]);
  });

  it('keep their part and the number of their source row when taken', () => {
    const taken = takeRows(table, Uint32Array.of(2, 1));
    expect([...(taken.partition ?? [])]).toEqual([0, 2]);
    expect([...(taken.sourceRows ?? [])]).toEqual([2, 1]);
    expect([...(takeRows(taken, Uint32Array.of(1)).sourceRows ?? [])]).toEqual([1]);
    expect(
      taken.columns.map((c) => [...(c.type === 'category' ? c.codes : c.type === 'number' ? c.values : [])]),
    ).toEqual([
      [3, 2],
      [-1, 1],
      [Number.NaN, 5],
    ]);
  });

  it('take whole images along', () => {
    const image: Column = {
      name: 'image',
      role: null,
      type: 'image',
      shape: [1, 2, 1],
      values: Float32Array.of(1, 2, 3, 4, 5, 6),
    };
    const [taken] = takeRows({ ...table, columns: [image] }, Uint32Array.of(2, 0)).columns;
    expect(taken?.type === 'image' && [...taken.values]).toEqual([5, 6, 1, 2]);
  });
});

describe('the schema of a table', () => {
  it('names categories, roles, rows and the split', () => {
    expect(schemaOf(table)).toEqual({
      type: 'table',
      complete: true,
      rows: 3,
      partitioned: true,
      fittedBeforeSplit: [],
      fields: [
        { name: 'petal length', type: 'number', role: null },
        { name: 'species', type: 'category', role: 'target', categories: ['cat', 'dog'] },
        { name: 'petal width', type: 'number', role: null },
      ],
    });
  });

  it('leaves out the words of a category beyond a thousand', () => {
    const wide: Column = { ...species, dictionary: Array.from({ length: 1_001 }, (_, i) => `w${i}`) };
    expect(schemaOf({ ...table, columns: [wide] }).fields[0]).not.toHaveProperty('categories');
  });
});
