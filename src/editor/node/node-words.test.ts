import { describe, expect, it } from 'vitest';
import type { OutputSummary } from '../../engine/events';
import { loadWords } from '../../i18n/load-words';
import { translate } from '../../i18n/translate';
import type { Translator } from '../../i18n/use-t';
import type { NodeRun } from '../../store/run/run-state';
import { progressLine, resultLine } from './node-words';

await loadWords('en');

const words: Translator = {
  language: 'en',
  say: (text) => text.en,
  t: (key, args) => translate('en', key, args),
};
const run = (change: Partial<NodeRun>): NodeRun => ({
  status: 'completed',
  fraction: 1,
  doing: null,
  secondsLeft: null,
  ms: 12,
  key: 'k',
  outputs: {},
  failure: null,
  skippedBecause: null,
  backend: null,
  backendReason: null,
  log: [],
  points: [],
  ...change,
});
const table: OutputSummary = {
  schema: { type: 'table', fields: [], complete: true, partitioned: false, fittedBeforeSplit: [] },
  rows: 398,
  columns: 30,
};
const report: OutputSummary = {
  schema: { type: 'report' },
  rows: 27,
  metrics: { macroF1: 0.9612, accuracy: 0.96491 },
  part: 'test',
};

describe("a node's result line", () => {
  it('says how many rows came in when that changed', () => {
    expect(resultLine(words, run({ outputs: { table } }), 569)).toBe('569 → 398 × 30 · 12 ms');
    expect(resultLine(words, run({ outputs: { table } }), 398)).toBe('398 × 30 · 12 ms');
  });
  it('says that a result was cached in place of a time', () => {
    expect(resultLine(words, run({ status: 'cached', outputs: { table } }), 398)).toBe('398 × 30 · cached');
  });
  it('gives the headline figures of a report, not its rows', () => {
    expect(resultLine(words, run({ outputs: { report } }), 178)).toBe('test accuracy 0.9649 · F1 0.9612 · 12 ms');
  });
  it('says of a model what its figures were measured on, and gives those of that part alone', () => {
    const schema = { type: 'model', task: 'binary', target: 'y' } as const;
    const metrics = { accuracy: 1, loss: 0.01, validationAccuracy: 0.88, validationLoss: 0.4 };
    const line = (output: OutputSummary) => resultLine(words, run({ outputs: { model: output } }), 10);
    expect(line({ schema, metrics, part: 'validation' })).toBe('validation accuracy 0.88 · loss 0.4 · 12 ms');
    expect(line({ schema, metrics: { accuracy: 1, loss: 0.01 }, part: 'train' })).toBe(
      'train accuracy 1 · loss 0.01 · 12 ms',
    );
  });
  it('tells epoch, loss and time left while training', () => {
    const training = run({
      status: 'running',
      secondsLeft: 6.8,
      points: [{ epoch: 12.4, epochs: 50, values: { loss: 0.21345 } }],
    });
    expect(progressLine(words, training)).toMatch(/^12\/50 · loss 0\.213 · 7 secs? left$/);
  });
  it('tells the iteration where nobody knows how many there will be', () => {
    const points = [{ epoch: 7, epochs: null, values: { loss: 0.21345 } }];
    expect(progressLine(words, run({ status: 'running', points }))).toBe('7 · loss 0.213');
  });
});
