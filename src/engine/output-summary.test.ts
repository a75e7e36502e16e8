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
const NO_ROWS = {
  source: new Uint32Array(0),
  part: new Uint8Array(0),
  truth: new Float64Array(0),
  predicted: new Float64Array(0),
};
const summary = (parts: EvaluationReport['parts']) =>
  summarize({ type: 'report', report: { task: 'binary', target: 'y', parts }, judged: NO_ROWS }, undefined, false);

describe('the summary of a report', () => {
  it('names the part whose figures it gives: test, else validation, else train', () => {
    const [train, validation, test] = [evaluation(80, 1), evaluation(10, 0.9), evaluation(10, 0.8)];
    expect(summary({ train, validation, test })).toMatchObject({ part: 'test', metrics: { accuracy: 0.8 } });
    expect(summary({ train, validation })).toMatchObject({ part: 'validation', metrics: { accuracy: 0.9 } });
    expect(summary({ train })).toMatchObject({ part: 'train', metrics: { accuracy: 1 } });
  });
  it('names none where nothing was measured', () => expect(summary({})).not.toHaveProperty('part'));
});
