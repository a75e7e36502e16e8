import type { JsonObject } from '../../lib/json';
import type { ModelValue } from '../../models/model';
import type { Held, LiveModel, LiveStep } from '../../nodes/contract/live';
import type { LiveCommand } from '../../nodes/contract/live-events';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import type { RowRange } from '../../nodes/contract/row-range';
import { monitorLive } from '../../nodes/retrain/monitor/live';
import type { Answers } from '../../serving/answers';
import type { Column, SourceField, Table } from '../../table/table';
import { said } from '../lib/said';
import { fakeLinearModel } from '../models/fake-model';
import { type FakeLoop, type FakeLoopSetup, fakeLoop } from './fake-live-context';
import { answersOf } from './fake-scores';

/** A loop of a stream, a deployment that answers by a rule, and the monitor; for its own tests. */
export interface FakeDeployment {
  readonly loop: FakeLoop;
  state: JsonObject;
  /** Changes the champion from the next tick on. */
  promote(champion: LiveModel): void;
  /** Lets a challenger have been held from the next tick on. */
  hold(held: Held): void;
  /** Lets a person ask for the newest rows as the reference, in the next tick. */
  adopt(): void;
  /** Lets the model need these raw columns instead of the stream's own. */
  needs(source: readonly SourceField[]): void;
  /** Hands out rows; the labels of the newest `delayed` ones are still to come. `settledAs` says what labelled rows had been answered. */
  next(rows: number, delayed?: number, settledAs?: (raw: Table) => Answers): Promise<Seen>;
}

interface Seen extends LiveStep {
  readonly report: MonitorReport;
}

export interface DeploymentSetup {
  readonly table: Table;
  readonly target: string;
  readonly historyRows: number;
  /** Answers by version. */
  readonly scores: Readonly<Record<string, (raw: Table) => Answers>>;
  readonly classes?: readonly string[];
  readonly params?: JsonObject;
  readonly metrics?: LiveModel['metrics'];
}

export const champion = (version: string, changes: Partial<LiveModel> = {}): LiveModel => ({
  version,
  as: 'champion',
  deployment: 'deploy1',
  stream: 'stream1',
  trainedOn: null,
  metrics: {},
  fresh: false,
  reason: said('first'),
  ...changes,
});

export async function fakeDeployment(setup: DeploymentSetup): Promise<FakeDeployment> {
  const { table, target, historyRows, scores, classes, params = {}, metrics = {} } = setup;
  const model = modelOf(table, target, classes);
  const models: Record<string, ModelValue> = Object.fromEntries(Object.keys(scores).map((version) => [version, model]));
  const given: FakeLoopSetup = { table, target, historyRows, scores, models };
  const loop = fakeLoop(given);
  let serving = champion(Object.keys(scores)[0] ?? '', { metrics });
  let held: Held | undefined;
  let commands: readonly LiveCommand[] = [];
  const answered: number[] = [];
  let [at, labelledTo] = [historyRows, historyRows];
  const fake: FakeDeployment = {
    loop,
    state: await monitorLive.start({}, params, loop.live()),
    promote: (next) => {
      serving = next;
    },
    hold: (next) => {
      held = next;
    },
    adopt: () => {
      commands = [{ nodeId: 'node1', type: 'adopt' }];
    },
    needs: (source) => {
      models[serving.version] = { ...model, features: source.map(({ name }) => name), recipe: { source, steps: [] } };
    },
    next: async (rows, delayed = 0, settledAs) => {
      const to = Math.min(table.rows, at + rows);
      const labelled: RowRange = { from: labelledTo, to: Math.max(labelledTo, to - delayed) };
      const ctx = loop.next({ rows: to - at, labelledTo: labelled.to }, { commands });
      commands = [];
      const range: RowRange = { from: at, to };
      const answers = await ctx.models.score(serving.version, ctx.rows('stream1', range));
      answered.push(...answers.scores);
      const batch = { stream: 'stream1', rows: range, labelled };
      const { outputs } = answers;
      const scoresOf = answered.slice((labelled.from - historyRows) * outputs, (labelled.to - historyRows) * outputs);
      const settled = settledAs?.(ctx.rows('stream1', labelled)) ?? answersOf(Float64Array.from(scoresOf), outputs);
      const refused = refusedOf(answers, at);
      const standing = { champion: serving, ...(held === undefined ? {} : { held }) };
      const served = { deployment: 'deploy1', ...standing, answers, settled, refused };
      const step = await monitorLive.tick(fake.state, { predictions: { type: 'stream', batch, served } }, params, ctx);
      [at, labelledTo] = [to, labelled.to];
      fake.state = step.state;
      const out = step.outputs.report;
      if (out?.type !== 'report') throw new Error('no report');
      return { ...step, report: out.report };
    },
  };
  return fake;
}

function modelOf(table: Table, target: string, classes: readonly string[] | undefined): ModelValue {
  const features = table.columns.filter(({ name, role }) => name !== target && role !== 'time');
  return fakeLinearModel(
    features.map(({ name }) => name),
    features.map(() => [1]),
    classes === undefined ? { name: target, scale: { mean: 0, sd: 1 } } : { name: target, classes },
    { source: table.columns.map(fieldOf), steps: [] },
  );
}

function fieldOf(column: Column) {
  const { name, role, type } = column;
  return 'dictionary' in column ? { name, role, type, categories: column.dictionary } : { name, role, type };
}

/** A row without scores was refused. */
function refusedOf({ scores, outputs }: Answers, first: number): readonly number[] {
  return Array.from({ length: scores.length / outputs }, (_, row) => row)
    .filter((row) => Number.isNaN(scores[row * outputs]))
    .map((row) => first + row);
}

/** Scores of two classes out of the chance of the second; NaN where a row gets no answer. */
export function binary(chances: readonly number[]): Answers {
  return answersOf(Float64Array.from(chances.flatMap((chance) => [1 - chance, chance])), 2);
}
