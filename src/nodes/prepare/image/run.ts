import { z } from 'zod';
import { Failure } from '../../../lib/failure';
import type { JsonObject } from '../../../lib/json';
import { text } from '../../../lib/text';
import { columnNamed } from '../../../table/columns';
import { numbersFor, refuseTakenNames, sourceRow, withStep } from '../../../table/recipe';
import type { NumericColumn, Table } from '../../../table/table';
import { chosenColumns } from '../../contract/chosen-columns';
import { defineRunner } from '../../contract/runner';
import { imageSpec, PIXELS, wrongCount } from './spec';

const stateSchema = z.object({
  pixels: z.array(z.string()),
  shape: z.tuple([z.number(), z.number(), z.number()]),
  divisor: z.number(),
  name: z.string(),
});

export const imageRunner = defineRunner(imageSpec, {
  run: async (inputs, params, ctx) => {
    const table = inputs.table.table;
    const pixels = chosenColumns(table, params.columns, PIXELS).map(({ name }) => name);
    const { height, width, channels, divisor, name } = params;
    if (pixels.length !== height * width * channels) throw new Failure(wrongCount(pixels.length, params));
    const state = { pixels, shape: [height, width, channels], divisor, name };
    const step = { kind: 'prepare.image', nodeId: ctx.nodeId, state };
    return { table: { type: 'table', table: withStep(apply(table, state), step) } };
  },
  apply,
  columns(json) {
    const { pixels, name } = stateSchema.parse(json);
    return { writes: new Map([[name, pixels]]), needs: pixels, drops: pixels };
  },
});

function apply(table: Table, state: JsonObject): Table {
  const { pixels, shape, divisor, name } = stateSchema.parse(state);
  const columns = pixels.map((pixel) => numbersFor(table, columnNamed(table, pixel).name));
  const values = new Float32Array(table.rows * pixels.length);
  columns.forEach((column, pixel) => {
    if (column !== null) fillPixel(table, column, values, pixel, pixels.length, divisor);
  });
  const used = new Set(pixels);
  const rest = { ...table, columns: table.columns.filter((column) => !used.has(column.name)) };
  refuseTakenNames(rest, [name]);
  return { ...rest, columns: [...rest.columns, { name, role: null, type: 'image', shape, values }] };
}

function fillPixel(
  table: Table,
  column: NumericColumn,
  values: Float32Array,
  pixel: number,
  size: number,
  divisor: number,
): void {
  for (let row = 0; row < table.rows; row++) {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) throw missingPixel(column.name, sourceRow(table, row));
    values[row * size + pixel] = value / divisor;
  }
}

function missingPixel(name: string, row: number): Failure {
  return new Failure({
    code: 'missing-pixel',
    column: name,
    row,
    message: text(`Pixel “${name}” is empty in row ${row}.`, `${row}번째 행의 “${name}” 픽셀이 비어 있어요.`),
    hint: text('Fill empty cells in “Handle missing values” first.', '먼저 “결측치 처리”에서 빈 칸을 채우세요.'),
  });
}
