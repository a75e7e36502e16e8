import { describe, expect, it } from 'vitest';
import type { EvaluationReport, PartEvaluation } from '../stats/metrics/report';
import { summarize } from './output-summary';

const evaluation = (rows: number, accuracy: number): PartEvaluation => ({
  rows,
  metrics: { accuracy },
  intervals: {},
  undefinedBecause: {},
  baseline: {},
});
const summary = (parts: EvaluationReport['parts']) =>
  summarize({ type: 'report', report: { task: 'binary', target: 'y', parts } }, undefined, false);

describe('the summary of a report', () => {
  it('names the part whose figures it gives: test, else validation, else train', () => {
    const [train, validation, test] = [evaluation(80, 1), evaluation(10, 0.9), evaluation(10, 0.8)];
    expect(summary({ train, validation, test })).toMatchObject({ part: 'test', metrics: { accuracy: 0.8 } });
    expect(summary({ train, validation })).toMatchObject({ part: 'validation', metrics: { accuracy: 0.9 } });
    expect(summary({ train })).toMatchObject({ part: 'train', metrics: { accuracy: 1 } });
  });
  it('names none where nothing was measured', () => expect(summary({})).not.toHaveProperty('part'));
});
