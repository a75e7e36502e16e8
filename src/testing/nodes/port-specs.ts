import { z } from 'zod';
import { text } from '../../lib/text';
import { defineKind, type PortSpec } from '../../nodes/contract/kind';

const table = <const N extends string>(name: N) =>
  ({ name, type: 'table', title: text(name, name) }) as const satisfies PortSpec;

const about = {
  version: 1,
  stage: 'prepare',
  role: 'etl',
  computesWith: 'nothing',
  icon: 'box',
  help: text('A kind for tests.', '테스트용 노드예요.'),
  keywords: [],
  summary: () => text('', ''),
  infer: () => ({ outputs: {}, problems: [] }),
} as const;

/** Kinds for tests of the page: a source, one that takes many tables, and one with as many inputs as its params say. */
export const portSpecs = [
  defineKind({
    ...about,
    id: 'test.source',
    role: 'source',
    title: text('Source', '소스'),
    inputs: [],
    outputs: [table('table')],
    params: z.strictObject({}),
    form: {},
  }),
  defineKind({
    ...about,
    id: 'test.union',
    title: text('Union', '합치기'),
    inputs: [{ ...table('in'), many: true }],
    outputs: [table('table')],
    params: z.strictObject({}),
    form: {},
  }),
  defineKind({
    ...about,
    id: 'test.counted',
    title: text('Counted', '개수만큼'),
    ports: ({ inputs }) => ({
      inputs: Array.from({ length: inputs }, (_, index) => table(`in${index + 1}`)),
      outputs: [table('table')],
    }),
    params: z.strictObject({ inputs: z.int().min(0).max(9).default(0) }),
    form: { inputs: { label: text('Inputs', '입력 수'), control: { type: 'number', min: 0, max: 9, integer: true } } },
  }),
] as const;
