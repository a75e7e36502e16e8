import type { RunReport } from '../../engine/report';

/** The report of a run in which nothing ran. */
export const emptyReport: RunReport = {
  format: 'millrace/report',
  version: 1,
  runId: '',
  status: 'completed',
  backend: 'none',
  seed: 42,
  ms: 1,
  nodes: {},
  events: [],
};
