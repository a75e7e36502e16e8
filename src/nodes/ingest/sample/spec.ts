import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { SAMPLE_NAMES, sampleNamed, sizeOf } from './samples';

const sampleParams = z.strictObject({ name: z.enum(SAMPLE_NAMES).default('iris') });

export const sampleSpec = defineKind({
  id: 'ingest.sample',
  version: 1,
  stage: 'ingest',
  role: 'source',
  computesWith: 'nothing',
  icon: 'flask-conical',
  title: text('Sample data', '예제 데이터'),
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
        options: SAMPLE_NAMES.map((name) => ({ value: name, label: sampleNamed(name).title })),
      },
    },
  },
  summary: ({ name }) => {
    const sample = sampleNamed(name);
    const { title, licence } = sample;
    const size = sizeOf(sample);
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
