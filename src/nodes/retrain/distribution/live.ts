import { z } from 'zod';
import { Failure } from '../../../lib/failure';
import { type Text, text } from '../../../lib/text';
import { closeNames } from '../../../table/close-names';
import type { ColumnDrift, DriftReport } from '../../contract/monitor-report';
import { defineTrigger } from '../../triggers/trigger-frame';
import { percent, steady } from '../../wording/figure-words';
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
      why: wordsOf({ changed, testable, chosen, needed, others, inARow }, params),
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
    message: text(`The monitor compares no column “${name}”.`, `모니터가 비교하는 열에 “${name}”이(가) 없습니다.`),
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

function otherDrift(drift: DriftReport, { prediction, target }: DistributionParams): readonly Text[] {
  return [
    ...(prediction && drift.prediction?.verdict === 'drift' ? [text('the predictions', '예측값')] : []),
    ...(target && drift.target?.verdict === 'drift' ? [text('the labels', '라벨')] : []),
  ];
}

interface Found {
  readonly changed: readonly ColumnDrift[];
  readonly testable: readonly ColumnDrift[];
  readonly chosen: readonly ColumnDrift[];
  readonly needed: number;
  readonly others: readonly Text[];
  readonly inARow: number;
}

function wordsOf({ changed, testable, chosen, needed, others, inARow }: Found, params: DistributionParams): Text {
  const also = text(
    others.map(({ en }) => `, and so have ${en}`).join(''),
    others.map(({ ko }) => `, ${ko}도 바뀜`).join(''),
  );
  const row = inARowWords(inARow, params.inARow);
  if (testable.length === 0) {
    return text(
      `none of ${chosen.length} columns has rows enough to compare${also.en}; ${row.en}`,
      `비교할 만큼 행이 있는 열이 ${chosen.length}개 중 없음${also.ko}, ${row.ko}`,
    );
  }
  const names = changed.slice(0, 3).map(({ column }) => `“${column}”`);
  const more = changed.length > 3 ? '…' : '';
  const which = names.length === 0 ? '' : ` (${names.join(', ')}${more})`;
  const asked =
    params.howMany === 'share'
      ? text(`${percent(params.share)}, which is ${needed}`, `${percent(params.share)}(${needed}개)`)
      : text(`${needed}`, `${needed}개`);
  return text(
    `${changed.length} of ${testable.length} columns have changed${which}, bound ${asked.en}${also.en}; ${row.en}`,
    `${testable.length}개 열 중 ${changed.length}개가 바뀜${which}, 기준 ${asked.ko}${also.ko}, ${row.ko}`,
  );
}

function inARowWords(found: number, needed: number): Text {
  return found > needed
    ? text(`for ${found} batches in a row, ${needed} needed`, `${found}배치 연속(${needed}배치 필요)`)
    : text(`${found} of ${needed} batches in a row`, `연속 ${needed}배치 중 ${found}배치`);
}
