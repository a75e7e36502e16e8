import { describe, expect, it } from 'vitest';
import type { OutputSummary } from '../../engine/events';
import { loadWords } from '../../i18n/load-words';
import { translate } from '../../i18n/translate';
import type { Translator } from '../../i18n/use-t';
import type { Language } from '../../lib/text';
import { text } from '../../lib/text';
import { idleRun } from '../../store/run/node-run';
import type { NodeRun } from '../../store/run/run-state';
import { heardOf, type NodeState } from './heard';

await Promise.all([loadWords('en'), loadWords('ko')]);

const speaker = (language: Language): Translator => ({
  language,
  say: (words) => words[language],
  t: (key, args) => translate(language, key, args),
});
const report: OutputSummary = { schema: { type: 'report' }, rows: 27, metrics: { accuracy: 0.95, macroF1: 0.9412 } };
const table = (rows: number, warnings: OutputSummary['warnings'] = []): OutputSummary => ({
  schema: { type: 'table', fields: [], complete: true, partitioned: false, fittedBeforeSplit: [] },
  rows,
  columns: 4,
  warnings,
});
const run = (change: Partial<NodeRun>): Partial<NodeState> => {
  const made: NodeRun = { ...idleRun, ms: 12, ...change };
  return { run: made, status: made.status };
};
const nothing: NodeState = {
  status: 'idle',
  run: undefined,
  rowsIn: undefined,
  live: undefined,
  alerts: 0,
  problem: undefined,
  schema: undefined,
};
const heard = (state: Partial<NodeState>, language: Language = 'en'): string =>
  heardOf(speaker(language), { ...nothing, ...state });

describe('what is heard of a node', () => {
  it('is its state and its headline figures, as they stand on it', () => {
    const measured = run({ status: 'completed', outputs: { report } });
    expect(heard(measured)).toBe('done, accuracy 0.95, F1 0.9412, 12 ms');
    expect(heard(measured, 'ko')).toBe('완료, 정확도 0.95, F1 점수 0.9412, 12ms');
  });

  it('is how many rows came in and went out', () =>
    expect(heard({ ...run({ status: 'completed', outputs: { table: table(398) } }), rowsIn: 569 })).toBe(
      'done, 569 → 398 × 4, 12 ms',
    ));

  it('says a state once, where a line of the node says it too', () => {
    expect(heard(run({ status: 'cached', outputs: { report } }))).toBe('cached, accuracy 0.95, F1 0.9412');
    expect(heard(run({ status: 'stale', outputs: { report } }))).toBe('out of date, accuracy 0.95, F1 0.9412, 12 ms');
    expect(heard(run({ status: 'running' }))).toBe('running');
  });

  it('is why it failed, how far it is, and what was repaired', () => {
    const failure = {
      code: 'one-class',
      message: text('The target has one class.\nMore of it.', '타깃의 클래스가 하나예요.'),
      hint: text('Choose another.', '다른 것을 고르세요.'),
    };
    expect(heard(run({ status: 'failed', failure }))).toBe('failed, The target has one class.');
    const points = [{ epoch: 12, epochs: 50, values: { loss: 0.213 } }];
    expect(heard(run({ status: 'running', points }))).toBe('running, 12/50, loss 0.213');
    const notes = ['two cells were empty', 'one row went'].map((words) => ({
      code: 'x',
      severity: 'warning' as const,
      count: 1,
      message: text(words, words),
      column: 'age',
    }));
    expect(heard(run({ status: 'completed', outputs: { table: table(9, notes) } }))).toBe(
      'done, 9 × 4, 12 ms, age: two cells were empty (+1)',
    );
  });

  it('is what is known before a run, and what keeps it from running', () => {
    expect(heard({ schema: table(3).schema })).toBe('not run, 0 columns');
    expect(heard({ problem: text('Choose a file.', '파일을 고르세요.') })).toBe('not run, Choose a file.');
  });

  it('is what the loop says in place of its run', () =>
    expect(
      heard({
        ...run({ status: 'completed', outputs: { report } }),
        live: { level: 'warning', said: 'drift in 2 columns' },
        alerts: 2,
      }),
    ).toBe('warning, drift in 2 columns, 2 alerts'));
});
