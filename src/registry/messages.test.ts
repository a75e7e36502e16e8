import { expect, it } from 'vitest';
import { said } from '../testing/lib/said';
import { worded } from '../testing/lib/worded';
import { type modelWords, sayOfModels } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof modelWords>({
      'by-hand': [sayOfModels('by-hand')],
      'gave-way': [sayOfModels('gave-way', { number: 2, why: said('why') })],
    }),
  ).toMatchInlineSnapshot(`
    [
      "by-hand: Chosen by a person. | 사람이 직접 골랐어요.",
      "gave-way: Version 2 took its place. test/why | 버전 2에 자리를 넘겼어요. test/why",
    ]
  `);
});
