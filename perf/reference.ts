/**
 * Accuracy beside scikit-learn's on the same folds.
 *
 *   npx tsx perf/reference.ts --data DIR --folds DIR [--reference sklearn_cv.json] [--kind train.KIND] [NAME …]
 *
 * DIR of --data holds NAME.csv; DIR of --folds holds NAME.txt with one digit a row,
 * the fold that tests it. Preparation is fitted on each fold's training rows alone. --kind trains another kind, with
 * its defaults, instead of the one each set is promised with.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import papaparse from 'papaparse';
import { z } from 'zod';
import { catalog } from '../src/nodes/catalog';
import { type Link, PART, runPipeline } from './reference/run-fold';
import { type ReferenceSet, SETS } from './reference/sets';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    folds: { type: 'string' },
    reference: { type: 'string' },
    kind: { type: 'string' },
  },
});
if (values.data === undefined || values.folds === undefined) {
  console.error('usage: npx tsx perf/reference.ts --data DIR --folds DIR [--reference FILE] [--kind KIND] [NAME …]');
  process.exit(2);
}
const { data, folds, kind } = values;
if (kind !== undefined && catalog.kind(kind)?.role !== 'trainer') {
  console.error(`${kind} trains nothing; --kind takes train.linear, train.dense and the like`);
  process.exit(2);
}

const figures = z.object({ mean: z.number(), sd: z.number() });
const referenceFile = z.object({
  results: z.record(z.string(), z.object({ models: z.record(z.string(), z.record(z.string(), z.unknown())) })),
});
const reference =
  values.reference === undefined ? null : referenceFile.parse(JSON.parse(readFileSync(values.reference, 'utf8')));

const scratch = mkdtempSync(join(tmpdir(), 'millrace-reference-'));
const names = positionals.length === 0 ? SETS.map((set) => set.name) : positionals;

console.log('| set | model | measured | promised | scikit-learn MLP(64,32) | scikit-learn linear | s a fold |');
console.log('|---|---|---|---|---|---|---|');
for (const set of SETS.filter(({ name }) => names.includes(name))) {
  const scores: number[] = [];
  const seconds: number[] = [];
  for (const csv of writeFolds(set)) {
    const { metrics, ms } = await runPipeline(csv, links(set), 42);
    scores.push(metrics[set.metric] ?? Number.NaN);
    seconds.push(ms / 1000);
  }
  const { mean, sd } = summarise(scores);
  const digits = set.metric === 'rmse' ? 3 : 4;
  const met = set.metric === 'rmse' ? mean <= set.promise : mean >= set.promise;
  const promised =
    kind === undefined ? `${set.metric === 'rmse' ? 'RMSE ≤' : '≥'} ${set.promise} ${met ? '✓' : '✕'}` : '–';
  const peer = (model: RegExp): string => {
    const models = reference?.results[set.name]?.models ?? {};
    const found = Object.entries(models).find(([name]) => model.test(name))?.[1]?.[set.metric];
    const parsed = figures.safeParse(found);
    return parsed.success ? `${parsed.data.mean.toFixed(digits)} ± ${parsed.data.sd.toFixed(digits)}` : '–';
  };
  console.log(
    `| ${set.name} | ${trainerOf(set).kind} | ${mean.toFixed(digits)} ± ${sd.toFixed(digits)} | ${promised} | ${peer(/^MLP/)} | ${peer(/^(Logistic|Linear)/)} | ${summarise(seconds).mean.toFixed(1)} |`,
  );
}
rmSync(scratch, { recursive: true, force: true });

function trainerOf({ trainer }: ReferenceSet): ReferenceSet['trainer'] {
  return kind === undefined ? trainer : { kind, params: {} };
}

function links(set: ReferenceSet): readonly Link[] {
  const trainer = trainerOf(set);
  const settings = Object.fromEntries(set.categories.map((name) => [name, { type: 'category' }]));
  return [
    ['prepare.columns', { target: set.target, drop: [...set.drop], settings }],
    ['prepare.split', { method: 'column', partColumn: PART }],
    ['prepare.missing', {}],
    ['prepare.encode', {}],
    ['prepare.scale', {}],
    [trainer.kind, trainer.params],
  ];
}

/** One CSV file a fold: the set with a column that says train or test. */
function writeFolds({ name }: ReferenceSet): readonly string[] {
  const rows = papaparse.parse<string[]>(readFileSync(join(data, `${name}.csv`), 'utf8'), {
    skipEmptyLines: true,
  }).data;
  const fold = readFileSync(join(folds, `${name}.txt`), 'utf8').trim();
  const [header = [], ...body] = rows;
  if (fold.length !== body.length) throw new Error(`${name}: ${body.length} rows, ${fold.length} folds`);
  return [...new Set(fold)].sort().map((digit) => {
    const parts = body.map((row, index) => [...row, fold[index] === digit ? 'test' : 'train']);
    const path = join(scratch, `${name}-${digit}.csv`);
    writeFileSync(path, papaparse.unparse([[...header, PART], ...parts]));
    return path;
  });
}

function summarise(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}
