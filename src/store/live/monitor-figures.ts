import { DETECTORS, type MonitorReport } from '../../nodes/contract/monitor-report';
import type { SeriesName } from './live-types';

const LEVELS = { stable: 0, warning: 1, drift: 2 } as const;
const VERDICTS = { stable: 0, 'not-enough-rows': 1, drift: 2 } as const;
const MEASURED = ['batch', 'window', 'overall', 'noChange', 'majority', 'reference'] as const;
const FAIRNESS = ['parityDifference', 'parityRatio', 'equalizedOddsDifference'] as const;
const ROWS = ['batch', 'refused', 'labelled', 'window'] as const;

/** Every figure of a report that is drawn over the ticks, under the name of its series; undefined ones left out. */
export function* figuresOf(report: MonitorReport): Generator<readonly [SeriesName, number]> {
  const { performance, drift, fairness, rows, quality, detectors } = report;
  for (const group of MEASURED) {
    for (const [name, value] of Object.entries(performance[group] ?? {})) {
      if (value !== null) yield [`${group}.${name}`, value];
    }
  }
  if (drift.share !== null) yield ['drift.share', drift.share];
  yield ['drift.verdict', VERDICTS[drift.verdict]];
  for (const which of ['prediction', 'target'] as const) {
    const found = drift[which];
    if (found === null) continue;
    if (found.statistic !== null) yield [`drift.${which}`, found.statistic];
    if (found.effect !== null) yield [`drift.${which}Effect`, found.effect];
    yield [`drift.${which}Verdict`, VERDICTS[found.verdict]];
  }
  for (const { column, statistic, effect, verdict } of drift.columns) {
    if (statistic !== null) yield [`column.${column}`, statistic];
    if (effect !== null) yield [`effect.${column}`, effect];
    yield [`verdict.${column}`, VERDICTS[verdict]];
  }
  for (const name of DETECTORS) yield [`detector.${name}`, LEVELS[detectors[name].verdict]];
  if (fairness !== null) {
    for (const name of FAIRNESS) {
      const value = fairness[name];
      if (value !== null) yield [`fairness.${name}`, value];
    }
    for (const { group, selectionRate } of fairness.groups) {
      if (selectionRate !== null) yield [`group.${group}`, selectionRate];
    }
  }
  for (const name of ROWS) yield [`rows.${name}`, rows[name]];
  yield ['quality.findings', quality.length];
}
