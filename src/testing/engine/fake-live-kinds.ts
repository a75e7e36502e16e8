import { z } from 'zod';
import { indexKinds, type Kinds } from '../../engine/kinds';
import type { PipelineDocument, PipelineNode } from '../../graph/document';
import type { KindRole } from '../../graph/kind-shape';
import { asWritten } from '../../lib/as-written';
import { Failure } from '../../lib/failure';
import type { Json, JsonObject } from '../../lib/json';
import { text } from '../../lib/text';
import type { ModelValue } from '../../models/model';
import { defineKind, type PortSpec } from '../../nodes/contract/kind';
import { defineLive, type LiveModel, type LiveRunner } from '../../nodes/contract/live';
import { liveOnly } from '../../nodes/contract/live-only';
import { defineRunner, type Runner } from '../../nodes/contract/runner';
import { takeRows } from '../../table/rows';
import type { Table } from '../../table/table';
import { said } from '../lib/said';
import { fakeLinearModel, networkOf } from '../models/fake-model';
import { makeTable } from '../table/make-table';

/*
 * A small loop for the engine's own tests: rows of x and y, which becomes more of x; a model that says `weight` times x; a
 * deployment, a retrainer that fits the weight again, and a gate that promotes whatever it gets.
 */

type Params = Readonly<Record<string, number>>;
const numbers = (names: Params): z.ZodType<Params> => {
  const shape = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, z.number().default(value)]));
  return z.strictObject(shape);
};

const port = <const N extends string, const T extends PortSpec['type']>(name: N, type: T) => ({
  name,
  type,
  title: text(name, name),
});
const only = { live: 'only' } as const;

function fakeSpec<Id extends string, const In extends readonly PortSpec[], const Out extends readonly PortSpec[]>(
  id: Id,
  role: KindRole,
  params: Params,
  inputs: In,
  outputs: Out,
) {
  return defineKind({
    id,
    version: 1,
    stage: 'retrain',
    role,
    computesWith: 'nothing',
    icon: 'box',
    title: text(id, id),
    keywords: [],
    inputs,
    outputs,
    params: numbers(params),
    form: {},
    summary: () => text(id, id),
    infer: () => ({ outputs: {}, problems: [] }),
  });
}

const rowsSpec = fakeSpec('fake.rows', 'source', { rows: 60 }, [], [port('table', 'table')]);
const streamSpec = fakeSpec(
  'fake.stream',
  'stream',
  { history: 20, batch: 4, delay: 0 },
  [port('table', 'table')],
  [port('table', 'table'), { ...port('stream', 'stream'), ...only }],
);
const fitSpec = fakeSpec(
  'fake.fit',
  'trainer',
  { seconds: 0, fails: 0 },
  [port('table', 'table')],
  [port('model', 'model')],
);
const deploySpec = fakeSpec(
  'fake.deploy',
  'deployment',
  { breaksFrom: 0, breaksTo: 0, refuses: 0 },
  [
    port('model', 'model'),
    { ...port('stream', 'stream'), ...only },
    { ...port('promoted', 'model'), ...only, optional: true, feedback: true },
  ],
  [
    { ...port('model', 'model'), live: 'also' },
    { ...port('predictions', 'stream'), ...only },
  ],
);
const trainSpec = fakeSpec(
  'fake.train',
  'retraining',
  { every: 3, takes: 2, window: 12, halfLife: 0, breaksFrom: 0, breaksTo: 0, refuses: 0 },
  [
    { ...port('predictions', 'stream'), ...only },
    { ...port('model', 'model'), ...only },
  ],
  [{ ...port('model', 'model'), ...only }],
);
const gateSpec = fakeSpec(
  'fake.gate',
  'gate',
  {},
  [
    { ...port('champion', 'model'), ...only },
    { ...port('challenger', 'model'), ...only },
  ],
  [{ ...port('promoted', 'model'), ...only }],
);

/** Rows of x and y = 2x, and with each row a little more of x. */
export function fakeRows(rows: number): Table {
  const x = Array.from({ length: rows }, (_, row) => (row % 7) + 1);
  const table = makeTable({ x, y: x.map((value, row) => value * (2 + row / 64)) });
  return {
    ...table,
    columns: table.columns.map((column) => (column.name === 'y' ? { ...column, role: 'target' } : column)),
  };
}

/** The model that says `weight` times x. */
export const fakeModel = (weight: number): ModelValue => fakeLinearModel(['x'], [[weight]], { name: 'y' });

export const weightOf = (model: ModelValue): number => networkOf(model).weights[0]?.values[0] ?? Number.NaN;

const runners: readonly Runner[] = [
  defineRunner(rowsSpec, {
    run: async (_inputs, { rows = 0 }) => ({ table: { type: 'table', table: fakeRows(rows) } }),
  }),
  defineRunner(streamSpec, {
    run: async ({ table }, { history = 0 }) => ({
      table: {
        type: 'table',
        table: takeRows(
          table.table,
          Uint32Array.from({ length: history }, (_, i) => i),
        ),
      },
    }),
  }),
  defineRunner(fitSpec, {
    run: async ({ table }, { fails = 0 }, ctx) => {
      await ctx.yieldIfDue();
      if (fails > 0 || table.table.rows === 0) throw trouble('The fit failed.');
      const [x, y, weight] = table.table.columns.map((column) => ('values' in column ? column.values : []));
      let [above, below] = [0, 0];
      (x ?? []).forEach((value, row) => {
        const counts = weight?.[row] ?? 1;
        above += counts * value * (y?.[row] ?? 0);
        below += counts * value * value;
      });
      return { model: { type: 'model', model: fakeModel(above / below) } };
    },
  }),
  defineRunner(deploySpec, {
    run: async ({ model }) => ({ model }),
  }),
  liveOnly(trainSpec),
  liveOnly(gateSpec),
];

const trouble = (message: string): Failure =>
  new Failure({ code: 'fake', message: text(message, message), hint: text('Mend it.', '고치세요.') });

const liveModel: z.ZodType<LiveModel> = z.custom<LiveModel>((value) => typeof value === 'object');
const status = (words: string) => ({ level: 'ok', message: said(words) }) as const;

const live: readonly LiveRunner[] = [
  defineLive(streamSpec, z.strictObject({ ends: z.array(z.number()) }), {
    open: ({ table }, { history = 0 }) => ({
      table: table.table,
      historyRows: history,
      target: 'y',
      follows: null,
      clock: { begin: 1000, minutesPerTick: 1 },
    }),
    start: (_inputs, { history = 0 }) => ({ ends: [history] }),
    tick: ({ ends }, _inputs, { batch = 1, delay = 0 }, ctx) => {
      const from = ctx.stream(ctx.nodeId).rows;
      const rows = { from, to: from + Math.min(batch, ctx.source?.rows ?? 0) };
      const due = [...ends, rows.to];
      const to = due.length > delay ? (due[due.length - 1 - delay] ?? 0) : (due[0] ?? 0);
      const labelled = { from: ctx.stream(ctx.nodeId).labelledTo, to };
      return {
        state: { ends: due.slice(-delay - 1) },
        outputs: { stream: { type: 'stream', batch: { stream: ctx.nodeId, rows, labelled } } },
        events: [],
        status: status(`${rows.to}`),
      };
    },
  }),
  defineLive(deploySpec, z.strictObject({ model: liveModel }), {
    start: async ({ model }, { refuses = 0 }, ctx) => {
      if (refuses > 0) throw trouble('This does not go live.');
      const about = { deployment: ctx.nodeId, madeBy: 'pipeline', parent: null, tick: 0, rows: null } as const;
      const version = await ctx.models.keep(model.model, { ...about, metrics: ctx.evaluated });
      const reason = said('first');
      await ctx.models.promote(version, { deployment: ctx.nodeId, tick: 0, why: reason });
      const champion: LiveModel = {
        version,
        as: 'champion',
        deployment: ctx.nodeId,
        stream: 'stream',
        trainedOn: null,
        metrics: ctx.evaluated,
        fresh: true,
        reason,
      };
      return { model: champion };
    },
    tick: async ({ model }, { stream, promoted }, { breaksFrom = 0, breaksTo = 0 }, ctx) => {
      if (ctx.tick >= breaksFrom && ctx.tick < breaksTo) throw trouble('Out of order.');
      if (stream === undefined) throw new Error('no stream');
      const taken = promoted?.model ?? null;
      const next: LiveModel = taken === null ? { ...model, fresh: false } : { ...taken, as: 'champion' };
      const reason = said(`${next.version} at tick`, ctx.tick);
      if (taken !== null) {
        await ctx.models.promote(next.version, { deployment: ctx.nodeId, tick: ctx.tick, why: reason });
      }
      const { batch } = stream;
      const answers = await ctx.models.score(next.version, ctx.rows(batch.stream, batch.rows));
      const settled = await ctx.models.score(next.version, ctx.rows(batch.stream, batch.labelled));
      const figures: JsonObject = { version: next.version, sum: answers.scores.reduce((a, b) => a + b, 0) };
      return {
        state: { model: next },
        outputs: {
          model: { type: 'model', model: next },
          predictions: {
            type: 'stream',
            batch,
            served: { deployment: ctx.nodeId, champion: next, answers, settled, refused: [] },
          },
        },
        events: [
          ...(taken === null ? [] : [{ type: 'promote', reason, figures: { version: next.version } } as const]),
          { type: 'batch', reason: said('answered'), figures },
        ],
        status: status(next.version),
      };
    },
  }),
  defineLive(trainSpec, z.strictObject({ job: z.string().nullable(), due: z.number(), rows: z.array(z.number()) }), {
    start: (_inputs, { refuses = 0 }) => {
      if (refuses > 0) throw trouble('This does not go live.');
      return { job: null, due: 0, rows: [0, 0] };
    },
    tick: async (state, { predictions, model }, params, ctx) => {
      const { every = 1, takes = 1, window = 1, halfLife = 0, breaksFrom = 0, breaksTo = 0 } = params;
      if (ctx.tick >= breaksFrom && ctx.tick < breaksTo) throw trouble('Out of order.');
      const silent = { outputs: {}, events: [], status: status('waits') };
      if (state.job === null) {
        if (ctx.tick % every !== 0 || predictions === undefined) return { state, ...silent };
        const { stream } = predictions.batch;
        const to = ctx.stream(stream).labelledTo;
        const rows = { from: Math.max(0, to - window), to };
        const id = `${ctx.nodeId}:${ctx.tick}`;
        const deployment = predictions.served?.deployment ?? '';
        const weighs = halfLife > 0 ? halfLife : null;
        ctx.retraining.begin({ id, deployment, stream, rows, mode: 'full', halfLife: weighs });
        return {
          state: { job: id, due: ctx.tick + takes, rows: [rows.from, rows.to] },
          outputs: {},
          events: [{ type: 'retrain', reason: said('begun'), figures: { id } }],
          status: status('trains'),
        };
      }
      if (ctx.tick < state.due || model === undefined) return { state, ...silent };
      const outcome = await ctx.retraining.result(state.job);
      const done = { ...state, job: null };
      if (!outcome.ok) {
        const event = { type: 'alert', reason: asWritten(outcome.message), figures: {} } as const;
        return { state: done, outputs: {}, events: [event], status: status('failed') };
      }
      const [from = 0, to = 0] = state.rows;
      const challenger: LiveModel = {
        ...model.model,
        version: outcome.version,
        as: 'challenger',
        trainedOn: { from, to },
        metrics: outcome.metrics,
        fresh: true,
      };
      return {
        state: done,
        outputs: { model: { type: 'model', model: challenger } },
        events: [{ type: 'retrain', reason: said('done'), figures: { version: outcome.version } }],
        status: status('done'),
      };
    },
  }),
  defineLive(gateSpec, z.strictObject({}), {
    start: () => ({}),
    tick: (_state, { challenger }) => {
      if (challenger === undefined) return { state: {}, outputs: {}, events: [], status: status('waits') };
      return {
        state: {},
        outputs: { promoted: challenger },
        events: [{ type: 'gate', reason: said('better'), figures: { version: challenger.model.version } }],
        status: status('promotes'),
      };
    },
  }),
];

/** The kinds of the small loop. */
export const fakeLiveKinds: Kinds = indexKinds(
  [rowsSpec, streamSpec, fitSpec, deploySpec, trainSpec, gateSpec],
  runners,
  live,
);

/** The small loop as a document; `change` sets params or modes by node id. */
export function fakeLoop(
  change: Readonly<
    Record<string, { readonly params?: Readonly<Record<string, Json>>; readonly mode?: PipelineNode['mode'] }>
  > = {},
): PipelineDocument {
  const ids = ['rows', 'stream', 'fit', 'deploy', 'train', 'gate'];
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: 'loop',
    description: '',
    seed: 42,
    nodes: ids.map((id) => ({
      id,
      kind: `fake.${id}`,
      label: '',
      params: { ...change[id]?.params },
      position: { x: 0, y: 0 },
      mode: change[id]?.mode ?? 'on',
    })),
    edges: [
      ['rows.table', 'stream.table'],
      ['stream.table', 'fit.table'],
      ['fit.model', 'deploy.model'],
      ['stream.stream', 'deploy.stream'],
      ['deploy.predictions', 'train.predictions'],
      ['deploy.model', 'train.model'],
      ['deploy.model', 'gate.champion'],
      ['train.model', 'gate.challenger'],
      ['gate.promoted', 'deploy.promoted'],
    ].map(([from = '', to = '']) => ({ from, to })),
    notes: [],
  };
}
