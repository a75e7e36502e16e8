import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/failure';
import type { JsonObject } from '../../../lib/json';
import { text } from '../../../lib/text';
import type { ModelValue } from '../../../models/model';
import type { Answers } from '../../../serving/answers';
import { cellText } from '../../../table/cells';
import { columnNamed, isNumeric, replaceColumns } from '../../../table/columns';
import type { Table } from '../../../table/table';
import { said } from '../../../testing/lib/said';
import { type FakeLoop, fakeLoop } from '../../../testing/nodes/fake-live-context';
import { answersOf } from '../../../testing/nodes/fake-scores';
import { model, stepColumns } from '../../../testing/serving/fake-recipe';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import type { LiveModel, LiveStep, LiveValue, ServedBatch, TickContext } from '../../contract/live';
import { deployLive } from './live';
import { sayOfDeploy } from './messages';
import { deploySpec } from './spec';

const heights = [10, 12, 50, null, 9, 8, 11, 10];
const colours = ['red', 'blue', 'red', 'red', 'green', 'blue', 'red', 'red'];
const table = makeTable([
  makeColumn('id', [1, 2, 3, 4, 5, 6, 7, 8], 'id', 'integer'),
  makeColumn('height', heights),
  makeColumn('colour', colours),
  makeColumn('note', Array(8).fill('x'), null, 'text'),
  makeColumn('kind', ['cat', 'dog', 'cat', 'dog', 'cat', 'dog', 'cat', 'dog'], 'target'),
]);

/** p(dog) = height / 100, so that a row's answer is told by its height; rows without a height are dropped. */
const byHeight = (raw: Table): Answers => {
  const height = columnNamed(raw, 'height');
  if (!isNumeric(height)) throw new Error('heights are numbers');
  const scores = Float64Array.from(height.values, (value) => value / 100);
  return answersOf(Float64Array.from([...scores].flatMap((p) => [1 - p, p])), 2);
};

const models: Readonly<Record<string, ModelValue>> = { better: model, worse: model };

function deployment(given: Table = table, score = byHeight): FakeLoop {
  return fakeLoop({
    stepColumns,
    table: given,
    stream: 's',
    target: 'kind',
    historyRows: 2,
    models,
    scores: { kept1: score, better: score, worse: score },
  });
}

const own = { nodeId: 'd' };
const params = (changes: JsonObject = {}): JsonObject => ({ ...deploySpec.defaults, ...changes });
const start = (loop: FakeLoop): Promise<JsonObject> =>
  deployLive.start({ model: { type: 'model', model } }, params(), loop.live({ ...own, evaluated: { accuracy: 0.9 } }));

interface Step {
  readonly rows?: number;
  readonly labelledTo?: number;
  readonly promoted?: LiveModel;
  readonly ask?: TickContext['commands'];
}

/** One tick, through JSON as a checkpoint would have it. */
async function tick(
  loop: FakeLoop,
  state: JsonObject,
  step: Step,
  changes: JsonObject = {},
  context: Partial<TickContext> = {},
): Promise<LiveStep> {
  const { rows: from, labelledTo: known } = loop.live().stream('s');
  const ctx = loop.next(step, { ...own, commands: step.ask ?? [], ...context });
  const { rows: to, labelledTo } = ctx.stream('s');
  const stream: LiveValue = {
    type: 'stream',
    batch: { stream: 's', rows: { from, to }, labelled: { from: known, to: labelledTo } },
  };
  const promoted: LiveValue | undefined = step.promoted && { type: 'model', model: step.promoted };
  return deployLive.tick(JSON.parse(JSON.stringify(state)), { stream, promoted }, params(changes), ctx);
}

function servedIn({ outputs }: LiveStep): ServedBatch {
  const value = outputs.predictions;
  if (value?.type !== 'stream' || value.served === undefined) throw new Error('a deployment answers');
  return value.served;
}

const handed = (version: string, changes: Partial<LiveModel> = {}): LiveModel => ({
  version,
  as: 'challenger',
  deployment: 'd',
  stream: 's',
  trainedOn: { from: 0, to: 4 },
  metrics: { accuracy: 0.95 },
  fresh: true,
  reason: said('better'),
  ...changes,
});

const versionOf = (step: LiveStep): string | undefined =>
  step.outputs.model?.type === 'model' ? step.outputs.model.model.version : undefined;
const types = (step: LiveStep): readonly string[] => step.events.map(({ type }) => type);

describe('a deployment', () => {
  it('says with its answers which challenger was held against its champion, until another one serves', async () => {
    const loop = deployment();
    const first = await tick(loop, await start(loop), { rows: 2 });
    expect(servedIn(first).held).toBeUndefined();
    const lost = handed('worse', { as: 'held', begunAt: 1, stoodUp: true });
    const second = await tick(loop, first.state, { rows: 1, promoted: lost });
    const held = { version: 'worse', tick: 2, begunAt: 1, rows: { from: 0, to: 4 }, stoodUp: true };
    expect(servedIn(second)).toMatchObject({ champion: { version: 'kept1' }, held });
    expect(types(second)).toEqual(['batch']);
    const third = await tick(loop, second.state, { rows: 1 });
    expect(servedIn(third).held).toEqual(held);
    const fourth = await tick(loop, third.state, { rows: 1, promoted: handed('better') });
    expect(servedIn(fourth)).toMatchObject({ champion: { version: 'better' } });
    expect(servedIn(fourth).held).toBeUndefined();
  });

  it('keeps and promotes the pipeline’s model before the first tick, with what evaluation found of it', async () => {
    const loop = deployment();
    await start(loop);
    expect(loop.kept).toMatchObject([
      { version: 'kept1', about: { deployment: 'd', madeBy: 'pipeline', metrics: { accuracy: 0.9 } } },
    ]);
    expect(loop.promoted).toMatchObject([{ version: 'kept1', deployment: 'd', tick: 0 }]);
  });

  it('answers every batch with the champion, which was trained on the history', async () => {
    const loop = deployment();
    const step = await tick(loop, await start(loop), { rows: 2 }, { checkRanges: false });
    expect([...servedIn(step).answers.scores]).toEqual([0.5, 0.5, Number.NaN, Number.NaN]);
    expect(servedIn(step)).toMatchObject({
      deployment: 'd',
      refused: [3],
      champion: { version: 'kept1', as: 'champion', stream: 's', trainedOn: { from: 0, to: 2 }, fresh: false },
    });
    expect(step.events).toMatchObject([
      { type: 'batch', figures: { rows: 2, answered: 1, refused: 1, reasons: { 'dropped-by-preparation': 1 } } },
    ]);
  });

  it('gives rows the answers they got when they were served, once their labels come', async () => {
    const loop = deployment();
    const first = await tick(loop, await start(loop), { rows: 4, labelledTo: 2 }, { checkRanges: false });
    expect(servedIn(first).settled.scores).toHaveLength(0);
    const promoted = handed('better');
    const second = await tick(loop, first.state, { rows: 1, labelledTo: 5, promoted }, { checkRanges: false });
    expect([...servedIn(second).settled.scores]).toEqual([0.5, 0.5, Number.NaN, Number.NaN, 0.91, 0.09]);
    const third = await tick(loop, second.state, { rows: 1, labelledTo: 8 }, { checkRanges: false });
    expect([...servedIn(third).settled.scores]).toEqual([0.92, 0.08, 0.89, 0.11, 0.9, 0.1]);
    expect(third.state.waiting).toEqual([]);
  });

  it('keeps what a former champion said of a class that the present one does not know', async () => {
    const others: ModelValue = { ...model, target: { ...model.target, classes: ['cat', 'fox'] } };
    const loop = fakeLoop({
      stepColumns,
      table,
      stream: 's',
      target: 'kind',
      historyRows: 2,
      models: { others },
      scores: { kept1: byHeight, others: byHeight },
    });
    const first = await tick(loop, await start(loop), { rows: 1, labelledTo: 2 }, { checkRanges: false });
    const promoted = handed('others');
    const second = await tick(loop, first.state, { rows: 1, labelledTo: 3, promoted }, { checkRanges: false });
    expect(servedIn(second).settled).toMatchObject({ outputs: 3, classes: ['cat', 'fox', 'dog'] });
    expect([...servedIn(second).settled.scores]).toEqual([0.5, 0, 0.5]);
  });

  it('answers nothing of an empty batch, and makes no event of it', async () => {
    const loop = deployment();
    const step = await tick(loop, await start(loop), { rows: 0 });
    expect(step.events).toEqual([]);
    expect(servedIn(step).answers.scores).toHaveLength(0);
  });

  it('serves without a stream too', async () => {
    const loop = deployment();
    const step = await deployLive.tick(await start(loop), {}, params(), loop.next({}, own));
    expect(versionOf(step)).toBe('kept1');
    expect(step.outputs.predictions).toBeUndefined();
  });
});

describe('a row that fails a check', () => {
  it('is answered with a warning', async () => {
    const loop = deployment();
    const step = await tick(loop, await start(loop), { rows: 3 });
    expect(step.events).toMatchObject([
      { type: 'batch', figures: { answered: 2, refused: 1, warned: 2, warnings: { range: 1, 'unseen-category': 1 } } },
    ]);
    expect(step.status.level).toBe('warning');
  });

  it('is refused where the policy says so, for the first rule it breaks', async () => {
    const loop = deployment();
    const step = await tick(loop, await start(loop), { rows: 3 }, { policy: 'refuse' });
    expect(servedIn(step).refused).toEqual([2, 3, 4]);
    expect(step.events[0]?.figures).toMatchObject({
      answered: 0,
      warned: 0,
      reasons: { range: 1, 'dropped-by-preparation': 1, 'unseen-category': 1 },
    });
  });

  it('is answered without the cell where the policy says so', async () => {
    const seen: (string | null)[] = [];
    const loop = deployment(table, (raw) => {
      for (let row = 0; row < raw.rows; row++) seen.push(cellText(columnNamed(raw, 'colour'), row));
      return byHeight(raw);
    });
    const step = await tick(loop, await start(loop), { rows: 3 }, { policy: 'missing' });
    expect(seen).toEqual(['red', 'red', null]);
    expect(servedIn(step).refused).toEqual([2, 3]);
  });

  it('lies within the margin where it is wide enough', async () => {
    const loop = deployment();
    const step = await tick(loop, await start(loop), { rows: 1 }, { margin: 5, policy: 'refuse' });
    expect(servedIn(step).refused).toEqual([]);
  });

  it('refuses the whole batch, and alerts once, where a needed column is not there', async () => {
    const loop = deployment(replaceColumns(table, new Map([['colour', []]])));
    const first = await tick(loop, await start(loop), { rows: 2 }, { policy: 'refuse' });
    expect(types(first)).toEqual(['batch', 'alert']);
    expect(first.events[0]?.figures).toMatchObject({ answered: 0, reasons: { 'raw-column-missing': 2 } });
    expect(first.status.level).toBe('alarm');
    expect(types(await tick(loop, first.state, { rows: 2 }, { policy: 'refuse' }))).toEqual(['batch']);
  });

  it('answers with an absent column missing where it is not checked', async () => {
    const loop = deployment(replaceColumns(table, new Map([['colour', []]])));
    const step = await tick(loop, await start(loop), { rows: 1 }, { checkColumns: false, policy: 'refuse', margin: 5 });
    expect(servedIn(step).refused).toEqual([]);
  });

  it('costs no other row its answer where the model cannot score it', async () => {
    const broken = (raw: Table): Answers => {
      const answers = byHeight(raw);
      const { message } = new Error('50 is too much');
      if (!answers.scores.includes(0.5)) return answers;
      throw new Failure({ code: 'model-diverged', message: { en: message, ko: message }, hint: { en: '', ko: '' } });
    };
    const loop = deployment(table, broken);
    const step = await tick(loop, await start(loop), { rows: 6 }, { margin: 5 });
    expect(step.events[0]?.figures).toMatchObject({
      answered: 4,
      reasons: { 'model-diverged': 1, 'dropped-by-preparation': 1 },
    });
  });
});

describe('the champion', () => {
  it('changes in the tick after Gate handed it over, once', async () => {
    const loop = deployment();
    const first = await tick(loop, await start(loop), { rows: 1, promoted: handed('better') });
    expect(first.events[0]).toMatchObject({ type: 'promote', figures: { version: 'better', former: 'kept1' } });
    expect(first.outputs.model).toMatchObject({
      model: { version: 'better', fresh: true, trainedOn: { from: 0, to: 4 } },
    });
    expect(loop.promoted.at(-1)).toMatchObject({ version: 'better', tick: 1 });
    const again = await tick(loop, first.state, { rows: 1, promoted: handed('better') });
    expect(types(again)).not.toContain('promote');
    expect(again.outputs.model).toMatchObject({ model: { version: 'better', fresh: false } });
    expect(loop.promoted).toHaveLength(2);
  });

  it('goes on serving where the one that Gate handed over cannot take its place', async () => {
    const loop = deployment();
    const state = await start(loop);
    const gone = text('The version is no longer kept.', '버전이 더는 없어요.');
    const models = {
      ...loop.live().models,
      promote: () => Promise.reject(new Failure({ code: 'version-gone', message: gone, hint: gone })),
    };
    const step = await tick(loop, state, { rows: 1, promoted: handed('better') }, { checkRanges: false }, { models });
    expect(types(step)).toEqual(['alert', 'batch']);
    expect(step.events[0]?.reason).toEqual(
      sayOfDeploy('cannot-serve', { former: 'kept1', version: 'better', code: 'version-gone', message: gone }),
    );
    expect(versionOf(step)).toBe('kept1');
    expect(servedIn(step).refused).toEqual([]);
  });

  it('goes back where Gate says that it does worse', async () => {
    const loop = deployment();
    const first = await tick(loop, await start(loop), { rows: 1, promoted: handed('worse') });
    const back = handed('kept1', { as: 'rollback', trainedOn: null });
    const second = await tick(loop, first.state, { rows: 1, promoted: back });
    expect(second.events[0]).toMatchObject({ type: 'rollback', figures: { version: 'kept1', former: 'worse' } });
    expect(second.outputs.model).toMatchObject({
      model: { version: 'kept1', fresh: true, trainedOn: { from: 0, to: 2 } },
    });
    expect(loop.rolledBack).toMatchObject([{ version: 'kept1', tick: 2 }]);
    expect(loop.promoted.at(-1)).toMatchObject({ version: 'worse' });
  });

  it('goes back by hand step by step, and says where nothing is before it', async () => {
    const loop = deployment();
    const ask = [{ nodeId: 'd', type: 'rollback' }] as const;
    const first = await tick(loop, await start(loop), { rows: 1, promoted: handed('worse') });
    const second = await tick(loop, first.state, { rows: 1, promoted: handed('better') });
    const third = await tick(loop, second.state, { rows: 1, ask });
    expect([versionOf(third), types(third)]).toEqual(['worse', ['rollback', 'batch']]);
    const fourth = await tick(loop, third.state, { rows: 1, ask });
    expect(versionOf(fourth)).toBe('kept1');
    const fifth = await tick(loop, fourth.state, { rows: 1, ask });
    expect([versionOf(fifth), types(fifth)]).toEqual(['kept1', ['alert', 'batch']]);
  });

  it('goes forth again to a champion that was gone back behind, with what was known of it', async () => {
    const loop = deployment();
    const first = await tick(loop, await start(loop), { rows: 1, promoted: handed('better') });
    const back = await tick(loop, first.state, { rows: 1, ask: [{ nodeId: 'd', type: 'rollback' }] });
    expect(versionOf(back)).toBe('kept1');
    const ask = [{ nodeId: 'd', type: 'rollback', version: 'better' }] as const;
    const forth = await tick(loop, back.state, { rows: 1, ask });
    expect(forth.outputs.model).toMatchObject({ model: { version: 'better', trainedOn: { from: 0, to: 4 } } });
    const backAgain = await tick(loop, forth.state, { rows: 1, ask: [{ nodeId: 'd', type: 'rollback' }] });
    expect(versionOf(backAgain)).toBe('kept1');
  });

  it('goes back to the version that a person names, and says where the registry lacks it', async () => {
    const loop = deployment();
    const state = await start(loop);
    const named = await tick(loop, state, { rows: 1, ask: [{ nodeId: 'd', type: 'rollback', version: 'better' }] });
    expect([versionOf(named), types(named)]).toEqual(['better', ['rollback', 'batch']]);
    // Nobody knows what it has learned from: no row that is there already may speak for or against it.
    expect(named.outputs.model).toMatchObject({ model: { trainedOn: { from: 0, to: 3 } } });
    const gone = await tick(loop, state, { rows: 0, ask: [{ nodeId: 'd', type: 'rollback', version: 'nobody' }] });
    expect([versionOf(gone), types(gone)]).toEqual(['kept1', ['alert']]);
  });
});
