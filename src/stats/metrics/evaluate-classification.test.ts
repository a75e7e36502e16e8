import { describe, expect, it } from 'vitest';
import golden from '../golden/baseline.json';
import { majorityBaseline } from './baseline';
import { decideClasses, type Rule } from './decide';
import { type ClassificationRows, evaluateClassification } from './evaluate-classification';
import { REASONS } from './figure';

const rows = (changes: Partial<ClassificationRows>, rule?: Rule): ClassificationRows => {
  const asked = {
    labels: ['no', 'yes'],
    known: 2,
    truth: [0, 0, 1, 1],
    scores: Float64Array.of(0.9, 0.1, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8),
    positive: 1,
    baseline: majorityBaseline([0, 0, 1], 2),
    ...changes,
  };
  return { ...asked, predicted: decideClasses(asked.scores, asked.known, rule) };
};

const evaluate = (of: ClassificationRows) => evaluateClassification(of, async () => {});

describe('the evaluation of a classifier', () => {
  it('holds every figure, the confusion matrix and both curves of two classes', async () => {
    const part = await evaluate(rows({}));
    expect(part.rows).toBe(4);
    expect(part.confusion).toEqual([
      [1, 1],
      [0, 2],
    ]);
    expect(part.metrics).toMatchObject({ accuracy: 0.75, balancedAccuracy: 0.75, rocAuc: 1, averagePrecision: 1 });
    expect(part.metrics.brier).toBeCloseTo((0.01 + 0.36 + 0.09 + 0.04) / 4, 12);
    expect(part.undefinedBecause).toEqual({});
    expect(part.roc?.at(0)).toEqual([0, 0]);
    expect(part.roc?.at(-1)).toEqual([1, 1]);
    expect(part.precisionRecall?.at(0)).toEqual([0, 1]);
    expect(part.perClass?.map((c) => [c.label, c.support])).toEqual([
      ['no', 2],
      ['yes', 2],
    ]);
  });

  it('gives intervals of figures that the rows tell apart from certainty', async () => {
    const { intervals, metrics } = await evaluate(rows({}));
    // Every pair is ranked right: four rows do not tell how nearly all of them are.
    expect(Object.keys(intervals).sort()).toEqual([
      ...['accuracy', 'balancedAccuracy', 'brier', 'logLoss', 'macroF1', 'macroPrecision', 'macroRecall'],
    ]);
    for (const [name, [low, high]] of Object.entries(intervals)) {
      expect(low).toBeLessThan(metrics[name] ?? Number.NaN);
      expect(high).toBeGreaterThan(metrics[name] ?? Number.NaN);
    }
    const swapped = rows({ scores: Float64Array.of(0.9, 0.1, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6) });
    expect((await evaluate(swapped)).intervals.rocAuc).toBeDefined();
    expect((await evaluate(rows({ truth: [-1, -1, -1, -1] }))).intervals).toEqual({});
  });

  it('says the positive class from the threshold on', async () => {
    const strict = await evaluate(rows({}, { positive: 1, threshold: 0.8 }));
    expect(strict.confusion).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });

  it('turns its curves round with the positive class', async () => {
    const turned = await evaluate(
      rows({ positive: 0, scores: Float64Array.of(0.9, 0.1, 0.4, 0.6, 0.5, 0.5, 0.2, 0.8) }),
    );
    expect(turned.metrics.rocAuc).toBe(0.75);
    expect(turned.metrics.brier).toBeCloseTo((0.01 + 0.36 + 0.25 + 0.04) / 4, 12);
  });

  it('leaves rows without a target out and counts them', async () => {
    const part = await evaluate(rows({ truth: [0, -1, 1, 1] }));
    expect(part).toMatchObject({ rows: 3, rowsWithoutTarget: 1, metrics: { accuracy: 1 } });
  });

  it('says why a figure is undefined where only one class is present', async () => {
    const part = await evaluate(rows({ truth: [1, 1, 1, 1] }));
    expect(part.metrics.rocAuc).toBeNull();
    expect(part.undefinedBecause.rocAuc).toBe(REASONS.oneClass);
    expect(part.metrics.accuracy).toBe(0.75);
    expect(part).not.toHaveProperty('roc');
  });

  it('counts a class that the model does not know as wrong, and gives no probability figure', async () => {
    const part = await evaluate(rows({ labels: ['no', 'yes', 'maybe'], truth: [0, 0, 1, 2] }));
    expect(part.confusion?.[2]).toEqual([0, 1, 0]);
    expect(part.metrics).toMatchObject({
      accuracy: 0.5,
      rocAuc: null,
      averagePrecision: null,
      logLoss: null,
      brier: null,
    });
    expect(part.undefinedBecause.logLoss).toBe(REASONS.unknownClass);
  });

  it('has no figure at all of no rows, and no NaN', async () => {
    const part = await evaluate(rows({ truth: [], scores: new Float64Array(0) }));
    expect(Object.values(part.metrics).every((value) => value === null)).toBe(true);
    expect(Object.keys(part.undefinedBecause).sort()).toEqual(Object.keys(part.metrics).sort());
  });

  it('has no baseline without training rows, and says so', async () => {
    const part = await evaluate(rows({ baseline: majorityBaseline([], 2) }));
    expect(part.baseline).toEqual({});
    expect(part.undefinedBecause.baseline).toBe(REASONS.noTrainRows);
  });

  it('gives others a turn before every ranking, and ends where the turn says so', async () => {
    let turns = 0;
    const classes = 5;
    const many = rows({
      labels: ['a', 'b', 'c', 'd', 'e'],
      known: classes,
      truth: [0, 1, 2, 3, 4],
      scores: new Float64Array(classes * classes).fill(1 / classes),
      baseline: null,
    });
    await evaluateClassification(many, async () => {
      turns++;
    });
    expect(turns).toBeGreaterThanOrEqual(2 * classes);
    const cancelled = new Error('cancelled');
    await expect(evaluateClassification(many, () => Promise.reject(cancelled))).rejects.toBe(cancelled);
  });

  it.each(golden.cases.map((c) => [c.id, c] as const))(
    'matches scikit-learn’s prior dummy as baseline: %s',
    async (_, c) => {
      const { train, test, classes } = c.input;
      const part = await evaluate({
        labels: Array.from({ length: classes }, (_unused, k) => String(k)),
        known: classes,
        truth: test,
        scores: new Float64Array(test.length * classes).fill(1 / classes),
        predicted: new Int32Array(test.length),
        positive: 1,
        baseline: majorityBaseline(train, classes),
      });
      for (const [name, value] of Object.entries(c.expected)) expect(part.baseline[name]).toBeCloseTo(value, 12);
    },
  );
});
