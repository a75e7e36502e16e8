import { Failure } from '../../../lib/failure';
import { counted, figure } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { withRule } from '../../../models/decision';
import type { DecisionRule } from '../../../models/decision-rule';
import { thresholdWords } from '../../../models/decision-words';
import type { ModelValue } from '../../../models/model';
import { predictTable } from '../../../models/predict';
import { requireFeatures } from '../../../models/required-features';
import { preparedColumns } from '../../../serving/prepared-columns';
import { bestThreshold, type Settled } from '../../../stats/metrics/best-threshold';
import { cellText } from '../../../table/cells';
import { columnNamed } from '../../../table/columns';
import { groupColumnGone } from '../../../table/group-column';
import { partRows, trainRows } from '../../../table/rows';
import type { Table } from '../../../table/table';
import { defineRunner, type RunContext } from '../../contract/runner';
import {
  groupsByTarget,
  groupsUnknown,
  MEASURE_NAMES,
  TABLE_NEEDED,
  type ThresholdParams,
  thresholdSpec,
  unknownClass,
} from './spec';

export const thresholdRunner = defineRunner(thresholdSpec, {
  async run(inputs, params, ctx) {
    const model = inputs.model.model;
    const { classes } = model.target;
    if (classes === undefined || classes.length !== 2) {
      ctx.log(
        text(
          'The model does not decide between two classes and goes through as it is.',
          '두 클래스를 가르는 모델이 아니어서 그대로 지나가요.',
        ),
      );
      return { model: { type: 'model', model } };
    }
    const positive = params.positiveClass === '' ? (classes[1] ?? '') : params.positiveClass;
    if (!classes.includes(positive)) throw new Failure(unknownClass(positive, classes));
    refuseGroups(model, params.groupColumn, ctx);
    const table = inputs.table?.table ?? null;
    if (table !== null) sayStrangers(table, params, ctx);
    const threshold =
      params.method === 'manual' ? params.threshold : await measured(model, table, positive, params, ctx);
    const rule: DecisionRule = { positive, threshold, ...groupsOf(params) };
    return { model: { type: 'model', model: withRule(model, rule) } };
  },
});

function groupsOf({ groupColumn, groups }: ThresholdParams): Pick<DecisionRule, 'groups'> {
  return groupColumn === '' ? {} : { groups: { column: groupColumn, thresholds: groups } };
}

/** Groups are told by the prepared rows alone: they are what everyone who decides has. */
function refuseGroups({ recipe, target }: ModelValue, column: string, ctx: RunContext): void {
  if (column === '') return;
  if (column === target.name) throw new Failure(groupsByTarget(column));
  if (preparedColumns(recipe, ctx)?.has(column) === false) throw new Failure(groupColumnGone(column));
}

/** Groups with a threshold that no row of the table belongs to. */
function sayStrangers(table: Table, { groupColumn, groups }: ThresholdParams, ctx: RunContext): void {
  const column = table.columns.find(({ name }) => name === groupColumn);
  const strangers = new Set(column === undefined ? [] : Object.keys(groups));
  for (let row = 0; row < table.rows && column !== undefined && strangers.size > 0; row++) {
    strangers.delete(cellText(column, row) ?? '');
  }
  if (strangers.size > 0) ctx.log(groupsUnknown(groupColumn, [...strangers]).message);
}

/** The threshold that does best on validation rows, or on training rows where there are none. */
async function measured(
  model: ModelValue,
  table: Table | null,
  positive: string,
  params: ThresholdParams,
  ctx: RunContext,
): Promise<number> {
  if (table === null) throw new Failure(TABLE_NEEDED);
  requireFeatures(model, table);
  const target = columnNamed(table, model.target.name);
  const validation = partRows(table, 'validation');
  const part = validation.length > 0 ? validation : trainRows(table);
  const rows = part.filter((row) => cellText(target, row) !== null);
  const { scores, outputs } = await predictTable(model, table, rows, ctx);
  const k = (model.target.classes ?? []).indexOf(positive);
  const score = Float64Array.from(rows, (_, i) => scores[i * outputs + k] ?? 0);
  const isPositive = Uint8Array.from(rows, (row) => (cellText(target, row) === positive ? 1 : 0));
  const own = ownThresholds(table, rows, params);
  const free = [...rows.keys()].filter((i) => own[i] === null);
  const best = bestThreshold(
    free.map((i) => isPositive[i] ?? 0),
    free.map((i) => score[i] ?? 0),
    params.measure,
    settled(isPositive, score, own),
  );
  if (best === null) throw oneClass(model.target.name, validation.length > 0, free.length < rows.length);
  const [threshold, value] = [thresholdWords(best.threshold), figure(best.value)];
  const on = validation.length > 0 ? text('validation', '검증') : text('training', '학습');
  const name = MEASURE_NAMES[params.measure];
  const grouped = free.length < rows.length;
  const share = grouped
    ? text(
        ` with the groups’, and it decides ${free.length} of them`,
        ` (집단별 임계값 포함, 이 임계값이 가르는 행 ${free.length}개)`,
      )
    : text('', '');
  ctx.log(
    text(
      `“${positive}” from ${threshold}: ${name.en} ${value} on ${counted(rows.length, 'row')} of the ${on.en} part${share.en}.`,
      `“${positive}” 임계값 ${threshold}: ${on.ko} 행 ${rows.length}개에서 ${name.ko} ${value}${share.ko}.`,
    ),
  );
  return best.threshold;
}

/** The thresholds of the groups that rows belong to; null of rows that the common one decides. */
function ownThresholds(table: Table, rows: Uint32Array, { groupColumn, groups }: ThresholdParams): (number | null)[] {
  if (groupColumn === '') return Array.from(rows, () => null);
  const column = table.columns.find(({ name }) => name === groupColumn);
  if (column === undefined) throw new Failure(groupColumnGone(groupColumn));
  const known = new Map(Object.entries(groups));
  return Array.from(rows, (row) => known.get(cellText(column, row) ?? '') ?? null);
}

/** What the thresholds of groups make of their rows. */
function settled(isPositive: Uint8Array, score: Float64Array, own: readonly (number | null)[]): Settled {
  const counts = { truePositive: 0, falsePositive: 0, positives: 0, negatives: 0 };
  for (const [i, from] of own.entries()) {
    if (from === null) continue;
    const said = (score[i] ?? 0) >= from;
    if (isPositive[i] === 1) {
      counts.positives++;
      if (said) counts.truePositive++;
    } else {
      counts.negatives++;
      if (said) counts.falsePositive++;
    }
  }
  return counts;
}

function oneClass(column: string, onValidation: boolean, grouped: boolean): Failure {
  const on = onValidation ? text('validation', '검증') : text('training', '학습');
  return new Failure({
    code: 'one-class-to-measure',
    port: 'table',
    column,
    message: text(
      `The ${on.en} rows${grouped ? ' that the common threshold decides' : ''} are all of one class of “${column}”, or none has it.`,
      `${grouped ? '공통 임계값이 가르는 ' : ''}${on.ko} 행의 “${column}” 값이 모두 한 클래스이거나 비어 있어요.`,
    ),
    hint: text(
      'Give the validation part rows of both classes, or set the threshold by hand.',
      '검증 부분에 두 클래스의 행을 모두 두거나 임계값을 직접 정해 주세요.',
    ),
  });
}
