import type { MessageKey } from '../../i18n/catalogue';
import type { ColumnDrift, DriftMethod, MonitorReport } from '../../nodes/contract/monitor-report';

/** The page's word for each statistic. */
export const methodWord: Readonly<Record<DriftMethod, MessageKey>> = {
  ks: 'timeline.ks',
  'chi-square': 'timeline.chiSquare',
  psi: 'timeline.psi',
  wasserstein: 'timeline.wasserstein',
  'jensen-shannon': 'timeline.jensenShannon',
};

/** The word for a verdict as series hold it. */
export function verdictWord(verdict: number, middle: 'few-rows' | 'warning'): MessageKey {
  if (verdict === 2) return 'timeline.verdictDrift';
  if (verdict === 1) return middle === 'warning' ? 'timeline.verdictWarning' : 'timeline.verdictFew';
  return 'timeline.verdictStable';
}

export const columnVerdict: Readonly<Record<ColumnDrift['verdict'], MessageKey>> = {
  stable: 'timeline.verdictStable',
  drift: 'timeline.verdictDrift',
  'not-enough-rows': 'timeline.verdictFew',
};

/** What a report says of a column, of the predictions or of the target, by the name of its series. */
export function driftedColumn({ drift }: MonitorReport, name: string): ColumnDrift | undefined {
  if (name === 'drift.prediction') return drift.prediction ?? undefined;
  if (name === 'drift.target') return drift.target ?? undefined;
  return drift.columns.find(({ column }) => `column.${column}` === name);
}
