import { describe, expect, it } from 'vitest';
import type { DecisionRule } from '../../../models/decision-rule';
import { rowsToTable } from '../../../table/cells';
import type { Field, Table } from '../../../table/table';
import { toCsv } from '../../../table/to-csv';
import { fakeLinearModel } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import type { Outputs } from '../../contract/runner';
import { evaluateRunner } from './run';
import { evaluateSpec } from './spec';

const fields: readonly Field[] = [
  { name: 'x', type: 'number', role: null },
  { name: 'y', type: 'category', role: 'target' },
];

/** Rows of `x` and `y`; `parts` by code of PART. */
function tableOf(cells: readonly (readonly [string, string | null])[], parts?: readonly number[]): Table {
  const table = rowsToTable(
    fields,
    cells.map(([x, y]) => ({ x, y })),
  );
  return { ...table, partition: parts === undefined ? null : Uint8Array.from(parts) };
}

/** Says `yes` where x > 0. */
const binary = fakeLinearModel(['x'], [[2]], { name: 'y', classes: ['no', 'yes'] });

const run = (model: typeof binary, table: Table, params = {}, ctx = fakeContext()): Promise<Outputs> =>
  evaluateRunner.run({ model: { type: 'model', model }, table: { type: 'table', table } }, params, ctx);

async function reportOf(outputs: Promise<Outputs>) {
  const { report } = await outputs;
  if (report?.type !== 'report') throw new Error('no report');
  return report.report;
}

async function csvOf(outputs: Promise<Outputs>): Promise<string[]> {
  const { predictions } = await outputs;
  if (predictions?.type !== 'table') throw new Error('no table');
  return toCsv(predictions.table).trim().split('\n');
}

const split = tableOf(
  [
    ['-1', 'no'],
    ['2', 'yes'],
    ['-3', 'no'],
    ['1', 'yes'],
    ['2', 'no'],
    ['-2', 'no'],
  ],
  [0, 0, 0, 2, 2, 2],
);

describe('train.evaluate', () => {
  it('measures every part that has rows, beside the majority of the training rows', async () => {
    const report = await reportOf(run(binary, split));
    expect(Object.keys(report.parts)).toEqual(['train', 'test']);
    expect(report.parts.train?.metrics.accuracy).toBe(1);
    expect(report.parts.test?.metrics.accuracy).toBeCloseTo(2 / 3, 12);
    expect(report.parts.test?.baseline).toMatchObject({ accuracy: 2 / 3, rocAuc: 0.5 });
    expect(report).toMatchObject({ task: 'binary', target: 'y', positiveClass: 'yes', threshold: 0.5 });
  });

  it('measures one part alone where asked', async () => {
    expect(Object.keys((await reportOf(run(binary, split, { parts: 'test' }))).parts)).toEqual(['test']);
    await expect(run(binary, split, { parts: 'validation' })).rejects.toMatchObject({ detail: { code: 'no-rows' } });
  });

  it('decides by the rule of the model, and says which', async () => {
    const rule = (decision: DecisionRule) => run({ ...binary, decision }, split);
    const strict = await reportOf(rule({ positive: 'yes', threshold: 0.95 }));
    expect(strict.threshold).toBe(0.95);
    expect(strict.parts.test?.confusion).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect((await reportOf(rule({ positive: 'no', threshold: 0.5 }))).positiveClass).toBe('no');
    const groups = { column: 'y', thresholds: { no: 1 } };
    const grouped = await reportOf(rule({ positive: 'yes', threshold: 0.5, groups }));
    expect(grouped.groups).toEqual(groups);
    expect(grouped.parts.test?.confusion).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });

  it('keeps what was right and what was said of each row, by its place in the source', async () => {
    const { report } = await run(binary, { ...split, sourceRows: Uint32Array.of(7, 3, 5, 9, 1, 0) }, { parts: 'test' });
    expect(report).toMatchObject({
      judged: {
        source: Uint32Array.of(9, 1, 0),
        part: Uint8Array.of(2, 2, 2),
        truth: Float64Array.of(1, 0, 0),
        predicted: Float64Array.of(1, 1, 0),
      },
    });
    const unknown = await run(
      binary,
      tableOf([
        ['1', null],
        ['1', 'yes'],
      ]),
    );
    expect(unknown.report).toMatchObject({ judged: { truth: Float64Array.of(Number.NaN, 1) } });
  });

  it('hands on the rows with what was predicted and their part', async () => {
    const rows = await csvOf(run(binary, split, { parts: 'test' }));
    expect(rows[0]).toBe('x,y,predicted,p(no),p(yes),part');
    expect(rows.slice(1).map((row) => row.split(',').filter((_, i) => i !== 3 && i !== 4))).toEqual([
      ['1', 'yes', 'yes', 'test'],
      ['2', 'no', 'yes', 'test'],
      ['-2', 'no', 'no', 'test'],
    ]);
  });

  it('leaves rows without a target out of the figures, says so, and predicts them all the same', async () => {
    const table = tableOf([
      ['1', null],
      ['1', 'yes'],
      ['-1', 'no'],
    ]);
    const ctx = fakeContext();
    const report = await reportOf(run(binary, table, {}, ctx));
    expect(report.parts.train).toMatchObject({ rows: 2, rowsWithoutTarget: 1 });
    expect(ctx.logged[0]?.en).toContain('1 row has no “y”');
    expect((await csvOf(run(binary, table)))[1]).toContain('1,,yes');
  });

  it('measures several classes and a class the model has never met', async () => {
    const model = fakeLinearModel(['x'], [[-1, 0, 1]], { name: 'y', classes: ['a', 'b', 'c'] });
    const report = await reportOf(
      run(
        model,
        tableOf([
          ['-5', 'a'],
          ['5', 'c'],
          ['5', 'd'],
        ]),
      ),
    );
    expect(report.classes).toEqual(['a', 'b', 'c', 'd']);
    expect(report.parts.train?.metrics).toMatchObject({ accuracy: 2 / 3, rocAuc: null });
    expect(report).not.toHaveProperty('positiveClass');
  });

  it('measures a regression in the target’s units', async () => {
    const numeric: Table = rowsToTable(
      [
        { name: 'x', type: 'number', role: null },
        { name: 'y', type: 'number', role: 'target' },
      ],
      [
        { x: '1', y: '21' },
        { x: '2', y: '30' },
        { x: '3', y: '41' },
      ],
    );
    const model = fakeLinearModel(['x'], [[1]], { name: 'y', scale: { mean: 10, sd: 10 } });
    const report = await reportOf(run(model, numeric));
    expect(report.parts.train?.metrics.mae).toBeCloseTo(2 / 3, 6);
    expect(report.parts.train?.baseline.r2).toBe(0);
    expect((await csvOf(run(model, numeric)))[0]).toBe('x,y,predicted,part');
    await expect(run(model, split)).rejects.toMatchObject({ detail: { code: 'target-not-numeric', column: 'y' } });
  });

  it('names a feature that the table lacks and a value that is missing', async () => {
    const wide = fakeLinearModel(['x', 'z'], [[1], [1]], { name: 'y', classes: ['no', 'yes'] });
    await expect(run(wide, split)).rejects.toMatchObject({ detail: { code: 'feature-not-found', column: 'z' } });
    const holed = tableOf([
      ['1', 'no'],
      ['', 'yes'],
    ]);
    await expect(run(binary, holed)).rejects.toMatchObject({ detail: { column: 'x', row: 2 } });
  });

  it('refuses a table whose target holds other words than the model knows', async () => {
    const table = tableOf([['1', 'maybe']]);
    await expect(run(binary, table)).rejects.toMatchObject({ detail: { code: 'labels-unknown', column: 'y' } });
  });

  it('refuses a model that answers no numbers', async () => {
    const broken = fakeLinearModel(['x'], [[Number.NaN]], { name: 'y', classes: ['no', 'yes'] });
    await expect(run(broken, split)).rejects.toMatchObject({ detail: { code: 'model-diverged' } });
  });
});

describe('train.evaluate before running', () => {
  const at = { nodeId: 'node1' };
  const model = { type: 'model', task: 'binary', target: 'y', classes: ['no', 'yes'] } as const;
  const table = {
    type: 'table',
    fields,
    complete: true,
    rows: 6,
    partitioned: true,
    fittedBeforeSplit: [],
  } as const;
  const codes = (inputs: Parameters<typeof evaluateSpec.infer>[0], params = {}): string[] =>
    evaluateSpec.infer(inputs, params, at).problems.map((problem) => problem.code);

  it('knows the columns of its predictions', () => {
    const { outputs, problems } = evaluateSpec.infer({ model, table }, {}, at);
    expect(problems).toEqual([]);
    const schema = outputs.predictions;
    if (schema?.type !== 'table') throw new Error('no schema');
    expect(schema.fields.map((field) => field.name)).toEqual(['x', 'y', 'predicted', 'p(no)', 'p(yes)', 'part']);
    expect(schema).toMatchObject({ complete: true, rows: 6 });
  });

  it('warns where there is no test part', () => {
    expect(codes({ model, table: { ...table, partitioned: false } })).toEqual(['no-test-part']);
    expect(codes({ model, table: { ...table, partitioned: false } }, { parts: 'test' })).toEqual(['part-not-found']);
  });

  it('finds a missing target and a wrong task', () => {
    expect(codes({ model: { ...model, target: 'z' }, table })).toEqual(['target-not-found']);
    expect(codes({ model: { type: 'model', task: 'regression', target: 'y' }, table })).toEqual(['target-not-numeric']);
  });
});
