import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { text } from '../../../lib/text';
import { said } from '../../../testing/lib/said';
import { type FakeLoop, fakeLoop } from '../../../testing/nodes/fake-live-context';
import type { LiveModel, LiveStep } from '../../contract/live';
import { trainLive } from './live';
import { sayOfTrain } from './messages';

const rows = { rows: 100_000, columns: [], partition: null, sourceRows: null, recipe: { source: [], steps: [] } };

const champion: LiveModel = {
  version: 'v1',
  as: 'champion',
  deployment: 'deploy',
  stream: 'stream1',
  trainedOn: { from: 0, to: 1_000 },
  metrics: {},
  fresh: false,
  reason: said('first'),
};

interface Script {
  readonly ticks: number;
  readonly fires: readonly number[];
  readonly sinceRow?: number | null;
  readonly served?: (tick: number) => LiveModel;
  /** The stream ends with the last tick. */
  readonly ends?: boolean;
}

/** Ticks of 100 rows; in those of `fires` the signal fires. Each state goes through the text of a checkpoint. */
async function play(
  params: JsonObject,
  { ticks, fires, sinceRow = null, served = () => champion, ends = false }: Script,
  loop: FakeLoop = fakeLoop({ table: rows, historyRows: 1_000 }),
): Promise<LiveStep[]> {
  let state = await trainLive.start({}, params, loop.live());
  const steps: LiveStep[] = [];
  for (let tick = 1; tick <= ticks; tick++) {
    const fired = fires.includes(tick);
    const step = await trainLive.tick(
      state,
      {
        signal: {
          type: 'signal',
          signal: { fired, reason: said('drifted'), figures: { sinceRow } },
        },
        model: { type: 'model', model: served(tick) },
      },
      params,
      loop.next({ rows: 100, atEnd: ends && tick === ticks }, { nodeId: 'train' }),
    );
    steps.push(step);
    state = JSON.parse(JSON.stringify(step.state));
  }
  return steps;
}

const handedOut = (steps: readonly LiveStep[]) =>
  steps.map(({ outputs }) => (outputs.model?.type === 'model' ? outputs.model.model.version : null));
const told = (steps: readonly LiveStep[]) => steps.map(({ events }) => events.map(({ type }) => type).join());

describe('retraining', () => {
  it('begins when the signal fires and hands the challenger over once, as many ticks later as it takes', async () => {
    const loop = fakeLoop({ table: rows, historyRows: 1_000 });
    const steps = await play({ takes: 2, window: 500 }, { ticks: 5, fires: [2] }, loop);
    expect(loop.jobs).toMatchObject([{ id: 'train:2', rows: { from: 700, to: 1_200 }, mode: 'full' }]);
    expect(handedOut(steps)).toEqual([null, null, null, 'v2', null]);
    expect(told(steps)).toEqual(['', 'retrain', '', 'retrain', '']);
    expect(steps[1]?.events[0]?.reason).toEqual(
      sayOfTrain('begins', { mode: 'full', from: 700, to: 1200, replay: 0, why: said('drifted') }),
    );
    expect(steps[2]?.status).toEqual(
      expect.objectContaining({ level: 'busy', message: sayOfTrain('trains', { rows: 500, since: 2, again: false }) }),
    );
    expect(steps[3]?.outputs.model).toMatchObject({
      model: { as: 'challenger', fresh: true, trainedOn: { from: 700, to: 1_200 }, stream: 'stream1' },
    });
  });

  it.each([3, 4])('waits for what is under way in the stream’s last tick, begun in tick %i of 4', async (fired) => {
    const steps = await play({ takes: 5 }, { ticks: 4, fires: [fired], ends: true });
    expect(handedOut(steps)).toEqual([null, null, null, 'v2']);
    expect(steps[3]?.events.at(-1)?.figures).toMatchObject({ phase: 'end', ok: true, ticks: 4 - fired });
    expect(steps[3]?.status).toMatchObject({ level: 'ok', figures: { trained: 1 } });
  });

  it('tells in the stream’s last tick of what fails there', async () => {
    const loop = fakeLoop({
      table: rows,
      historyRows: 1_000,
      outcome: () => ({ ok: false, message: text('Broken.', '고장.'), hint: text('', '') }),
    });
    const steps = await play({ takes: 5 }, { ticks: 4, fires: [4], ends: true }, loop);
    expect(told(steps)).toEqual(['', '', '', 'retrain,retrain,alert']);
  });

  it('counts what the served weights have seen among what a model continued from them has', async () => {
    const served = { ...champion, trainedOn: { from: 0, to: 1_090 } };
    const script = { ticks: 1, fires: [1], served: () => served };
    const trainedOn = async (mode: string) => {
      const [step] = await play({ mode, takes: 0, holdOut: 50, window: 500 }, script);
      return step?.outputs.model?.type === 'model' ? step.outputs.model.model.trainedOn : null;
    };
    expect(await trainedOn('incremental')).toEqual({ from: 550, to: 1_090 });
    expect(await trainedOn('full')).toEqual({ from: 550, to: 1_050 });
  });

  it('says of a model that went on learning what all of its weights have learned from', async () => {
    const challengerOf = async (mode: string, served: LiveModel) => {
      const script = { ticks: 1, fires: [1], served: () => served };
      const [step] = await play({ mode, takes: 0, window: 50, leastRows: 20 }, script);
      return step?.outputs.model?.type === 'model' ? step.outputs.model.model : null;
    };
    const once = await challengerOf('incremental', champion);
    expect(once).toMatchObject({
      begunAt: 1,
      learned: [
        { from: 0, to: 1_000 },
        { from: 1_050, to: 1_100 },
      ],
    });
    const again = {
      ...champion,
      trainedOn: { from: 900, to: 950 },
      learned: [
        { from: 0, to: 700 },
        { from: 900, to: 1_060 },
      ],
    };
    const twice = await challengerOf('incremental', again);
    expect(twice?.learned).toEqual([
      { from: 0, to: 700 },
      { from: 900, to: 1_100 },
    ]);
    expect(await challengerOf('full', again)).not.toHaveProperty('learned');
  });

  it('may be done within its own tick', async () => {
    expect(handedOut(await play({ takes: 0 }, { ticks: 2, fires: [1] }))).toEqual(['v2', null]);
  });

  it('waits for further rows after the firing, and says how many', async () => {
    const loop = fakeLoop({ table: rows, historyRows: 1_000 });
    const steps = await play(
      { wait: 250, since: 'drift', leastRows: 50 },
      { ticks: 5, fires: [1], sinceRow: 1_050 },
      loop,
    );
    expect(steps[0]?.status.message).toEqual(sayOfTrain('waits-for-rows', { missing: 250 }));
    expect(loop.jobs).toMatchObject([{ id: 'train:4', rows: { from: 1_050, to: 1_400 } }]);
  });

  it('waits until it has its least rows', async () => {
    const loop = fakeLoop({ table: rows, historyRows: 1_000 });
    await play({ since: 'champion', leastRows: 300 }, { ticks: 4, fires: [1] }, loop);
    expect(loop.jobs).toMatchObject([{ id: 'train:3', rows: { from: 1_000, to: 1_300 } }]);
  });

  it('remembers one firing while it trains, or drops it', async () => {
    const remembered = fakeLoop({ table: rows, historyRows: 1_000 });
    const steps = await play({ takes: 3 }, { ticks: 9, fires: [1, 2, 3] }, remembered);
    expect(remembered.jobs.map(({ id }) => id)).toEqual(['train:1', 'train:5']);
    expect(steps[1]?.status.message).toMatchObject({ code: 'train/trains', args: { again: true } });
    const dropped = fakeLoop({ table: rows, historyRows: 1_000 });
    const last = (await play({ takes: 3, whileBusy: 'drop' }, { ticks: 9, fires: [1, 2, 3] }, dropped)).at(-1);
    expect(dropped.jobs).toHaveLength(1);
    expect(last?.status.figures).toMatchObject({ dropped: 2, trained: 1 });
  });

  it('forgets a firing that it remembered once another champion serves', async () => {
    const loop = fakeLoop({ table: rows, historyRows: 1_000 });
    const params = { takes: 1, wait: 200 };
    const served = (tick: number) => (tick < 6 ? champion : { ...champion, version: 'v2' });
    const steps = await play(params, { ticks: 9, fires: [1, 3, 4], served }, loop);
    expect(loop.jobs.map(({ id }) => id)).toEqual(['train:3']);
    expect(steps.at(-1)?.status.figures).toMatchObject({ dropped: 2, trained: 1 });
  });

  it('tells a failure as an alert and goes on', async () => {
    const message = { en: 'One class only.', ko: '클래스가 하나뿐이에요.' };
    const loop = fakeLoop({ table: rows, historyRows: 1_000, outcome: () => ({ ok: false, message, hint: message }) });
    const steps = await play({}, { ticks: 4, fires: [1, 3] }, loop);
    expect(told(steps)).toEqual(['retrain', 'retrain,alert', 'retrain', 'retrain,alert']);
    expect(handedOut(steps)).toEqual([null, null, null, null]);
    expect(steps[1]?.events[1]?.reason).toMatchObject({
      code: 'train/failed-alert',
      args: { message: { en: 'One class only.' } },
    });
  });

  it('asks on the wall clock only once the job is done', async () => {
    const loop = fakeLoop({ table: rows, historyRows: 1_000, onWallClock: true });
    expect(handedOut(await play({}, { ticks: 6, fires: [1] }, loop))).toEqual([null, null, null, null, null, null]);
    const quick = fakeLoop({ table: rows, historyRows: 1_000, onWallClock: true });
    quick.finish('train:1');
    expect(handedOut(await play({}, { ticks: 3, fires: [1] }, quick))).toEqual([null, 'v2', null]);
  });

  it('begins its job anew after a restart', async () => {
    const loop = fakeLoop({ table: rows, historyRows: 1_000 });
    const [first] = await play({ takes: 5 }, { ticks: 1, fires: [1] }, loop);
    const restarted = fakeLoop({ table: rows, historyRows: 1_100 });
    const inputs = { model: { type: 'model', model: champion } } as const;
    await trainLive.tick(first?.state ?? {}, inputs, { takes: 5 }, restarted.next({}, { nodeId: 'train' }));
    expect(restarted.jobs).toEqual(loop.jobs);
  });

  it('says what is missing where the deployment has no stream', async () => {
    const loop = fakeLoop();
    const state = await trainLive.start({}, {}, loop.live());
    const inputs = { model: { type: 'model', model: { ...champion, stream: null } } } as const;
    const { status } = await trainLive.tick(state, inputs, {}, loop.next());
    expect(status).toMatchObject({ level: 'warning' });
    expect(status.message).toEqual(sayOfTrain('no-stream'));
  });
});
