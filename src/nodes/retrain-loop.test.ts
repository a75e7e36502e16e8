import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json';
import { said } from '../testing/lib/said';
import { fakeLoop } from '../testing/nodes/fake-live-context';
import { fakeReport } from '../testing/nodes/fake-report';
import { classScores, labelledWorld, rightIn, yesNoModel } from '../testing/nodes/fake-scores';
import type { LiveInputs, LiveModel, LiveRunner, LiveValue, TickContext } from './contract/live';
import { gateLive } from './retrain/gate/live';
import { performanceLive } from './retrain/performance/live';
import { trainLive } from './retrain/train/live';

/*
 * Trigger, retraining and gate wired as on the canvas, over a world that changes at row 1,500: the first model is
 * right in 9 of 10 rows before it and in 4 after it, the one that is retrained in 9 after it.
 */

const CHANGE = 1_500;
const params: Readonly<Record<string, JsonObject>> = {
  trigger: { condition: 'absolute', bound: 0.75, minRows: 100, coolDown: 8 },
  train: { since: 'drift', leastRows: 150, wait: 100 },
  gate: { rows: 150, watchRows: 100 },
};

const loopOf = () =>
  fakeLoop({
    table: labelledWorld(6_000),
    target: 'label',
    historyRows: 1_000,
    scores: {
      v1: classScores((row) => (row < CHANGE ? rightIn(9)(row) : rightIn(4)(row))),
      v2: classScores((row) => (row < CHANGE ? rightIn(3)(row) : rightIn(9)(row))),
    },
    models: { v1: yesNoModel, v2: yesNoModel },
  });

const first: LiveModel = {
  version: 'v1',
  as: 'champion',
  deployment: 'deploy',
  stream: 'stream1',
  trainedOn: { from: 0, to: 1_000 },
  metrics: {},
  fresh: false,
  reason: said('first'),
};

/** Plays so many ticks of 100 rows, through the text of a checkpoint each time; gives the told events as lines. */
async function play(
  ticks: number,
): Promise<{ readonly events: readonly string[]; readonly champions: readonly string[] }> {
  const loop = loopOf();
  const nodes: Readonly<Record<string, LiveRunner>> = { trigger: performanceLive, train: trainLive, gate: gateLive };
  const states: Record<string, JsonObject> = {};
  for (const [id, node] of Object.entries(nodes)) states[id] = await node.start({}, params[id] ?? {}, loop.live());
  const events: string[] = [];
  const champions: string[] = [];
  let champion = first;
  let promoted: LiveValue | undefined;
  for (let tick = 1; tick <= ticks; tick++) {
    if (promoted?.type === 'model') champion = promoted.model;
    const ctx = loop.next({ rows: 100 });
    const ask = async (id: string, inputs: LiveInputs) => {
      const here: TickContext = { ...ctx, nodeId: id };
      const step = await nodes[id]?.tick(states[id] ?? {}, inputs, params[id] ?? {}, here);
      if (step === undefined) throw new Error(`no node ${id}`);
      states[id] = JSON.parse(JSON.stringify(step.state));
      for (const { type, figures } of step.events)
        events.push(`${tick} ${type} ${String(figures.verdict ?? figures.phase ?? figures.decision)}`);
      return step.outputs;
    };
    champions.push(champion.version);
    const model: LiveValue = { type: 'model', model: champion };
    const report: LiveValue = { type: 'report', report: await reportOf(champion.version, tick, ctx) };
    const { signal } = await ask('trigger', { report });
    const { model: challenger } = await ask('train', { signal, model });
    ({ promoted } = await ask('gate', { champion: model, challenger }));
  }
  return { events, champions };
}

/** What a monitor would say of the newest 200 rows. */
async function reportOf(version: string, tick: number, ctx: TickContext) {
  const to = ctx.stream('stream1').labelledTo;
  const { scores } = await ctx.models.score(version, ctx.rows('stream1', { from: to - 200, to }));
  const right = Array.from({ length: 200 }, (_, i) => (scores[2 * i + 1] ?? 0) > 0.5 === ((to - 200 + i) % 2 === 0));
  const accuracy = right.filter(Boolean).length / 200;
  return fakeReport({
    version,
    tick,
    rows: { batch: 100, labelled: 100, totalLabelled: 100 * tick, window: 200 },
    performance: { window: { accuracy } },
  });
}

describe('trigger, retraining and gate together', () => {
  it('answer a sudden change: fired, trained on what came after it, compared, promoted and watched', async () => {
    const { events, champions } = await play(20);
    expect(events).toEqual(['6 trigger fired', '7 retrain begin', '8 retrain end', '9 gate promote', '10 gate keep']);
    expect(champions.slice(0, 9).every((version) => version === 'v1')).toBe(true);
    expect(champions.slice(9).every((version) => version === 'v2')).toBe(true);
  });

  it('say the same again', async () => {
    expect(await play(12)).toEqual(await play(12));
  });
});
