import { z } from 'zod';
import { Failure } from '../../../lib/failure';
import { korean } from '../../../lib/korean';
import type { Message } from '../../../lib/message';
import { text } from '../../../lib/text';
import { closeNames } from '../../../table/close-names';
import type { ColumnDrift, DriftReport } from '../../contract/monitor-report';
import { defineTrigger } from '../../triggers/trigger-frame';
import { steady } from '../../wording/event-figures';
import { sayOfDistribution } from './messages';
import { type DistributionParams, distributionSpec } from './spec';

/** Watches how far the rows are from those that the model learned from. */
export const distributionLive = defineTrigger(distributionSpec, {
  own: z.strictObject({ inARow: z.number() }),
  begin: { inARow: 0 },
  judge: ({ params, own, report, answeredTo, ctx }) => {
    if (report === null) return null;
    const { drift } = report;
    const chosen = chosenColumns(drift, params.columns);
    const testable = chosen.filter(({ verdict }) => verdict !== 'not-enough-rows');
    const changed = testable.filter((column) => hasChanged(column, params));
    const needed =
      params.howMany === 'columns' ? params.least : Math.max(1, Math.ceil(params.share * testable.length - 1e-9));
    const others = otherDrift(drift, params);
    const hasDrift = (testable.length > 0 && changed.length >= needed) || others.length > 0;
    // Another champion begins anew. A tick without rows says nothing new, neither for nor against.
    const before = answeredTo === ctx.tick ? 0 : own.inARow;
    const inARow = report.rows.batch === 0 ? before : hasDrift ? before + 1 : 0;
    return {
      own: { inARow },
      met: inARow >= params.inARow,
      why: whyOf({ changed, testable, chosen, needed, others, inARow }, params),
      figures: {
        changedColumns: changed.map(({ column }) => column),
        changed: changed.length,
        testable: testable.length,
        needed,
        share: testable.length === 0 ? null : steady(changed.length / testable.length),
        predictionVerdict: drift.prediction?.verdict ?? null,
        targetVerdict: drift.target?.verdict ?? null,
        inARow,
        inARowNeeded: params.inARow,
      },
      causes: causesOf(changed, others, drift),
    };
  },
});

function chosenColumns({ columns }: DriftReport, names: readonly string[]): readonly ColumnDrift[] {
  if (names.length === 0) return columns;
  const known = columns.map(({ column }) => column);
  const stranger = names.find((name) => !known.includes(name));
  // Before its reference is there the monitor compares nothing.
  if (stranger !== undefined && known.length > 0) throw unknownColumn(stranger, known);
  return columns.filter(({ column }) => names.includes(column));
}

function unknownColumn(name: string, known: readonly string[]): Failure {
  const near = closeNames(name, known).map((word) => `“${word}”`);
  const list = (near.length > 0 ? near : known.slice(0, 5).map((word) => `“${word}”`)).join(', ');
  return new Failure({
    code: 'column-not-compared',
    column: name,
    message: text(`The monitor compares no column “${name}”.`, korean`모니터가 비교하는 열에 “${name}”이(가) 없어요.`),
    hint: text(`Choose among ${list}.`, `${list} 가운데에서 고르세요.`),
  });
}

function hasChanged(column: ColumnDrift, { statistic, bound, pValue }: DistributionParams): boolean {
  switch (statistic) {
    case 'verdict':
      return column.verdict === 'drift';
    case 'effect':
      return column.effect !== null && column.effect >= bound;
    case 'statistic':
      return column.statistic !== null && column.statistic >= bound;
    case 'p-value':
      return column.pValue !== null && column.pValue <= pValue;
  }
}

function otherDrift(drift: DriftReport, { prediction, target }: DistributionParams): readonly string[] {
  return [
    ...(prediction && drift.prediction?.verdict === 'drift' ? ['prediction'] : []),
    ...(target && drift.target?.verdict === 'drift' ? ['target'] : []),
  ];
}

/** PSI from which on a change is one at all. */
const SOME_CHANGE = 0.1;

/** What has changed, and how far beyond its bound. */
function causesOf(
  changed: readonly ColumnDrift[],
  others: readonly string[],
  { prediction, target }: DriftReport,
): Readonly<Record<string, number>> {
  const far = (drift: ColumnDrift | null): number => {
    if (drift === null) return 1;
    const { effect, statistic, threshold, pValue } = drift;
    const beyond = pValue === null && threshold > 0 ? (statistic ?? 0) / threshold : (effect ?? 0) / SOME_CHANGE;
    return Math.max(1, beyond);
  };
  return Object.fromEntries([
    ...changed.map((column) => [`column ${column.column}`, far(column)] as const),
    ...others.map((name) => [name, far(name === 'prediction' ? prediction : target)] as const),
  ]);
}

interface Found {
  readonly changed: readonly ColumnDrift[];
  readonly testable: readonly ColumnDrift[];
  readonly chosen: readonly ColumnDrift[];
  readonly needed: number;
  readonly others: readonly string[];
  readonly inARow: number;
}

function whyOf({ changed, testable, chosen, needed, others, inARow }: Found, params: DistributionParams): Message {
  const streak = { inARow, inARowNeeded: params.inARow, others };
  if (testable.length === 0) return sayOfDistribution('few-rows', { chosen: chosen.length, ...streak });
  return sayOfDistribution('columns', {
    changed: changed.map(({ column }) => column),
    testable: testable.length,
    needed,
    share: params.howMany === 'share' ? params.share : null,
    ...streak,
  });
}
