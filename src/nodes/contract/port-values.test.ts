import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { portsOf } from '../../graph/kind-shape';
import type { PortType, WireSchema } from '../../graph/schema-types';
import { text } from '../../lib/text';
import type { TableSchema } from '../../table/schema';
import { said } from '../../testing/lib/said';
import { fakeContext } from '../../testing/nodes/fake-context';
import { fakeLoop } from '../../testing/nodes/fake-live-context';
import { model } from '../../testing/serving/fake-recipe';
import { makeTable } from '../../testing/table/make-table';
import { defineKind } from './kind';
import { defineLive, type LiveValue } from './live';
import { defineRunner, type WireValue } from './runner';

type Table = Extract<WireValue, { type: 'table' }>;
type Model = Extract<WireValue, { type: 'model' }>;
type Signal = Extract<LiveValue, { type: 'signal' }>;

const about = {
  version: 1,
  stage: 'prepare',
  role: 'etl',
  computesWith: 'nothing',
  icon: 'box',
  title: text('Test', '시험'),
  keywords: [],
  summary: () => text('', ''),
} as const;
const title = text('Port', '포트');

const union = defineKind({
  ...about,
  id: 'test.union',
  inputs: [
    { name: 'tables', type: 'table', title, many: true },
    { name: 'model', type: 'model', title, optional: true },
    { name: 'signals', type: 'signal', title, live: 'only', many: true },
    { name: 'back', type: 'signal', title, live: 'only', feedback: true, optional: true },
  ],
  outputs: [
    { name: 'table', type: 'table', title },
    { name: 'signal', type: 'signal', title, live: 'only' },
  ],
  params: z.strictObject({}),
  form: {},
  infer: ({ tables }) => {
    expectTypeOf(tables).toEqualTypeOf<readonly (TableSchema | undefined)[]>();
    return { outputs: { table: tables[0] }, problems: [] };
  },
});
const unionRunner = defineRunner(union, {
  run: async (inputs) => {
    expectTypeOf(inputs).toEqualTypeOf<{ readonly tables: readonly Table[]; readonly model: Model | undefined }>();
    const [first] = inputs.tables;
    if (first === undefined) throw new Error('none');
    return { table: { type: 'table', table: { ...first.table, rows: inputs.tables.length } } };
  },
});
const parts = defineKind({
  ...about,
  id: 'test.parts',
  ports: ({ count }) => ({
    inputs: [{ name: 'table', type: 'table', title }],
    outputs: Array.from({ length: count }, (_, part) => ({ name: `part${part}`, type: 'table', title }) as const),
  }),
  params: z.strictObject({ count: z.int().default(2) }),
  form: { count: { label: title, control: { type: 'number' } } },
  infer: () => ({ outputs: {}, problems: [] }),
});
const unionLive = defineLive(union, z.strictObject({}), {
  start: () => ({}),
  tick: (state, inputs) => {
    expectTypeOf(inputs).toEqualTypeOf<{
      readonly signals: readonly (Signal | undefined)[];
      readonly back: Signal | undefined;
    }>();
    const heard = inputs.signals.map((each) => each?.signal.figures.n ?? 'silent').join();
    return { state, outputs: {}, events: [], status: { level: 'ok', message: said(heard) } };
  },
});

const table: WireValue = { type: 'table', table: makeTable({ x: [1] }) };
const value: WireValue = { type: 'model', model };

describe('what arrives at a kind’s ports', () => {
  it('is a value of the runs or of the ticks, and has a schema, for every port type there is', () => {
    expectTypeOf<WireValue['type'] | LiveValue['type']>().toEqualTypeOf<PortType>();
    expectTypeOf<WireSchema['type']>().toEqualTypeOf<PortType>();
  });

  it('is known by type from the spec: lists where an input takes many, nothing of the ticks before them', async () => {
    const made = await unionRunner.run({ tables: [table, table] }, {}, fakeContext());
    expect(made).toMatchObject({ table: { type: 'table', table: { rows: 2 } } });
  });

  it('is looked at before a runner gets it: a bug shows where it is made', () => {
    const run = (inputs: Parameters<typeof unionRunner.run>[0]) => () => unionRunner.run(inputs, {}, fakeContext());
    expect(run({ tables: table })).toThrow('the input tables should be a list');
    expect(run({})).toThrow('the input tables should be a list');
    expect(run({ tables: [], model: [table] })).toThrow('the input model should not be a list');
    expect(run({ tables: [table, value] })).toThrow('no table on port tables');
    expect(run({ tables: [table], model: table })).toThrow('no model on port model');
  });

  it('is heard in each tick in the order of the wires, those that are silent too', async () => {
    const loop = fakeLoop();
    const signal = (n: number): LiveValue => ({
      type: 'signal',
      signal: { fired: false, reason: said('n', n), figures: { n } },
    });
    const step = await unionLive.tick({}, { signals: [signal(2), undefined, signal(1)] }, {}, loop.next());
    expect(step.status.message).toEqual(said('2,silent,1'));
    await expect(unionLive.tick({}, { signals: signal(2) }, {}, loop.next())).rejects.toThrow('should be a list');
  });

  it('follows from params where the ports do', () => {
    const names = (count: number) => portsOf(parts, parts.parseParams({ count })).outputs.map(({ name }) => name);
    expect(names(3)).toEqual(['part0', 'part1', 'part2']);
    expect(portsOf(parts, parts.parseParams({ count: 'two' })).outputs).toHaveLength(2);
    expectTypeOf(parts.ports).not.toBeAny();
  });
});
