import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { portsOf } from '../graph/kind-shape';
import { createMemoryBlobs } from '../lib/blob-store';
import { Failure } from '../lib/failure';
import { createRandom } from '../lib/random';
import { formatOf } from '../models/bodies';
import { checkModel } from '../models/check-model';
import { decide, withRule } from '../models/decision';
import { continueTraining } from '../models/estimators';
import type { ModelValue } from '../models/model';
import { readModelFile, writeModelFile } from '../models/model-file';
import { modelId } from '../models/model-hash';
import { memory } from '../models/network/backend/backends';
import { predictTable } from '../models/predict';
import type { AnySpec } from '../nodes/contract/kind';
import type { Runner } from '../nodes/contract/runner';
import { fittedFamilies } from '../nodes/fitted-families';
import { imageRunner } from '../nodes/prepare/image/run';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { evaluateRunner } from '../nodes/train/evaluate/run';
import { createRegistry } from '../registry/create-registry';
import { explainRawRow } from '../serving/explain-raw-row';
import { openModelFile } from '../serving/open-model-file';
import { predictRawRows } from '../serving/predict-raw-rows';
import { cellText } from '../table/cells';
import { partRows } from '../table/rows';
import { schemaOf } from '../table/schema';
import { sourceFields } from '../table/source-fields';
import type { Table } from '../table/table';
import { fakeLineage } from '../testing/lib/fake-version';
import { mutated } from '../testing/lib/mutated-json';
import { fakeContext } from '../testing/nodes/fake-context';
import { runOnTable } from '../testing/nodes/run-kind';
import { makeColumn, makeTable } from '../testing/table/make-table';
import { indexKinds } from './kinds';
import { recipeReplayer } from './run-node';

/*
 * Every kind that trains a model, whatever its family, taken through all that a model goes through. Families join by
 * their kinds' lines in specs.ts and runners.ts alone.
 */

const kinds = indexKinds(specs, runners);
const ctx = fakeContext(recipeReplayer(kinds));

const trainers = specs.filter((spec) => {
  const { inputs, outputs } = portsOf(spec, spec.parseParams({}));
  return (
    spec.stage === 'train' &&
    inputs.every(({ type }) => type === 'table') &&
    inputs.length > 0 &&
    outputs.some(({ type }) => type === 'model')
  );
});

/** Pictures of four by four, brighter above or below, as columns; every fourth is for testing. */
function pictures(seed: number, rows: number): Table {
  const random = createRandom(seed);
  const below = Array.from({ length: rows }, () => random.next() < 0.5);
  const pixels = Array.from({ length: 16 }, (_, p) =>
    makeColumn(
      `p${p}`,
      below.map((is) => 8 + (is === p >= 8 ? 4 : -4) + 3 * random.normal()),
    ),
  );
  const names = below.map((is) => (is ? 'below' : 'above'));
  const parts = below.map((_, row) => (row % 4 === 3 ? 2 : 0));
  const table = makeTable([...pixels, makeColumn('bright', names, 'target')], parts);
  return { ...table, recipe: { source: sourceFields(table.columns), steps: [] } };
}

/** What a kind can learn from: the columns, or the images made of them where it asks for images. */
async function preparedFor(spec: AnySpec, raw: Table): Promise<Table> {
  const { problems } = spec.infer({ table: schemaOf(raw) }, spec.defaults, { nodeId: 'train1' });
  if (!problems.some(({ code }) => code === 'no-image')) return raw;
  return (await runOnTable(imageRunner, raw, { height: 4, width: 4 })).table;
}

async function train(spec: AnySpec, table: Table): Promise<ModelValue> {
  const runner: Runner | undefined = runners.find(({ kind }) => kind === spec.id);
  const params = { ...spec.defaults, ...('epochs' in spec.defaults ? { epochs: 20, batchSize: 16 } : {}) };
  const outputs = await runner?.run({ table: { type: 'table', table } }, params, ctx);
  const [made] = Object.values(outputs ?? {});
  if (made?.type !== 'model') throw new Error(`${spec.id} made no model`);
  return made.model;
}

const raw = pictures(5, 160);
const rawRow = (row: number): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    raw.columns.filter(({ role }) => role === null).map((column) => [column.name, cellText(column, row)]),
  );

/** Opens a model file with a change at random, many times: each is refused with a sentence, or answers a row. */
async function openedChanges(source: string, row: Readonly<Record<string, string | null>>, count: number) {
  const random = createRandom(20_261_127);
  const opened = { refused: 0, answered: 0 };
  for (let i = 0; i < count; i++) {
    const model = await openModelFile(mutated(source, random), ctx).catch((cause: unknown) => {
      if (cause instanceof Failure) return cause;
      throw cause;
    });
    if (model instanceof Failure) {
      const { code, message } = model.detail;
      expect(['model-file-invalid', 'unknown-step'], message.en).toContain(code);
      expect(message.en).not.toMatch(/[{}]|\n|undefined/);
      opened.refused++;
    } else {
      expect(await predictRawRows(model, [row], ctx)).toHaveLength(1);
      opened.answered++;
    }
  }
  return opened;
}

describe.each(trainers.map((spec) => [spec.id, spec] as const))('a model of %s', (_id, spec) => {
  const trained = preparedFor(spec, raw).then(async (table) => ({ table, model: await train(spec, table) }));

  it('is measured on rows that it did not learn from', async () => {
    const { table, model } = await trained;
    const { report } = await evaluateRunner.run(
      { model: { type: 'model', model }, table: { type: 'table', table } },
      { parts: 'test' },
      ctx,
    );
    if (report?.type !== 'report') throw new Error('no report');
    const { test } = report.report.parts;
    expect(test?.rows).toBe(40);
    expect(test?.metrics.accuracy ?? 0).toBeGreaterThan(0.9);
    expect(model.training.rows).toBeGreaterThan(100);
    expect(model.task).toBe('binary');
  });

  it('decides by its rule', async () => {
    const { table, model } = await trained;
    const { scores } = await predictTable(model, table, partRows(table, 'test'), ctx);
    const saidFrom = (threshold: number) =>
      decide(withRule(model, { positive: 'above', threshold }), scores, null).filter((k) => k === 0).length;
    expect(model.decision).toEqual({ positive: 'below', threshold: 0.5 });
    expect(saidFrom(0)).toBe(40);
    expect(saidFrom(0.5)).toBeLessThan(40);
    expect(saidFrom(1)).toBeLessThanOrEqual(saidFrom(0.5));
    for (let at = 0; at < scores.length; at += 2) expect((scores[at] ?? 0) + (scores[at + 1] ?? 0)).toBeCloseTo(1, 9);
  });

  it('is refused from a file that was changed, with a sentence, or answers as any', async () => {
    const { model } = await trained;
    const { refused, answered } = await openedChanges(writeModelFile(model), rawRow(0), 150);
    expect([refused > 40, answered > 0]).toEqual([true, true]);
  }, 60_000);

  it('comes back from its file and from the registry the same, to the bit, and can work', async () => {
    const { table, model } = await trained;
    const before = memory().tensors;
    const written = writeModelFile(model);
    const back = readModelFile(written);
    expect(writeModelFile(back)).toBe(written);
    const registry = createRegistry(createMemoryBlobs(), { now: () => '2026-01-01T00:00:00Z' });
    const version = await registry.add(model, { line: 'test', metrics: {}, lineage: fakeLineage });
    const loaded = await registry.load(version.id);
    expect([modelId(back), modelId(loaded)]).toEqual([version.id, version.id]);
    await checkModel(loaded, ctx);
    const rows = partRows(table, 'test');
    expect(await predictTable(loaded, table, rows, ctx)).toEqual(await predictTable(model, table, rows, ctx));
    expect(memory().tensors).toBe(before);
  });

  it('answers raw rows as it answers the table', async () => {
    const { table, model } = await trained;
    const { scores } = await predictTable(model, table, Uint32Array.of(0, 1), ctx);
    const answered = await predictRawRows(model, [rawRow(0), rawRow(1)], ctx);
    const answers = answered.flatMap((row) => ('answer' in row ? [row.answer] : []));
    expect(answers.flatMap(({ probabilities = [] }) => probabilities)).toEqual([...scores]);
    expect(answers.map(({ value }) => value)).toEqual(
      [0, 1].map((row) => ((scores[2 * row + 1] ?? 0) >= 0.5 ? 'below' : 'above')),
    );
  });

  it('says why: the shares of the columns add up to the answer', async () => {
    const { model } = await trained;
    const { baseline, prediction, contributions } = await explainRawRow(model, rawRow(2), ctx);
    expect(contributions.length).toBeGreaterThan(0);
    expect(baseline + contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(prediction, 6);
  });

  it('says what it is made of, how large it is and what a row costs', async () => {
    const { model } = await trained;
    const format = formatOf(model.body);
    const parts = format.parts(model.body, model);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(format.parameters(model.body));
    expect(format.parameters(model.body)).toBeGreaterThan(0);
    expect(format.bytes(model.body)).toBeGreaterThanOrEqual(4 * format.parameters(model.body));
    expect(format.multiplyAdds(model.body)).toBeGreaterThan(0);
    // What it learned can be written in Python, or its family says of a body that it cannot.
    expect(fittedFamilies.map(({ type }) => type)).toContain(model.body.type);
  });

  it('goes on learning in the same terms, or says that it cannot', async () => {
    const { model } = await trained;
    const table = ctx.applyRecipe(model.recipe, pictures(6, 80));
    const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
    const request = { model, table, rows, epochs: 2, learningRateFactor: 0.5, seed: 1 };
    const next = await continueTraining(request, ctx).catch((error: unknown) => error);
    if (next instanceof Failure) {
      expect(next.detail.code).toBe('cannot-continue');
      return;
    }
    expect(next).toMatchObject({
      task: model.task,
      target: model.target,
      features: model.features,
      training: { rows: 80 },
    });
    const again = await continueTraining(request, ctx);
    expect(modelId(again)).not.toBe(modelId(model));
    expect(next).toEqual(again);
  });
});

it('every family of models is taken through', async () => {
  const models = new URL('../models/', import.meta.url);
  const families = readdirSync(models).filter((name) => existsSync(new URL(`${name}/${name}-estimator.ts`, models)));
  const walked = await Promise.all(
    trainers.map(async (spec) => (await train(spec, await preparedFor(spec, raw))).body.type),
  );
  expect([...new Set(walked)].sort()).toEqual(families.sort());
});

it('a model behind every kind of step is refused from a file that was changed, or answers', async () => {
  const words = Array.from({ length: 60 }, (_, i) => ['red', 'blue', 'green'][i % 3] ?? null);
  const table = makeTable(
    [
      makeColumn(
        'n',
        words.map((_, i) => (i % 7 === 0 ? null : i)),
      ),
      makeColumn(
        't',
        words.map((_, i) => String(i * 1.5)),
        null,
        'text',
      ),
      makeColumn('c', words),
      makeColumn(
        'y',
        words.map((_, i) => (i % 2 ? 'a' : 'b')),
        'target',
      ),
    ],
    words.map((_, i) => (i % 5 === 0 ? 2 : 0)),
  );
  let made: Table = { ...table, recipe: { source: sourceFields(table.columns), steps: [] } };
  const steps = [
    ['prepare.columns', { settings: { t: { type: 'number' } } }],
    ['prepare.missing', {}],
    ['prepare.encode', {}],
    ['prepare.scale', {}],
    ['prepare.scale', { method: 'quantile', quantiles: 10 }],
  ] as const;
  for (const [kind, params] of steps) {
    const runner = kinds.runners.get(kind);
    const spec = kinds.catalog.kind(kind);
    if (runner === undefined || spec === undefined) throw new Error(`no ${kind}`);
    made = (await runOnTable(runner, made, { ...spec.defaults, ...params })).table;
  }
  const bayes = specs.find(({ id }) => id === 'train.bayes');
  if (bayes === undefined) throw new Error('no bayes');
  const file = writeModelFile(await train(bayes, made));
  const { refused, answered } = await openedChanges(file, { n: '3', t: '4.5', c: 'red' }, 400);
  expect([refused > 100, answered > 0]).toEqual([true, true]);
}, 60_000);
