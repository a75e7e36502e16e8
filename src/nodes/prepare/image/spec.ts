import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import { counted, plural } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import type { ColumnType, Field } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineKind, tableAt } from '../../contract/kind';

export const PIXELS: readonly ColumnType[] = ['number', 'integer', 'boolean'];

const side = z.int().min(1).max(4_096);
export const imageParams = z.strictObject({
  columns: z.array(z.string()).default([]),
  height: side.default(8),
  width: side.default(8),
  channels: z.int().min(1).max(4).default(1),
  divisor: z.number().positive().default(16),
  name: z.string().min(1).default('image'),
});

export const imageSpec = defineKind({
  id: 'prepare.image',
  version: 1,
  stage: 'prepare',
  role: 'step',
  computesWith: 'nothing',
  icon: 'image',
  title: text('Make images', '이미지 만들기'),
  keywords: ['pixels', 'reshape', 'convolution', 'cnn', 'digits', '이미지', '픽셀', '합성곱'],
  inputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  outputs: [{ name: 'table', type: 'table', title: text('Table with images', '이미지 표') }],
  params: imageParams,
  form: {
    columns: {
      label: text('Pixel columns', '픽셀 열'),
      control: {
        type: 'columns',
        port: 'table',
        types: PIXELS,
        emptyMeans: text('all numeric features', '모든 수치형 특성'),
      },
    },
    height: {
      label: text('Height', '높이'),
      control: { type: 'number', min: 1, max: 4_096, integer: true, unit: text('pixels', '픽셀') },
    },
    width: {
      label: text('Width', '너비'),
      control: { type: 'number', min: 1, max: 4_096, integer: true, unit: text('pixels', '픽셀') },
    },
    channels: {
      label: text('Channels', '채널'),
      control: { type: 'number', min: 1, max: 4, integer: true },
    },
    divisor: {
      label: text('Divide pixels by', '나누는 수'),
      control: { type: 'number', min: 0 },
    },
    name: { label: text('Name of the image column', '이미지 열 이름'), control: { type: 'text' }, section: 'advanced' },
  },
  summary: ({ height, width, channels, divisor }) =>
    text(`${height} × ${width} × ${channels} · ÷ ${divisor}`, `${height} × ${width} × ${channels} · ÷ ${divisor}`),
  infer: (inputs, params) => {
    const schema = tableAt(inputs, 'table');
    if (schema === undefined) return { outputs: {}, problems: [] };
    const found = chosenFields(schema, params.columns, PIXELS, 'columns');
    const problems: Problem[] = [...found.problems];
    const { height, width, channels, name } = params;
    const exact = schema.complete || params.columns.length > 0;
    if (problems.length === 0 && exact && found.fields.length !== height * width * channels) {
      problems.push({ severity: 'error', param: 'height', ...wrongCount(found.fields.length, params) });
    }
    const pixels = new Set(found.fields);
    const rest = schema.fields.filter((field) => !pixels.has(field));
    if (rest.some((field) => field.name === name)) {
      problems.push({
        code: 'duplicate-column',
        severity: 'error',
        param: 'name',
        column: name,
        message: text(`There is a column “${name}” already.`, `이미 “${name}” 열이 있어요.`),
        hint: text('Give the image column another name.', '이미지 열에 다른 이름을 붙이세요.'),
      });
    }
    const image: Field = { name, type: 'image', role: null, shape: [height, width, channels] };
    return { outputs: { table: { ...schema, fields: [...rest, image] } }, problems };
  },
});

/** What to say where the pixel columns do not make one image. */
export function wrongCount(have: number, { height, width, channels }: z.infer<typeof imageParams>) {
  const need = height * width * channels;
  const square = Math.sqrt(have / channels);
  const guess = Number.isInteger(square) && square > 0;
  return {
    code: 'wrong-pixel-count',
    message: text(
      `An image of ${height} × ${width} × ${channels} needs ${counted(need, 'column')}, and ${have} ${plural(have, 'is', 'are')} chosen.`,
      `${height} × ${width} × ${channels} 이미지에는 열이 ${need}개 필요한데 ${have}개를 골랐어요.`,
    ),
    hint: guess
      ? text(
          `Set height and width to ${square}, or choose ${counted(need, 'column')}.`,
          korean`높이와 너비를 ${square}(으)로 하거나 열을 ${need}개 고르세요.`,
        )
      : text(`Choose ${counted(need, 'column')}, or change the size.`, `열을 ${need}개 고르거나 크기를 바꾸세요.`),
  };
}
