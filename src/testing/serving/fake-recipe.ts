import type { ModelValue } from '../../models/model';
import type { StepColumns } from '../../serving/recipe-replayer';
import { columnNamed, isCoded, isNumeric, replaceColumns, withColumn } from '../../table/columns';
import { takeRows } from '../../table/rows';
import type { FittedStep, Recipe, Table } from '../../table/table';
import { fakeLinearModel } from '../models/fake-model';

/** Steps of a made-up preparation, for tests. */
export const steps: readonly FittedStep[] = [
  { kind: 'prepare.columns', nodeId: 'a', state: { drop: ['note'] } },
  { kind: 'prepare.missing', nodeId: 'b', state: { dropWhereMissing: 'height' } },
  { kind: 'prepare.scale', nodeId: 'c', state: { column: 'height', mean: 10, sd: 2 } },
  { kind: 'prepare.encode', nodeId: 'd', state: { column: 'colour', words: ['red', 'blue'] } },
];

export const recipe: Recipe = {
  source: [
    { name: 'id', type: 'integer', role: 'id', typical: '3', min: 1, max: 5 },
    { name: 'height', type: 'number', role: null, typical: '10', min: 6, max: 14 },
    { name: 'colour', type: 'category', role: null, categories: ['red', 'blue'], typical: 'red' },
    { name: 'note', type: 'text', role: null },
    { name: 'kind', type: 'category', role: 'target', categories: ['cat', 'dog'], typical: 'dog' },
  ],
  steps,
};

/** The logit of `dog`: the scaled height, + 3 where blue. */
export const model: ModelValue = fakeLinearModel(
  ['height', 'colour=red', 'colour=blue'],
  [[1], [0], [3]],
  { name: 'kind', classes: ['cat', 'dog'] },
  recipe,
);

export function applyRecipe({ steps: given }: Recipe, raw: Table): Table {
  return given.reduce((table, { kind, state }) => {
    const step = replay[kind];
    if (step === undefined) throw new Error(`no ${kind} here`);
    return step(table, state);
  }, raw);
}

/** What those steps do to the columns. */
export function stepColumns({ kind }: FittedStep): StepColumns | null {
  return doings[kind] ?? null;
}

const doings: Readonly<Record<string, StepColumns>> = {
  'prepare.columns': { writes: new Map(), needs: [], drops: ['note'] },
  'prepare.missing': { writes: new Map(), needs: ['height'], drops: [] },
  'prepare.scale': { writes: new Map([['height', ['height']]]), needs: [], drops: [] },
  'prepare.encode': {
    writes: new Map([
      ['colour=red', ['colour']],
      ['colour=blue', ['colour']],
    ]),
    needs: [],
    drops: ['colour'],
  },
};

const replay: Readonly<Record<string, (table: Table, state: FittedStep['state']) => Table>> = {
  'prepare.columns': (table) => replaceColumns(table, new Map([['note', []]])),
  'prepare.missing': (table) => {
    const height = numbers(table, 'height');
    const every = Uint32Array.from({ length: table.rows }, (_, row) => row);
    return takeRows(
      table,
      every.filter((row) => !Number.isNaN(height[row])),
    );
  },
  'prepare.scale': (table) => {
    const values = numbers(table, 'height').map((value) => (value - 10) / 2);
    return withColumn(table, { name: 'height', type: 'number', role: null, values });
  },
  'prepare.encode': (table) => {
    const colour = columnNamed(table, 'colour');
    if (!isCoded(colour)) throw new Error('colour is not coded');
    const one = (word: string) => ({
      name: `colour=${word}`,
      type: 'number' as const,
      role: null,
      values: Float64Array.from(colour.codes, (code) => (colour.dictionary[code] === word ? 1 : 0)),
    });
    return replaceColumns(withColumn(withColumn(table, one('red')), one('blue')), new Map([['colour', []]]));
  },
};

function numbers(table: Table, name: string): Float64Array {
  const column = columnNamed(table, name);
  if (!isNumeric(column)) throw new Error(`${name} is not numeric`);
  return column.values;
}
