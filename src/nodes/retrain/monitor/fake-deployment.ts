import { fakeLinearModel } from '../../../learn/fake-model';
import type { ModelValue } from '../../../learn/model';
import type { JsonObject } from '../../../lib/json';
import type { Column, Table } from '../../../table/table';
import { type FakeLoop, type FakeLoopSetup, fakeLoop } from '../../fake-live-context';
import type { Answers, LiveModel, LiveStep, RowRange } from '../../live';
import type { MonitorReport } from '../../monitor-report';
import { monitorLive } from './live';

/** A loop of a stream, a deployment that answers by a rule, and the monitor; for its own tests. */
export interface FakeDeployment {
  readonly loop: FakeLoop;
  state: JsonObject;
  /** Changes the champion from the next tick on. */
  promote(champion: LiveModel): void;
  next(rows: number, delayed?: number): Promise<Seen>;
}

export interface Seen extends LiveStep {
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
  reason: { en: 'first', ko: '처음' },
  ...changes,
});

export async function fakeDeployment(setup: DeploymentSetup): Promise<FakeDeployment> {
  const { table, target, historyRows, scores, classes, params = {}, metrics = {} } = setup;
  const model = modelOf(table, target, classes);
  const models = Object.fromEntries(Object.keys(scores).map((version) => [version, model]));
  const given: FakeLoopSetup = { table, target, historyRows, scores, models };
  const loop = fakeLoop(given);
  let serving = champion(Object.keys(scores)[0] ?? '', { metrics });
  const answered: { readonly to: number; readonly answers: Answers }[] = [];
  let [at, labelledTo] = [historyRows, historyRows];
  const fake: FakeDeployment = {
    loop,
    state: await monitorLive.start({}, params, loop.live()),
    promote: (next) => {
      serving = next;
    },
    next: async (rows, delayed = 0) => {
      const to = Math.min(table.rows, at + rows);
      const labelled: RowRange = { from: labelledTo, to: Math.max(labelledTo, to - delayed) };
      const ctx = loop.next({ rows: to - at, labelledTo: labelled.to });
      const range: RowRange = { from: at, to };
      const answers = await ctx.models.score(serving.version, ctx.rows('stream1', range));
      answered.push({ to, answers });
      const batch = { stream: 'stream1', rows: range, labelled };
      const settled = settle(answered, historyRows, labelled);
      const served = { deployment: 'deploy1', champion: serving, answers, settled, refused: [] };
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

function settle(
  answered: readonly { readonly to: number; readonly answers: Answers }[],
  first: number,
  { from, to }: RowRange,
): Answers {
  const outputs = answered[0]?.answers.outputs ?? 1;
  const all = answered.flatMap(({ answers }) => [...answers.scores]);
  return { scores: Float64Array.from(all.slice((from - first) * outputs, (to - first) * outputs)), outputs };
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
