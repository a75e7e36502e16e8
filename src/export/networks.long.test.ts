import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json';
import { exampleNode } from '../testing/graph/example-catalog';
import { figuresOverSeeds, type SeededFigure, type SeededTraining, seedTable } from '../testing/python/over-seeds';
import { python } from '../testing/python/play-programs';
import { digitRows, fileRows, type Source, sampleRows } from '../testing/python/training-documents';

const SEEDS = 10;
const FIGURES = ['accuracy', 'logLoss', 'rmse', 'mae'];

const dense = (name: string, source: Source, params: JsonObject = {}): SeededTraining => ({
  kind: 'train.dense',
  name,
  params,
  source,
});
const OURS: JsonObject = { activation: 'gelu', dropout: 0.2, batchNorm: true, schedule: 'cosine' };

const samples: readonly SeededTraining[] = [
  ...['wine', 'breast_cancer', 'diabetes_progression'].flatMap((name) => [
    dense(name, sampleRows(name)),
    dense(`${name}, every epoch`, sampleRows(name), { earlyStopping: false, epochs: 30, optimizer: 'sgd' }),
    dense(`${name}, no validation rows`, sampleRows(name, { validation: 0 }), { activation: 'tanh' }),
    dense(`${name}, our own loop`, sampleRows(name), OURS),
  ]),
  { kind: 'train.cnn', name: 'digits', params: {}, source: digitRows({ height: 8, width: 8 }) },
];

/** A folder of further data sets, which are not ours to give on. */
const folder = process.env.MILLRACE_DATA_SETS;
const FILES: Readonly<Record<string, string>> = {
  'penguins.csv': 'species',
  'german_credit.csv': 'class',
  'titanic.csv': 'Survived',
  'spambase.csv': 'class',
  'auto_mpg.csv': 'mpg',
  'seattle_weather.csv': 'weather',
};
const DROPPED: Readonly<Record<string, readonly string[]>> = {
  'titanic.csv': ['PassengerId', 'Name', 'Ticket', 'Cabin'],
  'auto_mpg.csv': ['name'],
  'seattle_weather.csv': ['date'],
};

const files: readonly SeededTraining[] =
  folder === undefined
    ? []
    : Object.entries(FILES).flatMap(([file, target]) => {
        const source = preparedFile(readFileSync(join(folder, file), 'utf8'), target, DROPPED[file] ?? []);
        return [dense(file, source, { epochs: 40 }), dense(`${file}, our own loop`, source, { ...OURS, epochs: 20 })];
      });

/** Split, filled, encoded and scaled. */
function preparedFile(csv: string, target: string, drop: readonly string[]): Source {
  const { nodes, wires, inputs } = fileRows(csv, { target, drop: [...drop] });
  const split = nodes.map((node) => (node.id === 'rows' ? { ...node, id: 'split' } : node));
  return {
    nodes: [
      ...split,
      exampleNode('fill', 'prepare.missing'),
      exampleNode('encode', 'prepare.encode'),
      exampleNode('rows', 'prepare.scale'),
    ],
    wires: [
      ...wires.map((wire) => wire.replace('rows.', 'split.')),
      ...['split.table > fill.table', 'fill.table > encode.table', 'encode.table > rows.table'],
    ],
    ...(inputs && { inputs }),
  };
}

describe.skipIf(python === null)('networks that are trained again in Python', () => {
  const found: SeededFigure[] = [];

  it.each([...samples, ...files])('$kind, $name: lie within one deviation over seeds', async (training) => {
    const figures = await figuresOverSeeds(training, SEEDS, FIGURES);
    found.push(...figures);
    process.stdout.write(`${seedTable(figures).split('\n').slice(2).join('\n')}\n`);
    expect(figures).not.toEqual([]);
    expect(figures.filter(({ apart }) => !(apart <= 1))).toEqual([]);
  });

  it('are told in a table', () => {
    process.stdout.write(`${seedTable(found)}\n`);
    expect(found).not.toEqual([]);
  });
});
