import { describe, expect, it } from 'vitest';
import { memory } from '../../models/network/backend/backends';
import { predictTable } from '../../models/predict';
import type { ModelOrigin } from '../../nodes/contract/live';
import { takeRows } from '../../table/rows';
import { fakeLiveKinds, fakeLoop, fakeModel, fakeRows } from '../../testing/engine/fake-live-kinds';
import { memoryRegistry } from '../../testing/engine/fake-session';
import { said } from '../../testing/lib/said';
import { networkOf } from '../../testing/models/fake-model';
import { model as recipeModel, applyRecipe as replay } from '../../testing/serving/fake-recipe';
import { makeTable } from '../../testing/table/make-table';
import { createLiveModels } from './live-models';
import { openStream, viewStreams } from './live-stream';
import { modelsAt } from './services';

const signal = new AbortController().signal;
const about: ModelOrigin = { deployment: 'deploy', madeBy: 'pipeline', parent: null, tick: 0, rows: null, metrics: {} };

function open(registry = memoryRegistry()) {
  const stream = openStream('stream', { table: fakeRows(30), historyRows: 20, target: 'y', follows: null }, false);
  const streams = new Map([['stream', stream]]);
  const models = createLiveModels({
    registry,
    pipeline: fakeLiveKinds.catalog.compile(fakeLoop()),
    kinds: {
      ...fakeLiveKinds,
      runners: new Map(
        ['prepare.columns', 'prepare.missing', 'prepare.scale', 'prepare.encode'].map((kind) => [
          kind,
          {
            kind,
            run: async () => ({}),
            apply: (table, state) => replay({ source: [], steps: [{ kind, nodeId: '', state }] }, table),
          },
        ]),
      ),
    },
    backend: 'cpu',
    streams,
    signal,
  });
  const view = viewStreams(streams, new Map([['stream', stream.start]]));
  return { registry, models: { ...modelsAt(models, view), dispose: models.dispose } };
}

describe('the loop’s models', () => {
  it('prepare raw rows with the model’s own recipe and answer NaN where it drops one', async () => {
    const { models } = open();
    const raw = makeTable({
      id: [1, 2, 3, 4],
      height: [10, null, 12, 8],
      colour: ['red', 'red', 'blue', 'blue'],
      note: ['a', 'b', 'c', 'd'],
      kind: ['cat', 'dog', null, null],
    });
    const version = await models.keep(recipeModel, about);
    const { scores, outputs } = await models.score(version, raw);
    const prepared = replay(recipeModel.recipe, raw);
    const direct = await predictTable(recipeModel, prepared, Uint32Array.of(0, 1, 2), { backend: 'cpu', signal });
    expect(outputs).toBe(2);
    expect([...scores.subarray(0, 2), ...scores.subarray(4)]).toEqual([...direct.scores]);
    expect([...scores.subarray(2, 4)]).toEqual([Number.NaN, Number.NaN]);
    // Rows that were taken out of others are counted by themselves.
    const part = await models.score(version, takeRows(raw, Uint32Array.of(2, 3)));
    expect([...part.scores]).toEqual([...direct.scores.subarray(2)]);
    expect((await models.score(version, takeRows(raw, new Uint32Array(0)))).scores).toHaveLength(0);
    models.dispose();
  });

  it('are kept once, with where they come from, and are found again in the registry', async () => {
    const { models, registry } = open();
    const rows = { from: 4, to: 12 };
    const version = await models.keep(fakeModel(2), { ...about, madeBy: 'full', tick: 3, rows, metrics: { rmse: 1 } });
    expect(await models.keep(fakeModel(2), { ...about, tick: 9 })).toBe(version);
    const [kept, ...others] = await registry.list();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      id: version,
      line: 'loop / deploy',
      metrics: { rmse: 1 },
      lineage: {
        nodeId: 'fit',
        madeBy: 'full',
        tick: 3,
        streamRows: rows,
        dataHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    models.dispose();
    const again = open(registry).models;
    expect(networkOf(await again.load(version)).weights[0]?.values).toEqual(Float32Array.of(2));
    await expect(again.score('gone', fakeRows(2))).rejects.toMatchObject({ detail: { code: 'version-gone' } });
    again.dispose();
  });

  it('are written down as rolled back where a loop goes back, once', async () => {
    const { models, registry } = open();
    const [first, second] = [await models.keep(fakeModel(1), about), await models.keep(fakeModel(2), about)];
    const at = (tick: number) => ({ deployment: 'deploy', tick, why: said('why') });
    await models.promote(first, at(0));
    await models.promote(second, at(1));
    await models.rollback(first, at(2));
    await models.rollback(first, at(2));
    const moves = (await registry.list()).map((version) =>
      version.moves.map(({ stage, rollback }) => [stage, rollback]),
    );
    expect(moves).toEqual([
      [
        ['champion', false],
        ['archived', true],
      ],
      [
        ['champion', false],
        ['archived', false],
        ['champion', true],
      ],
    ]);
    models.dispose();
  });

  it('keep few networks open however many there are, and none at the end', async () => {
    const before = memory().tensors;
    const { models } = open();
    const counts: number[] = [];
    for (let i = 1; i <= 40; i++) {
      const version = await models.keep(fakeModel(i), about);
      expect([...(await models.score(version, makeTable({ x: [1, 2] }))).scores]).toEqual([i, 2 * i]);
      counts.push(memory().tensors);
    }
    expect(counts[39]).toBe(counts[20]);
    models.dispose();
    expect(memory().tensors).toBe(before);
  });
});
