import { z } from 'zod';
import { count } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { SAMPLE_NAMES, sampleNamed } from './samples';

const sampleParams = z.strictObject({ name: z.enum(SAMPLE_NAMES).default('iris') });

export const sampleSpec = defineKind({
  id: 'ingest.sample',
  version: 1,
  stage: 'ingest',
  role: 'source',
  computesWith: 'nothing',
  icon: 'flask-conical',
  title: text('Sample data', '예제 데이터'),
  help: text(
    'A well-known data set that comes with Millrace, with its target column already marked. Use it to try a pipeline before you bring data of your own.',
    'Millrace에 들어 있는 잘 알려진 데이터예요. 목표 열이 이미 정해져 있어, 내 데이터를 넣기 전에 파이프라인을 시험해 보기 좋아요.',
  ),
  keywords: [
    'sample',
    'example',
    'iris',
    'wine',
    'digits',
    'cancer',
    'diabetes',
    '예제',
    '샘플',
    '붓꽃',
    '데이터 흡수',
  ],
  inputs: [],
  outputs: [{ name: 'table', type: 'table', title: text('Table', '표') }],
  params: sampleParams,
  form: {
    name: {
      label: text('Data set', '데이터'),
      control: {
        type: 'choice',
        options: SAMPLE_NAMES.map((name) => {
          const { title, task, rows, fields, licence } = sampleNamed(name);
          const size = `${count(rows)} × ${fields.length}`;
          return {
            value: name,
            label: title,
            help: text(`${size} · ${task.en} · ${licence}`, `${size} · ${task.ko} · ${licence}`),
          };
        }),
      },
    },
  },
  summary: ({ name }) => {
    const { title, rows, fields, licence } = sampleNamed(name);
    const size = `${count(rows)} × ${fields.length}`;
    return text(`${title.en} · ${size} · ${licence}`, `${title.ko} · ${size} · ${licence}`);
  },
  infer: (_inputs, { name }) => {
    const { fields, rows } = sampleNamed(name);
    return {
      outputs: {
        table: { type: 'table', fields, complete: true, rows, partitioned: false, fittedBeforeSplit: [] },
      },
      problems: [],
    };
  },
});
