import { Failure } from '../../../lib/failure';
import type { JsonObject } from '../../../lib/json';
import { text } from '../../../lib/text';
import { pick } from '../../../stats/describe/quantile';
import type { Scaling, ScalingMethod } from '../../../stats/prepare/scaling';
import { fitScaling, scaleValues } from '../../../stats/prepare/scaling';
import { replaceColumns } from '../../../table/columns';
import { numbersFor, sourceRow, withStep } from '../../../table/recipe';
import { trainRows } from '../../../table/rows';
import type { Column, NumericColumn, Table } from '../../../table/table';
import { allMissing } from '../../contract/all-missing';
import { chosenColumns } from '../../contract/chosen-columns';
import { defineRunner } from '../../contract/runner';
import { SCALABLE, type ScaleParams, scaleSpec } from './spec';
import { scaleState } from './state';

export const scaleRunner = defineRunner(scaleSpec, {
  async run(inputs, params, ctx) {
    const table = inputs.table.table;
    const rows = trainRows(table);
    const columns = chosenColumns(table, params.columns, SCALABLE).map((column) => numbersFor(table, column.name));
    const fitted: JsonObject[] = [];
    for (const column of columns) {
      if (column === null) continue;
      await ctx.yieldIfDue();
      fitted.push({ name: column.name, scaling: fitColumn(table, column, rows, params) });
      ctx.progress(fitted.length / columns.length);
    }
    // Column by column, so that a long table leaves room for a cancel; put in place at once, as there may be many.
    const replaced = new Map<string, readonly Column[]>();
    for (const each of fitted) {
      await ctx.yieldIfDue();
      for (const [name, columns] of scaledColumns(table, { columns: [each] })) replaced.set(name, columns);
    }
    const scaled = replaceColumns(table, replaced);
    const step = { kind: 'prepare.scale', nodeId: ctx.nodeId, state: { columns: fitted } };
    return { table: { type: 'table', table: withStep(scaled, step) } };
  },
  apply,
  columns(json) {
    const names = scaleState.parse(json).columns.map(({ name }) => name);
    return { writes: new Map(names.map((name) => [name, [name]])), needs: [], drops: [] };
  },
});

function apply(table: Table, state: JsonObject): Table {
  return replaceColumns(table, scaledColumns(table, state));
}

function scaledColumns(table: Table, state: JsonObject): ReadonlyMap<string, readonly Column[]> {
  const replaced = new Map<string, readonly Column[]>();
  for (const { name, scaling } of scaleState.parse(state).columns) {
    const column = numbersFor(table, name);
    if (column === null) continue;
    if (scaling.form === 'power' && scaling.family === 'box-cox') refuseNonPositive(table, column);
    const values = scaleValues(column.values, scaling);
    refuseOverflow(table, column, values);
    replaced.set(name, [{ name, role: column.role, type: 'number', values }]);
  }
  return replaced;
}

function fitColumn(table: Table, column: NumericColumn, rows: Uint32Array, params: ScaleParams) {
  const values = rows.length === table.rows ? column.values : pick(column.values, rows);
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (least > greatest) throw allMissing(column.name);
  if (params.method === 'power' && params.family === 'box-cox') {
    refuseNonPositive(table, column);
    if (least === greatest) throw constant(column.name);
  }
  const scaling = fitScaling(values, methodOf(params));
  if (!isUsable(scaling)) {
    const far = Math.abs(least) > Math.abs(greatest) ? least : greatest;
    throw overflow(table, column, column.values.indexOf(far));
  }
  return scaling;
}

/** Whether everything that was learned is a number: a spread of numbers near the ends of the range is none. */
const isUsable = (scaling: Scaling): boolean =>
  Object.values(scaling)
    .flat()
    .every((part) => typeof part !== 'number' || Number.isFinite(part));

function methodOf(params: ScaleParams): ScalingMethod {
  const { method, low, high, output, quantiles, family } = params;
  switch (method) {
    case 'minmax':
      return { method, low, high };
    case 'quantile':
      return { method, output, quantiles };
    case 'power':
      return { method, family };
    default:
      return { method };
  }
}

function refuseNonPositive(table: Table, column: NumericColumn): void {
  const row = column.values.findIndex((value) => value <= 0);
  if (row < 0) return;
  const at = sourceRow(table, row);
  throw new Failure({
    code: 'not-positive',
    column: column.name,
    row: at,
    message: text(
      `Box-Cox needs positive numbers, and column “${column.name}” has ${column.values[row]} in row ${at}.`,
      `Box-Cox 변환은 양수만 쓸 수 있는데 “${column.name}” 열 ${at}번째 행에 ${column.values[row]} 값이 있어요.`,
    ),
    hint: text('Choose Yeo-Johnson, which takes any number.', '모든 수를 쓸 수 있는 Yeo-Johnson을 고르세요.'),
  });
}

function refuseOverflow(table: Table, column: NumericColumn, scaled: Float64Array): void {
  const row = scaled.findIndex((value, i) => !Number.isFinite(value) && !Number.isNaN(column.values[i]));
  if (row >= 0) throw overflow(table, column, row);
}

function overflow(table: Table, column: NumericColumn, row: number): Failure {
  const at = sourceRow(table, row);
  return new Failure({
    code: 'overflow',
    column: column.name,
    row: at,
    message: text(
      `Scaling column “${column.name}” overflows at ${column.values[row]} in row ${at}.`,
      `“${column.name}” 열 ${at}번째 행의 ${column.values[row]} 값을 변환하면 표현 범위를 넘어요.`,
    ),
    hint: text(
      'Choose the quantile method for it, or mend the value.',
      '이 열에는 분위수 방법을 고르거나 값을 고쳐 주세요.',
    ),
  });
}

function constant(name: string): Failure {
  return new Failure({
    code: 'constant-column',
    column: name,
    message: text(
      `Column “${name}” holds one value only, so Box-Cox has nothing to fit.`,
      `“${name}” 열은 값이 하나뿐이라 Box-Cox 변환을 맞출 수 없어요.`,
    ),
    hint: text('Drop the column, or choose another method.', '이 열을 빼거나 다른 방법을 고르세요.'),
  });
}
