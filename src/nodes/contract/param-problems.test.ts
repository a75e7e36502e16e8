import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import type { Json } from '../../lib/json';
import { catalog } from '../catalog';
import { checkPipeline } from '../check-pipeline';

/** What a schema says of itself, in no sentence for people. */
const RAW = /expected|received|Invalid|Too (?:small|big)|Unrecognized|undefined|Infinity\b.*expected|\bNaN\b/;

const problemsOf = (kind: string, params: Readonly<Record<string, Json>>) => {
  const document = {
    ...emptyDocument(),
    nodes: [{ id: 'a1', kind, label: '', mode: 'on' as const, position: { x: 0, y: 0 }, params }],
  };
  return checkPipeline(catalog.compile(document)).problems.filter(({ code }) => code === 'bad-param');
};

const WRONG: readonly Json[] = [
  null,
  true,
  -1e9,
  1e9,
  0.123,
  Number.POSITIVE_INFINITY,
  '',
  'zzz',
  'x'.repeat(1_500),
  [],
  [1, 'a', -5],
  Array.from({ length: 1_500 }, () => 'a'),
  {},
  { a: 1, b: { role: 'zzz' }, 'c d': { type: 7 } },
];

describe('a bad parameter', () => {
  it('is told in a sentence with its node, its name and its value, and what is allowed, for all kinds and values', () => {
    let told = 0;
    for (const { id, form, title } of catalog.all) {
      for (const [param, { label }] of Object.entries(form)) {
        for (const value of WRONG) {
          for (const { message, hint } of problemsOf(id, { [param]: value })) {
            told++;
            const what = `${id}.${param} ${JSON.stringify(value).slice(0, 40)}`;
            expect(message.en, what).toContain(label.en);
            expect(message.ko, what).toContain(label.ko);
            expect(message.en, what).toContain(title.en);
            expect(message.ko, what).toContain(title.ko);
            expect(message.en.length, what).toBeLessThan(250);
            for (const said of [message.en, message.ko, hint?.en, hint?.ko]) expect(said, what).not.toMatch(RAW);
            expect(hint?.en, what).toMatch(/^[A-Z].*\.$/);
            expect(hint?.ko, what).toMatch(/[가-힣].*\.$/);
          }
        }
      }
    }
    expect(told).toBeGreaterThan(1_000);
  });

  it('is told with its value and what its field takes', () => {
    expect(problemsOf('train.dense', { epochs: 'many' })).toMatchObject([
      {
        param: 'epochs',
        message: {
          en: '“Epochs” of “Train dense network” cannot be "many".',
          ko: '“심층 신경망 학습” 노드의 “에포크” 값으로 쓸 수 없어요: "many".',
        },
        hint: { en: 'Enter a whole number from 1 to 10000.' },
      },
    ]);
    expect(problemsOf('train.dense', { activation: 'swish' })[0]?.hint?.en).toContain('"relu", "tanh"');
    expect(problemsOf('retrain.schedule', { cron: '0'.repeat(300) })[0]?.hint?.en).toBe(
      'Enter a text. It takes at most 200 characters.',
    );
  });

  it('of one column is told with the column and the part', () => {
    expect(problemsOf('prepare.columns', { settings: { age: { role: 'hero' } } })).toMatchObject([
      {
        param: 'settings',
        message: { en: '“Column by column, age, Role” of “Choose columns” cannot be "hero".' },
        hint: { en: expect.stringContaining('"target"') },
      },
    ]);
    expect(problemsOf('prepare.columns', { settings: { age: { size: 3 } } })[0]?.message.en).toBe(
      '“Column by column” of “Choose columns” takes no "size" at "age".',
    );
  });

  it('that its kind does not know is told with those that it has', () => {
    expect(problemsOf('train.dense', { layers: [1] })).toMatchObject([
      {
        message: {
          en: '“Train dense network” has no setting "layers".',
          ko: '“심층 신경망 학습” 노드에는 "layers" 설정이 없어요.',
        },
        hint: { en: expect.stringContaining('task, hidden, activation') },
      },
    ]);
    expect(problemsOf('train.dense', { constructor: 1, toString: 2 })[0]?.message.en).toBe(
      '“Train dense network” has no settings "constructor", "toString".',
    );
  });
});
