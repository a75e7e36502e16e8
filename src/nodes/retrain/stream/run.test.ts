import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/failure';
import { schemaOf } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { runOnTable } from '../../../testing/nodes/run-kind';
import { cellsOf, makeColumn, makeTable } from '../../../testing/table/make-table';
import { streamRunner } from './run';
import { streamSpec } from './spec';

const count = (rows: number): number[] => Array.from({ length: rows }, (_, row) => row);
/** Times run backwards; colour “late” occurs in the last rows only. */
const table = makeTable([
  makeColumn('at', count(30).reverse(), 'time'),
  makeColumn(
    'colour',
    count(30).map((row) => (row < 20 ? 'early' : 'late')),
  ),
  makeColumn(
    'kind',
    count(30).map((row) => (row % 2 === 0 ? 'cat' : 'dog')),
    'target',
  ),
]);

const codeOf = async (given: Table, params: Record<string, string | number>): Promise<string> => {
  try {
    await runOnTable(streamRunner, given, params);
  } catch (error) {
    if (error instanceof Failure) return error.detail.code;
    throw error;
  }
  return 'none';
};

const problems = (given: Table, params: Record<string, string | number> = {}, fitted: readonly string[] = []) =>
  streamSpec
    .infer({ table: schemaOf(given, fitted) }, { ...streamSpec.defaults, ...params }, { nodeId: 's' })
    .problems.map(({ code, severity }) => `${severity} ${code}`);

describe('the history', () => {
  it('is the first rows, as a source of its own that knows nothing of later ones', async () => {
    const { table: history } = await runOnTable(streamRunner, table, { historyRows: 12 });
    expect(cellsOf(history, 'at')).toEqual(count(30).reverse().slice(0, 12));
    expect(history.partition).toBeNull();
    expect(history.recipe.steps).toEqual([]);
    expect(history.recipe.source.find(({ name }) => name === 'colour')?.categories).toEqual(['early']);
    expect(history.recipe.source.find(({ name }) => name === 'at')).toMatchObject({ min: 18, max: 29 });
  });

  it('can be a share of the table', async () => {
    const { table: history } = await runOnTable(streamRunner, table, { history: 'share', historyShare: 0.5 });
    expect(history.rows).toBe(15);
  });

  it('can be ordered by time, and warns where time goes backwards otherwise', async () => {
    const sorted = await runOnTable(streamRunner, table, { historyRows: 12, order: 'time' });
    expect(cellsOf(sorted.table, 'at')).toEqual(count(12));
    expect(sorted.notes.map(({ code }) => code)).toEqual(['history']);
    const asIs = await runOnTable(streamRunner, table, { historyRows: 12 });
    expect(asIs.notes.find(({ code }) => code === 'time-goes-backwards')).toMatchObject({ rows: [2] });
  });

  it('makes the chosen column the target, and the former one a feature', async () => {
    const { table: history } = await runOnTable(streamRunner, table, { historyRows: 12, target: 'colour' });
    expect(history.columns.map(({ name, role }) => [name, role])).toEqual([
      ['at', 'time'],
      ['colour', 'target'],
      ['kind', null],
    ]);
  });
});

describe('a table that cannot be replayed', () => {
  it('is refused with its remedy when it runs', async () => {
    expect(await codeOf(table, { historyRows: 30 })).toBe('too-few-rows');
    expect(await codeOf(table, { historyRows: 30, follow: 'more' })).toBe('none');
    expect(await codeOf(table, { history: 'share', historyShare: 0.1 })).toBe('too-few-rows');
    expect(await codeOf({ ...table, partition: new Uint8Array(30) }, { historyRows: 12 })).toBe('stream-split');
    const scaled = { source: [], steps: [{ kind: 'prepare.scale', nodeId: 'a', state: {} }] };
    expect(await codeOf({ ...table, recipe: scaled }, { historyRows: 12 })).toBe('stream-prepared');
    const chosen = { source: [], steps: [{ kind: 'prepare.columns', nodeId: 'a', state: {} }] };
    expect(await codeOf({ ...table, recipe: chosen }, { historyRows: 12 })).toBe('none');
    expect(await codeOf(table, { historyRows: 12, target: 'nobody' })).toBe('column-not-found');
    expect(await codeOf(table, { historyRows: 12, order: 'time', timeColumn: 'colour' })).toBe('column-type');
    const timeless = makeTable({ x: count(30) });
    expect(await codeOf(timeless, { historyRows: 12, order: 'time' })).toBe('column-not-chosen');
    const gap = makeTable([makeColumn('at', [...count(29), null], 'time')]);
    expect(await codeOf(gap, { historyRows: 12, order: 'time' })).toBe('time-missing');
  });

  it('is a problem before it runs', () => {
    expect(problems(table, { historyRows: 12 })).toEqual([]);
    expect(problems(table)).toEqual(['error too-few-rows']);
    expect(problems(table, { historyRows: 12 }, ['scale1'])).toEqual(['error stream-prepared']);
    expect(problems({ ...table, partition: new Uint8Array(30) }, { historyRows: 12 })).toEqual(['error stream-split']);
    expect(problems(table, { historyRows: 12, target: 'nobody' })).toEqual(['error column-not-found']);
    expect(problems(makeTable({ x: count(30) }), { historyRows: 12, order: 'time' })).toEqual([
      'error column-not-chosen',
      'warning stream-without-target',
    ]);
  });

  it('misses no target once one was chosen, and says where one is seen', () => {
    const bare = makeTable({ x: count(30) });
    expect(problems(bare, { historyRows: 12, target: 'x' })).toEqual([]);
    expect(problems(bare, { historyRows: 12, target: 'nobody' })).toEqual(['error column-not-found']);
    const { problems: found } = streamSpec.infer(
      { table: schemaOf(bare) },
      { ...streamSpec.defaults, historyRows: 12 },
      { nodeId: 's' },
    );
    // One that is chosen behind the stream teaches the model; the rows handed out still bring no labels.
    expect(found.map(({ hint }) => hint.en)).toEqual([expect.stringMatching(/here.*before this node.*after it/)]);
  });
});

it('says before it runs what the history will be', () => {
  const { outputs } = streamSpec.infer(
    { table: schemaOf(table) },
    { ...streamSpec.defaults, historyRows: 12, target: 'colour' },
    { nodeId: 's' },
  );
  expect(outputs.stream).toEqual({ type: 'stream' });
  expect(outputs.table).toMatchObject({
    rows: 12,
    fields: [{ name: 'at' }, { name: 'colour', role: 'target' }, { name: 'kind', role: null }],
  });
});
