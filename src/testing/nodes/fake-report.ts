import type { DetectorName, DetectorReport, MonitorReport } from '../../nodes/contract/monitor-report';

const quiet: DetectorReport = { verdict: 'stable', lastDrift: null, drifts: 0 };

/** A quiet monitor's report for tests, with what is given in its place. */
export function fakeReport(
  changes: Partial<Omit<MonitorReport, 'rows' | 'performance' | 'drift' | 'detectors'>> & {
    readonly rows?: Partial<MonitorReport['rows']>;
    readonly performance?: Partial<MonitorReport['performance']>;
    readonly drift?: Partial<MonitorReport['drift']>;
    readonly detectors?: Partial<Readonly<Record<DetectorName, DetectorReport>>>;
  } = {},
): MonitorReport {
  const { rows, performance, drift, detectors, ...rest } = changes;
  return {
    deployment: 'deploy',
    stream: 'stream1',
    version: 'v1',
    tick: 1,
    time: 0,
    task: 'binary',
    fairness: null,
    quality: [],
    ...rest,
    rows: { batch: 100, refused: 0, labelled: 100, totalLabelled: 1_000, window: 500, ...rows },
    performance: {
      headline: 'accuracy',
      batch: {},
      window: { accuracy: 0.91 },
      overall: {},
      noChange: {},
      majority: {},
      reference: null,
      ...performance,
    },
    drift: {
      columns: [],
      prediction: null,
      target: null,
      share: null,
      verdict: 'stable',
      current: { from: 0, to: 0 },
      reference: { from: 0, to: 0 },
      ...drift,
    },
    detectors: { adwin: quiet, pageHinkley: quiet, ddm: quiet, ...detectors },
  };
}
