import { describe, expect, it } from 'vitest';
import type { NodeReport, RunReport } from '../engine/report';
import { parseRequirement, unmetRequirements } from './requirements';

function reportOf(node: Partial<NodeReport>): RunReport {
  const whole: NodeReport = { kind: 'train.evaluate', status: 'completed', ms: 1, cached: false, key: 'k', ...node };
  return {
    format: 'millrace/report',
    version: 1,
    runId: 'run',
    status: 'completed',
    backend: 'cpu',
    seed: 1,
    ms: 1,
    nodes: { 'evaluate-1': whole },
    events: [],
  };
}

const unmet = (source: string, node: Partial<NodeReport>): readonly string[] => {
  const requirement = parseRequirement(source);
  if (requirement === undefined) throw new Error(`${source} is no requirement`);
  return unmetRequirements([requirement], reportOf(node)).map(({ en }) => en);
};

describe('a required figure', () => {
  const metrics = { accuracy: 0.9, rocAuc: null, train: { accuracy: 0.99 } };

  it.each([
    'evaluate-1.accuracy>=0.9',
    'evaluate-1.accuracy <= 0.9',
    'evaluate-1.accuracy=9e-1',
    'evaluate-1.accuracy>-1',
    'evaluate-1.accuracy<0.95',
    'evaluate-1.train.accuracy>0.95',
  ])('is as it has to be: %s', (source) => {
    expect(unmet(source, { metrics })).toEqual([]);
  });

  it.each([
    ['evaluate-1.accuracy>0.9', 'Required: evaluate-1.accuracy>0.9. It is 0.9.'],
    ['evaluate-1.accuracy>=0.91', 'Required: evaluate-1.accuracy>=0.91. It is 0.9.'],
    ['evaluate-1.train.accuracy<0.99', 'Required: evaluate-1.train.accuracy<0.99. It is 0.99.'],
    ['evaluate-1.rocAuc>0', 'Required: evaluate-1.rocAuc>0. The figure is undefined.'],
    [
      'evaluate-1.acuracy>0',
      'Required: evaluate-1.acuracy>0. “evaluate-1” reports no such figure, only: accuracy, rocAuc, train.accuracy.',
    ],
    [
      'evaluate-1.train>0',
      'Required: evaluate-1.train>0. “evaluate-1” reports no such figure, only: accuracy, rocAuc, train.accuracy.',
    ],
    [
      'evaluate-1.toString>0',
      'Required: evaluate-1.toString>0. “evaluate-1” reports no such figure, only: accuracy, rocAuc, train.accuracy.',
    ],
  ])('is said to be otherwise: %s', (source, said) => {
    expect(unmet(source, { metrics })).toEqual([said]);
  });

  it('is not met by a node that failed or has no figures', () => {
    for (const node of [{ status: 'failed', metrics }, { status: 'failed' }] as const) {
      expect(unmet('evaluate-1.accuracy>0', node)).toEqual([
        'Required: evaluate-1.accuracy>0. “evaluate-1” did not complete.',
      ]);
    }
    expect(unmet('evaluate-1.accuracy>0', {})).toEqual([
      'Required: evaluate-1.accuracy>0. “evaluate-1” reports no figures.',
    ]);
  });

  it.each(['accuracy>0.9', 'a.b', 'a.b>', 'a.b>x', 'a.b>NaN', 'a.b>Infinity', 'a.b!=1', '.b>1', 'a.>1', ''])(
    'is not read out of “%s”',
    (source) => {
      expect(parseRequirement(source)).toBeUndefined();
    },
  );
});
