import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { said } from '../../../testing/lib/said';
import { type FakeLoop, fakeLoop } from '../../../testing/nodes/fake-live-context';
import { classScores, labelledWorld, rightIn, yesNoModel } from '../../../testing/nodes/fake-scores';
import type { LiveModel, LiveStep, TickContext } from '../../contract/live';
import { gateLive } from './live';
import { sayOfGate } from './messages';

const HISTORY = 1_000;

const loopOf = (challenger = classScores(rightIn(9)), champion = classScores(rightIn(6))): FakeLoop =>
  fakeLoop({
    table: labelledWorld(10_000),
    target: 'label',
    historyRows: HISTORY,
    scores: { v1: champion, v2: challenger, v3: challenger },
    models: { v1: yesNoModel, v2: yesNoModel, v3: yesNoModel },
  });

const model = (version: string, to: number, more: Partial<LiveModel> = {}): LiveModel => ({
  version,
  as: version === 'v1' ? 'champion' : 'challenger',
  deployment: 'deploy',
  stream: 'stream1',
  trainedOn: { from: 0, to },
  metrics: {},
  fresh: version !== 'v1',
  reason: said('trained'),
  ...more,
});
const first = model('v1', HISTORY);

interface Script {
  readonly params?: JsonObject;
  readonly ticks: number;
  /** Challengers by the tick in which they come. */
  readonly come: Readonly<Record<number, LiveModel>>;
  readonly at?: (tick: number) => Partial<TickContext>;
  readonly labelledTo?: (tick: number) => number;
}

/** Ticks of 100 rows; the deployment follows what the gate hands over, one tick later. */
async function play(loop: FakeLoop, { params = {}, ticks, come, at, labelledTo }: Script): Promise<LiveStep[]> {
  let state = await gateLive.start({}, params, loop.live());
  let champion = first;
  const steps: LiveStep[] = [];
  for (let tick = 1; tick <= ticks; tick++) {
    const challenger = come[tick];
    const step = await gateLive.tick(
      state,
      {
        champion: { type: 'model', model: champion },
        ...(challenger === undefined ? {} : { challenger: { type: 'model', model: challenger } }),
      },
      params,
      loop.next({ rows: 100, ...(labelledTo === undefined ? {} : { labelledTo: labelledTo(tick) }) }, at?.(tick)),
    );
    steps.push(step);
    champion = handed(step) ?? champion;
    state = JSON.parse(JSON.stringify(step.state));
  }
  return steps;
}

const given = ({ outputs: { promoted } }: LiveStep) => (promoted?.type === 'model' ? promoted.model : null);
/** What is to serve. */
const handed = (step: LiveStep) => (given(step)?.as === 'held' ? null : given(step));
const heldIn = (steps: readonly LiveStep[]) => steps.map(given).filter((model) => model?.as === 'held');
const versions = (steps: readonly LiveStep[]) => steps.map((step) => handed(step)?.version ?? null);
const verdicts = (steps: readonly LiveStep[]) =>
  steps.flatMap(({ events }, i) => events.map(({ figures }) => `${i + 1} ${String(figures.verdict)}`));
const event = (steps: readonly LiveStep[]) => steps.flatMap(({ events }) => events)[0];

describe('a comparison', () => {
  it('waits for rows that neither has learned from, says how many, and promotes what is clearly better', async () => {
    const loop = loopOf();
    const steps = await play(loop, { params: { watchRows: 0 }, ticks: 5, come: { 1: model('v2', 1_050) } });
    expect(steps[0]?.status.message).toEqual(sayOfGate('waits-for-rows', { missing: 250, rows: 300 }));
    expect(versions(steps)).toEqual([null, null, null, 'v2', null]);
    expect(steps[3]?.outputs.promoted).toMatchObject({
      model: { as: 'champion', fresh: true, metrics: { accuracy: 0.9 } },
    });
    expect(event(steps)).toMatchObject({
      type: 'gate',
      figures: {
        verdict: 'promote',
        champion: 'v1',
        challenger: 'v2',
        measure: 'accuracy',
        championFigure: 0.6,
        challengerFigure: 0.9,
        gain: 0.3,
        test: 'mcnemar',
        rows: 300,
        rowsFrom: 1_100,
        rowsTo: 1_400,
      },
    });
    expect(event(steps)?.reason).toMatchObject({
      code: 'gate/promoted',
      args: { measure: 'accuracy', first: 0.6, second: 0.9, rows: 300, test: 'mcnemar', pValue: expect.any(Number) },
    });
    expect(loop.scored).toEqual({ v1: 300, v2: 300 });
  });

  it('holds and archives what is no better', async () => {
    const loop = loopOf(classScores(rightIn(6)));
    const steps = await play(loop, { ticks: 4, come: { 1: model('v2', 1_000) } });
    expect(verdicts(steps)).toEqual(['3 hold']);
    expect(event(steps)?.reason).toMatchObject({ code: 'gate/held', args: { why: { code: 'gate/alike' } } });
    expect(loop.archived).toMatchObject([{ version: 'v2', deployment: 'deploy', tick: 3 }]);
    expect(versions(steps)).toEqual([null, null, null, null]);
  });

  it('holds what does worse', async () => {
    const steps = await play(loopOf(classScores(rightIn(3))), { ticks: 3, come: { 1: model('v2', 1_000) } });
    expect(event(steps)?.reason).toMatchObject({
      code: 'gate/held',
      args: { first: 0.6, second: 0.3, why: { code: 'gate/worse' } },
    });
  });

  it('tells the deployment once of what it held, and whether the champion stood up to it', async () => {
    const steps = await play(loopOf(classScores(rightIn(6))), {
      ticks: 5,
      come: { 1: model('v2', 1_000, { begunAt: 1 }) },
    });
    expect(heldIn(steps)).toMatchObject([
      { version: 'v2', begunAt: 1, stoodUp: true, trainedOn: { from: 0, to: 1_000 } },
    ]);
    const byPerson = await play(loopOf(), {
      ticks: 3,
      come: { 1: model('v2', 1_000) },
      at: (tick) => (tick === 2 ? { commands: [{ nodeId: 'gate', type: 'hold' }] } : {}),
    });
    expect(heldIn(byPerson)).toMatchObject([{ stoodUp: true }]);
    const gaveUp = await play(loopOf(), {
      params: { rows: 5_000, patience: 3 },
      ticks: 5,
      come: { 1: model('v2', 1_000) },
    });
    expect(heldIn(gaveUp)).toMatchObject([{ stoodUp: false }]);
    const overtaken = await play(loopOf(), {
      ticks: 3,
      come: { 1: model('v2', 1_000), 2: model('v3', 1_000), 3: model('v4', 1_000) },
      params: { rows: 5_000 },
    });
    expect(verdicts(overtaken)).toEqual(['3 hold']);
    expect(heldIn(overtaken)).toEqual([]);
  });

  it('asks for the minimum gain', async () => {
    const steps = await play(loopOf(), { params: { minGain: 0.4 }, ticks: 3, come: { 1: model('v2', 1_000) } });
    expect(event(steps)?.reason.args.why).toEqual(sayOfGate('small-gain', { gain: 0.3, least: 0.4 }));
  });

  it('leaves rows out on both sides that have no label or that one model does not answer', async () => {
    const silent = classScores((row) => (row % 2 === 0 ? null : rightIn(9)(row)));
    const loop = loopOf(silent);
    const steps = await play(loop, { params: { rows: 200 }, ticks: 5, come: { 1: model('v2', 1_000) } });
    expect(verdicts(steps)).toEqual(['4 promote']);
    expect(event(steps)?.figures).toMatchObject({ rows: 200, rowsFrom: 1_001, rowsTo: 1_400 });
    const late = await play(loopOf(), {
      ticks: 7,
      come: { 1: model('v2', 1_000) },
      labelledTo: (tick) => 1_000 + 50 * tick,
    });
    expect(verdicts(late)).toEqual(['6 promote']);
  });

  it('gives up after its limit', async () => {
    const loop = loopOf();
    const steps = await play(loop, {
      params: { rows: 5_000, patience: 3 },
      ticks: 5,
      come: { 1: model('v2', 1_000) },
    });
    expect(verdicts(steps)).toEqual(['4 hold']);
    expect(event(steps)?.figures).toMatchObject({ gaveUp: true, missingRows: 4_600 });
    expect(loop.archived).toHaveLength(1);
  });

  it('says that a challenger is the champion itself, and keeps it', async () => {
    const loop = loopOf();
    const steps = await play(loop, { ticks: 1, come: { 1: model('v1', 1_000, { fresh: true }) } });
    expect(event(steps)?.reason).toEqual(sayOfGate('same-model'));
    expect(loop.archived).toEqual([]);
  });

  it('keeps the newest of the challengers that come during one comparison for afterwards', async () => {
    const loop = loopOf(classScores(rightIn(6)));
    const steps = await play(loop, {
      ticks: 6,
      come: { 1: model('v2', 1_000), 2: model('v3', 1_100) },
    });
    expect(verdicts(steps)).toEqual(['3 hold', '4 hold']);
    expect(loop.archived.map(({ version }) => version)).toEqual(['v2', 'v3']);
  });
});

describe('guard rails', () => {
  const unfair = classScores((row, group) => (group === 'north' ? rightIn(2)(row) : true));

  it('keep a better model back whose worst group loses', async () => {
    const params = { worstGroupDrop: 0.05 };
    const steps = await play(loopOf(unfair), { params, ticks: 3, come: { 1: model('v2', 1_000) } });
    expect(verdicts(steps)).toEqual(['3 hold']);
    expect(event(steps)?.reason.args.why).toMatchObject({
      args: { broken: [{ code: 'gate/worst-group', args: { measure: 'accuracy' } }] },
    });
    expect(heldIn(steps)).toMatchObject([{ stoodUp: false }]);
    expect(event(steps)?.figures).toMatchObject({ worstGroup: 'north', guardRailsBroken: 1, sensitive: 'group' });
  });

  it('keep back one that selects groups less alike', async () => {
    const chosen = classScores((row, group) =>
      group === 'north' ? row % 2 === 0 || rightIn(9)(row) : row % 2 !== 0 || rightIn(7)(row),
    );
    const steps = await play(loopOf(chosen), {
      params: { parityRise: 0.02 },
      ticks: 3,
      come: { 1: model('v2', 1_000) },
    });
    expect(event(steps)?.reason.args.why).toMatchObject({ args: { broken: [{ code: 'gate/parity' }] } });
  });

  it('bound the size and the cost, also where nothing is compared', async () => {
    const come = { 1: model('v2', 1_000) };
    const always = await play(loopOf(), { params: { decision: 'always' }, ticks: 1, come });
    expect(event(always)?.figures).toMatchObject({ verdict: 'promote', parameters: 2, bytes: 8, multiplyAdds: 1 });
    const large = { ...yesNoModel, body: { ...yesNoModel.body, parameters: 500 } };
    const loop = fakeLoop({
      table: labelledWorld(2_000),
      target: 'label',
      historyRows: HISTORY,
      models: { v2: large },
    });
    const bounded = await play(loop, { params: { decision: 'always', maxParameters: 100 }, ticks: 1, come });
    expect(event(bounded)?.reason).toEqual(
      sayOfGate('held-by-guards', { broken: [sayOfGate('parameters', { count: 500, most: 100 })] }),
    );
  });
});

describe('a person', () => {
  const come = { 1: model('v2', 1_000) };
  const says = (type: 'promote' | 'hold', when: number) => (tick: number) =>
    tick === when ? { commands: [{ nodeId: 'gate', type }] } : {};

  it('is asked with the figures, and nothing is promoted without an answer', async () => {
    const steps = await play(loopOf(), { params: { decision: 'ask' }, ticks: 20, come });
    expect(verdicts(steps)).toEqual(['3 ask']);
    expect(steps.at(-1)?.status).toMatchObject({ level: 'warning' });
    expect(steps.at(-1)?.status.message).toMatchObject({ code: 'gate/asks', args: { advice: 'promote' } });
    expect(versions(steps).every((version) => version === null)).toBe(true);
  });

  it('promotes or holds, at any time', async () => {
    const asked = await play(loopOf(), {
      params: { decision: 'ask', watchRows: 0 },
      ticks: 6,
      come,
      at: says('promote', 5),
    });
    expect(verdicts(asked)).toEqual(['3 ask', '5 promote']);
    const loop = loopOf();
    const early = await play(loop, { ticks: 5, come, at: says('hold', 2) });
    expect(verdicts(early)).toEqual(['2 hold']);
    expect(event(early)?.figures).toMatchObject({ byHand: true });
    expect(loop.archived).toMatchObject([{ version: 'v2' }]);
  });
});

describe('after a promotion', () => {
  const params = { rows: 100, watchRows: 200 };
  const come = { 1: model('v2', 1_000) };

  it('the model before comes back where the promoted one does worse on its first rows', async () => {
    const fading = classScores((row) => (row < 1_100 ? rightIn(9)(row) : rightIn(2)(row)));
    const steps = await play(loopOf(fading), { params, ticks: 5, come });
    expect(verdicts(steps)).toEqual(['1 promote', '3 rollback']);
    expect(steps[1]?.status.message).toEqual(sayOfGate('watches', { version: 'v2', missing: 100, rows: 200 }));
    expect(steps[2]?.outputs.promoted).toMatchObject({ model: { version: 'v1', as: 'rollback', fresh: true } });
    expect(steps[2]?.events[0]).toMatchObject({
      figures: {
        champion: 'v1',
        challenger: 'v2',
        championFigure: 0.6,
        challengerFigure: 0.2,
        rowsFrom: 1_100,
        rowsTo: 1_300,
      },
    });
    expect(steps[2]?.status.level).toBe('alarm');
  });

  it('it stays where it does not, or where the loss is one that is allowed', async () => {
    expect(verdicts(await play(loopOf(), { params, ticks: 5, come }))).toEqual(['1 promote', '3 keep']);
    const fading = classScores((row) => (row < 1_100 ? rightIn(9)(row) : rightIn(2)(row)));
    const lenient = await play(loopOf(fading), { params: { ...params, watchLoss: 0.5 }, ticks: 5, come });
    expect(verdicts(lenient)).toEqual(['1 promote', '3 keep']);
  });
});
