import { describe, expect, it } from 'vitest';
import { type AgreementCase, agreements } from '../testing/python/agreement';
import { savedCases } from '../testing/python/cases/saved';
import { trainCases } from '../testing/python/cases/train';
import { stepCases } from '../testing/python/cases/train-steps';
import { unmetCases } from '../testing/python/cases/unmet-classes';
import { python } from '../testing/python/play-programs';

async function expectAgreement(cases: readonly AgreementCase[]): Promise<void> {
  const found = await agreements(cases);
  expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
  expect(found).toHaveLength(cases.flatMap(({ checks }) => checks).length);
}

describe.skipIf(python === null)('training in Python', () => {
  it('gives what the engine gives', () => expectAgreement(trainCases), 300_000);
  it('takes the steps that the engine takes', () => expectAgreement(stepCases), 300_000);
  it('knows classes that only validation rows have', () => expectAgreement(unmetCases), 300_000);
  it('answers as a saved model does', async () => expectAgreement(await savedCases()), 300_000);
});
