import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../engine/events';
import type { RunReport } from '../engine/report';
import { text } from '../lib/text';
import type { Output } from './output';
import { summaryLines } from './summary';

const report: RunReport = {
  format: 'millrace/report',
  version: 1,
  runId: 'r',
  status: 'completed',
  backend: 'none',
  seed: 1,
  ms: 5,
  nodes: { file1: { kind: 'ingest.file', status: 'completed', ms: 5, cached: false, key: 'k', rows: 40 } },
  events: [],
};
const completed: EngineEvent = {
  runId: 'r',
  type: 'nodeCompleted',
  nodeId: 'file1',
  key: 'k',
  ms: 5,
  cached: false,
  outputs: {
    table: {
      schema: { type: 'table', fields: [], complete: true, partitioned: false, fittedBeforeSplit: [] },
      rows: 40,
      warnings: [
        {
          code: 'infinite',
          severity: 'warning',
          message: text('1 infinite value was made missing.', '무한대 값 1개를 결측으로 바꿨어요.'),
          count: 1,
          column: 'b',
          rows: [7],
        },
      ],
    },
  },
};
const lines = (language: Output['language']): readonly string[] =>
  summaryLines({ language, out: () => undefined, err: () => undefined }, report, [completed]);

const raise = (): never => {
  throw new Error('the report has a node');
};

describe('the summary of a run', () => {
  it('says under a node what of its data was repaired, with column and row', () => {
    expect(lines('en')[1]).toBe('    ! b: 1 infinite value was made missing. (row 7)');
    expect(lines('ko')[1]).toBe('    ! b: 무한대 값 1개를 결측으로 바꿨어요. (행 7)');
  });

  it('says under a node what the check warns of, with the remedy', () => {
    const warning = { code: 'leakage', message: text('It leaks.', '새어요.'), hint: text('Move it.', '옮겨 주세요.') };
    const [file1 = raise()] = Object.values(report.nodes);
    const warned = { ...report, nodes: { file1: { ...file1, warnings: [warning] } } };
    const output = { language: 'ko' as const, out: () => undefined, err: () => undefined };
    expect(summaryLines(output, warned, []).slice(1, 3)).toEqual(['    ! 새어요.', '      → 옮겨 주세요.']);
  });

  it('says how many remarks there are on the data, and each where one asks for them', () => {
    const note = {
      code: 'percent',
      severity: 'info',
      column: 'p',
      count: 3,
      message: text('Percent.', '퍼센트.'),
    } as const;
    const [file1 = raise()] = Object.values(report.nodes);
    const noted = {
      ...report,
      nodes: { file1: { ...file1, notes: [note, { ...note, severity: 'warning' as const }] } },
    };
    const output = { language: 'en' as const, out: () => undefined, err: () => undefined };
    expect(summaryLines(output, noted, [])[1]).toBe('    · 1 remark on the data; --notes shows it.');
    expect(summaryLines(output, noted, [], true)[1]).toBe('    · p: Percent. (3)');
  });

  it('says what a node logged where one asks for it', () => {
    const [file1 = raise()] = Object.values(report.nodes);
    const log = { type: 'nodeLog', runId: 'r', nodeId: 'file1', message: text('Carries 4 rows.', '행 4개.') } as const;
    const output = { language: 'en' as const, out: () => undefined, err: () => undefined };
    const one = { ...report, nodes: { file1 } };
    expect(summaryLines(output, one, [log], true)).toContain('    · Carries 4 rows.');
    expect(summaryLines(output, one, [log]).join()).not.toContain('Carries');
  });
});
