import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../engine/report';
import type { ReportedEvent } from '../../nodes/contract/live-events';
import { said } from '../../testing/lib/said';
import { liveExit } from './exit-status';

const report = (status: RunReport['status']): RunReport => ({
  format: 'millrace/report',
  version: 1,
  runId: 'r',
  status,
  backend: 'cpu',
  seed: 1,
  ms: 1,
  nodes: {},
  events: [],
});
const event = (type: ReportedEvent['type'], figures: Record<string, string> = {}): ReportedEvent => ({
  ...figures,
  tick: 1,
  type,
  nodeId: 'n',
  time: '',
  reason: '',
  reasonKo: '',
  message: said('event'),
});

describe("a loop's exit status", () => {
  it.each([
    [
      '0 where all is well at the end, whatever was found on the way',
      'completed',
      [event('alert', { what: 'degraded' })],
      [],
      0,
    ],
    ['3 where a node is still in alarm', 'completed', [], ['monitor1'], 3],
    ['1 where a node failed', 'failed', [], ['monitor1'], 1],
    ['1 where a node could not do its part', 'completed', [event('alert', { code: 'version-gone' })], [], 1],
    ['1 where retraining failed', 'completed', [event('alert', { cause: 'retrain-failed' })], ['monitor1'], 1],
    ['0 where it was stopped', 'cancelled', [], [], 0],
  ] as const)('is %s', (_, status, events, alarms, exit) => {
    expect(liveExit(report(status), events, alarms)).toBe(exit);
  });
});
