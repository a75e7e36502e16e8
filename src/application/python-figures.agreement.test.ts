import { describe, expect, it } from 'vitest';
import { importLines } from '../export/import-lines';
import { needs } from '../export/needs';
import type { JsonObject } from '../lib/json';
import { createRandom, type Random } from '../lib/random';
import { type Py, py } from '../nodes/python/py';
import { binaryFigures, multiclassFigures, regressionFigures } from '../nodes/train/evaluate/python-figures';
import { bestThreshold as pyBestThreshold } from '../nodes/train/threshold/code';
import { bestThreshold, type ThresholdMeasure } from '../stats/metrics/best-threshold';
import { evaluateClassification } from '../stats/metrics/evaluate-classification';
import { evaluateRegression } from '../stats/metrics/evaluate-regression';
import { apart } from '../testing/python/differences';
import { playPrograms, python } from '../testing/python/play-programs';

/** Answers of a model, as JSON for Python and as the engine's figures. */
interface Drawn {
  readonly json: JsonObject;
  readonly figures: Readonly<Record<string, number | null>>;
}

const WORDS = ['a', 'b', 'c', 'd', 'stranger'];
const share = (random: Random, of: number): boolean => random.next() < of;
/** Few distinct values make ties; the corners of bins and of log loss are among them. */
const probability = (random: Random): number =>
  share(random, 0.3) ? ([0, 1, 0.1, 0.3, 0.5, 0.7][random.integer(6)] ?? 0) : random.integer(1000) / 1000;

async function classes(random: Random, known: number): Promise<Drawn> {
  const labels = share(random, 0.2) ? [...WORDS.slice(0, known), 'stranger'] : WORDS.slice(0, known);
  const rows = random.integer(12) + (share(random, 0.3) ? 0 : random.integer(60));
  const few = share(random, 0.3) ? 1 : labels.length;
  const truth = Array.from({ length: rows }, () => (share(random, 0.1) ? -1 : random.integer(few)));
  const scores = truth.map(() => {
    const drawn = Array.from({ length: known }, () => probability(random) + 1e-9);
    const sum = drawn.reduce((a, b) => a + b, 0);
    return known === 2 ? [1 - probability(random), 0] : drawn.map((each) => each / sum);
  });
  if (known === 2) for (const each of scores) each[1] = 1 - (each[0] ?? 0);
  const predicted = truth.map(() => random.integer(known));
  const positive = random.integer(2);
  const { metrics } = await evaluateClassification(
    { labels, known, truth, scores: Float64Array.from(scores.flat()), predicted, positive, baseline: null },
    async () => {},
  );
  const json = {
    kind: known === 2 ? 'binary' : 'multiclass',
    truth: truth.map((k) => labels[k] ?? null),
    predicted: predicted.map((k) => labels[k] ?? ''),
    probabilities: scores,
    classes: labels.slice(0, known),
    positive: labels[positive] ?? '',
  };
  return { json, figures: metrics };
}

function quantities(random: Random): Drawn {
  const rows = random.integer(8) + (share(random, 0.5) ? 0 : random.integer(60));
  const constant = share(random, 0.3) ? 0.1 + random.integer(3) : null;
  const exact = share(random, 0.1);
  const truth = Array.from({ length: rows }, () =>
    share(random, 0.1) ? null : (constant ?? random.normal() * 100 + (share(random, 0.02) ? Number.NaN : 0)),
  ).map((value) => (value !== null && Number.isNaN(value) ? 0 : value));
  const predicted = truth.map((value) => (exact ? (value ?? 0) : (value ?? 0) + random.normal()));
  const { metrics } = evaluateRegression({
    truth: truth.map((value) => value ?? Number.NaN),
    predicted,
    baseline: null,
  });
  return { json: { kind: 'regression', truth, predicted }, figures: metrics };
}

const MEASURES: readonly ThresholdMeasure[] = ['f1', 'balancedAccuracy', 'accuracy'];

function thresholds(random: Random): Drawn {
  const measure = MEASURES[random.integer(3)] ?? 'f1';
  const rows = 2 + random.integer(30);
  const isPositive = Array.from({ length: rows }, (_, row) => (row < 2 ? row : random.integer(2)));
  const scores = isPositive.map(() => probability(random));
  const best = bestThreshold(isPositive, scores, measure);
  return { json: { kind: 'threshold', isPositive, scores, measure }, figures: { threshold: best?.threshold ?? null } };
}

const HARNESS = `
def frame(case):
    truth = pd.Series(case["truth"], dtype=object)
    return truth, pd.Series(case["predicted"], dtype=object), pd.DataFrame(case["probabilities"])


def figures(case):
    kind = case["kind"]
    if kind == "threshold":
        return {
            "threshold": best_threshold(
                np.array(case["isPositive"]) == 1, np.array(case["scores"]), case["measure"]
            )
        }
    if kind == "regression":
        return regression_figures(
            pd.Series(case["truth"], dtype=float), pd.Series(case["predicted"], dtype=float)
        )
    if kind == "binary":
        return binary_figures(*frame(case), case["classes"], case["positive"])
    return multiclass_figures(*frame(case), case["classes"])


with open("cases.json") as file:
    found = [figures(case) for case in json.load(file)]
`;

function program(helpers: readonly Py[]): string {
  const needed = needs(helpers.map((code) => ({ code: py`${code}` })));
  const imports = importLines(needed);
  return [
    'import json',
    'import pandas as pd',
    ...imports,
    ...needed.helpers.map(({ source }) => source),
    HARNESS,
  ].join('\n\n');
}

describe.skipIf(python === null)('the figures in Python', () => {
  it('are those of the engine for the same answers, ties, absent classes and empty parts included', async () => {
    const random = createRandom(9);
    const drawn: Drawn[] = [];
    for (let i = 0; i < 250; i++) {
      drawn.push(
        await classes(random, 2),
        await classes(random, 3 + random.integer(2)),
        quantities(random),
        thresholds(random),
      );
    }
    const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
    const source = program([binaryFigures, multiclassFigures, regressionFigures, pyBestThreshold]);
    const files = new Map([
      ['pipeline.py', encode(source)],
      ['cases.json', encode(JSON.stringify(drawn.map(({ json }) => json)))],
    ]);
    const [played] = playPrograms([{ files, variables: ['found'] }]);
    if (played?.ok !== true) throw new Error(played?.why);
    const { found } = played.variables;
    if (!Array.isArray(found)) throw new Error('a list was found');
    const wrong = drawn.flatMap(({ json, figures }, at) => {
      const others: Readonly<Record<string, number | null>> = found[at];
      return Object.entries(figures).flatMap(([name, mine]) => {
        const other = others[name] ?? null;
        if (mine === null || other === null ? mine === other : apart(mine, other) <= 1e-9) return [];
        return [`${name}: ${mine} here, ${other} in Python, of ${JSON.stringify(json)}`];
      });
    });
    expect(wrong).toEqual([]);
    expect(
      drawn.flatMap(({ figures }) => Object.values(figures)).filter((each) => each === null).length,
    ).toBeGreaterThan(50);
  }, 60_000);
});
