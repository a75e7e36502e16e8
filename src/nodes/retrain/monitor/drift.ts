import { columnDrift, type DriftRules, dataDrift } from '../../../stats/drift/column-drift';
import type { DriftReference, DriftSample } from '../../../stats/drift/drift-reference';
import { findColumn } from '../../../table/columns';
import type { Table } from '../../../table/table';
import type { ColumnDrift, DriftReport } from '../../contract/monitor-report';
import type { RowRange } from '../../contract/row-range';
import { sampleOf, withoutMissing } from './cells';
import type { MonitorParams } from './spec';
import { labelSample, type Watched, wholeOf } from './watched';

/** The newest rows, what the champion answered them, and the newest rows with labels. */
export interface CurrentRows {
  readonly range: RowRange;
  readonly rows: Table;
  readonly answers: DriftSample;
  readonly labelled: Table;
}

export function driftOf(watched: Watched, current: CurrentRows, params: MonitorParams): DriftReport {
  const { method, significance, effect, distance, minRows, driftShare } = params;
  const rules: DriftRules = { method, significance, effect, distance, minRows, comparisons: 1 };
  const ofColumns = { ...rules, comparisons: Math.max(1, watched.columns.length) };
  const columns = watched.columns.flatMap(({ name, reference }) => {
    const column = findColumn(current.rows, name);
    if (column === undefined) return [];
    return [named(name, reference, sampleOf(column, current.rows.rows), ofColumns)];
  });
  const target = watched.target === null ? undefined : findColumn(current.labelled, watched.target);
  const data = dataDrift(
    columns.map(({ verdict }) => verdict),
    driftShare,
  );
  return {
    columns,
    prediction: named('', watched.prediction, current.answers, rules),
    target:
      target === undefined || watched.labels === null
        ? null
        : named(
            target.name,
            watched.labels,
            withoutMissing(labelSample(target, current.labelled.rows, watched.classes)),
            rules,
          ),
    share: data.share,
    verdict: data.verdict,
    current: current.range,
    reference: wholeOf(watched.ranges),
    ...(watched.ranges.length > 1 ? { ranges: watched.ranges } : {}),
  };
}

function named(column: string, reference: DriftReference, sample: DriftSample, rules: DriftRules): ColumnDrift {
  return { column, ...columnDrift(reference, sample, rules) };
}
