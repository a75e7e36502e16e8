import '../../../lib/zod-without-eval';
import { z } from 'zod';
import { text } from '../../../lib/text';
import { UNREAD_TABLE } from '../../../table/schema';
import { defineKind } from '../../contract/kind';

const lakeParams = z.strictObject({
  name: z.string().max(200).default(''),
  /** '' for the newest when it runs; else the beginning of a hash, or the whole. */
  version: z
    .string()
    .regex(/^([0-9a-f]{8,64})?$/, 'a version is 8 to 64 hexadecimal digits, or empty')
    .default(''),
});
export type LakeParams = z.infer<typeof lakeParams>;

export const lakeSpec = defineKind({
  id: 'ingest.lake',
  version: 1,
  stage: 'ingest',
  role: 'source',
  takes: 'data-set',
  computesWith: 'nothing',
  icon: 'waves',
  title: text('Data lake', '데이터 레이크'),
  keywords: [
    'data lake',
    'version',
    'append',
    'raw data',
    'history',
    'updated',
    '데이터 레이크',
    '레이크',
    '버전',
    '원시 데이터',
    '데이터 흡수',
    '추가',
  ],
  inputs: [],
  outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  params: lakeParams,
  form: {
    name: {
      label: text('Data set', '데이터 세트'),
      control: { type: 'dataSet', placeholder: text('sales', '매출') },
    },
    version: {
      label: text('Version', '버전'),
      control: { type: 'dataVersion', set: 'name', placeholder: text('newest', '가장 새 버전') },
    },
  },
  summary: ({ name, version }) => {
    if (name === '') return text('No data set chosen', '데이터 세트를 고르지 않음');
    if (version === '') return text(`${name} · newest`, `${name} · 가장 새 버전`);
    return text(`${name} · ${version.slice(0, 8)}`, `${name} · ${version.slice(0, 8)}`);
  },
  infer: (_inputs, { name }) => ({
    outputs: { table: UNREAD_TABLE },
    problems:
      name.trim() === ''
        ? [
            {
              code: 'no-data-set',
              severity: 'error',
              param: 'name',
              message: text('No data set has been chosen.', '데이터 세트를 고르지 않았어요.'),
              hint: text(
                'Give the name of a data set of the data lake.',
                '데이터 레이크에 있는 데이터 세트 이름을 적으세요.',
              ),
            },
          ]
        : [],
  }),
});
