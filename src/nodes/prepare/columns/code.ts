import { type Text, text } from '../../../lib/text';
import type { Field } from '../../../table/table';
import { defineCode, type PyTable } from '../../contract/code';
import { dict, helper, list, py } from '../../python/py';
import { type FrameChange, unfitted } from '../../python/sklearn';
import { textOf } from '../../sql/sql';
import type { ColumnsParams } from './params';
import { type PlannedColumn, planColumns } from './plan';
import { type Retyping, retypingOf } from './retyping';
import { columnsSpec } from './spec';
import { columnsSql } from './sql';
import { columnsState } from './state';

export const columnsCode = defineCode(columnsSpec, {
  python({ params, inputs: { table }, learned }) {
    const plan = planColumns(table.schema.fields, params);
    const state = learned()?.state ?? null;
    const known = state === null ? null : columnsState.parse(state);
    const fields = new Map(table.schema.fields.map((field) => [field.name, field]));
    const retyped = plan.flatMap((planned): readonly (readonly [string, Retyping])[] => {
      const field = fields.get(planned.from);
      const retyping = field === undefined ? null : retypingOf(field, planned, params, known);
      return retyping === null ? [] : [[planned.from, retyping]];
    });
    const steps = [
      ...keeping(table, plan, params),
      ...retypings(retyped, params),
      ...renaming(plan.filter(({ from }) => !table.images.has(from))),
    ];
    return {
      writes: 'step',
      name: 'columns',
      ...unfitted(...steps),
      why: whyOf(plan, steps.length > 0),
      images: new Map(
        plan.flatMap(({ from, name }) => [table.images.get(from) ?? []].flat().map((image) => [name, image])),
      ),
    };
  },
  sql: ({ params, inputs: { table } }) => textOf(columnsSql(table, params)),
});

/** Columns that are left out, images by their pixels. */
function keeping(
  { schema, images }: PyTable,
  plan: readonly PlannedColumn[],
  params: ColumnsParams,
): readonly FrameChange[] {
  const pixels = (name: string): readonly string[] => images.get(name)?.pixels ?? [name];
  const kept = new Set(plan.map(({ from }) => from));
  const dropped = schema.fields.filter(({ name }) => !kept.has(name)).flatMap(({ name }) => pixels(name));
  if (dropped.length === 0) return [];
  if (params.keep.length === 0) return [['drop', { columns: list(dropped) }]];
  return [['filter', { items: list([...kept].flatMap(pixels)) }]];
}

function retypings(
  all: readonly (readonly [string, Retyping])[],
  { unreadable }: ColumnsParams,
): readonly FrameChange[] {
  const floats = all.flatMap(([name, { as }]) => (as === 'float' ? [[name, py`float`] as const] : []));
  const others = all.flatMap(([name, retyping]) =>
    retyping.as === 'float' ? [] : [[name, list(retyping.functions)] as const],
  );
  return [
    ...(floats.length === 0 ? [] : [['astype', { dtype: dict(floats) }] as const]),
    ...(others.length === 0
      ? []
      : [[convert, { columns: dict(others), ...(unreadable === 'missing' && { strict: false }) }] as const]),
  ];
}

function renaming(plan: readonly PlannedColumn[]): readonly FrameChange[] {
  const renamed = plan.flatMap(({ from, name }) => (from === name ? [] : [[from, name] as const]));
  return renamed.length === 0 ? [] : [['rename', { columns: dict(renamed) }]];
}

const convert = helper({
  name: 'convert',
  why: text(
    'Columns as another type, each by functions; a cell that cannot be read is refused unless it may become missing.',
    '열의 유형을 함수로 바꿔요. 읽을 수 없는 칸은 비워도 된다고 하지 않았으면 오류로 멈춰요.',
  ),
  source: `def convert(frame, columns, strict=True):
    frame = frame.copy()
    for name, functions in columns.items():
        values = frame[name]
        for function in functions:
            values = function(values)
        if strict and (values.isna() & frame[name].notna()).any():
            raise ValueError(f"column {name} has cells that cannot be read")
        frame[name] = values
    return frame`,
  uses: [],
});

function whyOf(plan: readonly PlannedColumn[], changes: boolean): Text {
  const target = plan.find(({ role }: Pick<Field, 'role'>) => role === 'target')?.name;
  const chosen = changes
    ? text('The columns that matter, by their names and types.', '필요한 열을 고르고 이름과 유형을 정해요.')
    : text('All columns stay as they are.', '모든 열을 그대로 둬요.');
  if (target === undefined) return chosen;
  return text(`${chosen.en} “${target}” is to be predicted.`, `${chosen.ko} “${target}” 열을 예측해요.`);
}
