import { z } from 'zod';
import { createCatalog } from '../../graph/catalog';
import type { TableSchema } from '../../graph/schema-types';
import { text } from '../../lib/text';
import { defineKind, type PortSpec, tableAt } from '../../nodes/contract/kind';

const table = { name: 'table', type: 'table', title: text('Table', '표') } as const satisfies PortSpec;
const model = { name: 'model', type: 'model', title: text('Model', '모델') } as const satisfies PortSpec;
const withColumns = (...names: readonly string[]): TableSchema => ({
  type: 'table',
  fields: names.map((name) => ({ name, type: 'number', role: null })),
  complete: true,
  partitioned: false,
  fittedBeforeSplit: [],
});

/** A few kinds for tests of what surrounds kinds. `inferences` counts how often `infer` was asked. */
export function exampleSpecs() {
  const inferences = { count: 0 };
  const file = defineKind({
    id: 'ingest.file',
    version: 1,
    stage: 'ingest',
    role: 'source',
    computesWith: 'nothing',
    icon: 'file',
    title: text('File', '파일'),
    keywords: [],
    inputs: [],
    outputs: [table],
    params: z.object({ name: z.string().default('') }),
    form: { name: { label: text('Name', '이름'), control: { type: 'text' } } },
    summary: () => text('', ''),
    infer: () => ({ outputs: {}, problems: [] }),
  });
  const add = defineKind({
    id: 'prepare.add',
    version: 1,
    stage: 'prepare',
    role: 'step',
    computesWith: 'nothing',
    icon: 'plus',
    title: text('Add', '더하기'),
    keywords: [],
    inputs: [table],
    outputs: [table],
    params: z.object({
      column: z.string().default('new'),
      times: z.number().int().min(1).max(9).default(1),
      mode: z.enum(['a', 'b']).default('a'),
      explode: z.boolean().default(false),
    }),
    form: {
      column: { label: text('Column', '열'), control: { type: 'text' } },
      times: { label: text('Times', '횟수'), control: { type: 'number', min: 1, max: 9, integer: true } },
      mode: {
        label: text('Mode', '방식'),
        control: {
          type: 'choice',
          options: [
            { value: 'a', label: text('First', '첫째') },
            { value: 'b', label: text('Second', '둘째') },
          ],
        },
      },
      explode: { label: text('Explode', '폭발'), control: { type: 'toggle' } },
    },
    summary: () => text('', ''),
    infer: (inputs, params) => {
      inferences.count++;
      if (params.explode) throw new Error('boom');
      const input = tableAt(inputs, 'table');
      return {
        outputs: { table: withColumns(...(input?.fields.map((field) => field.name) ?? []), params.column) },
        problems: input?.fields.some((field) => field.name === params.column)
          ? [
              {
                code: 'column-taken',
                severity: 'error',
                message: text('Taken.', '이미 있어요.'),
                hint: text('Rename.', '바꾸세요.'),
              },
            ]
          : [],
      };
    },
  });
  const learn = defineKind({
    id: 'train.learn',
    version: 1,
    stage: 'train',
    role: 'trainer',
    computesWith: 'network',
    icon: 'brain',
    title: text('Learn', '학습'),
    keywords: [],
    inputs: [table, { ...model, name: 'start', optional: true }],
    outputs: [model],
    params: z.object({}),
    form: {},
    summary: () => text('', ''),
    infer: () => ({ outputs: {}, problems: [] }),
  });
  return { catalog: createCatalog([file, add, learn]), inferences, withColumns };
}
