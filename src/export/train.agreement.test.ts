import { describe, expect, it } from 'vitest';
import { agreements } from '../testing/python/agreement';
import { trainCases } from '../testing/python/cases/train';
import { stepCases } from '../testing/python/cases/train-steps';
import { python } from '../testing/python/play-programs';

describe.skipIf(python === null)('training in Python', () => {
  it.each([
    ['gives what the engine gives', trainCases],
    ['takes the steps that the engine takes', stepCases],
  ])(
    '%s',
    async (_, cases) => {
      const found = await agreements(cases);
      expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
      expect(found).toHaveLength(cases.flatMap(({ checks }) => checks).length);
    },
    240_000,
  );
});
