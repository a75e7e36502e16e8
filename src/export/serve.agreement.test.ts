import { describe, expect, it } from 'vitest';
import { agreements, exported } from '../testing/python/agreement';
import { keptCases } from '../testing/python/cases/kept';
import { savedAnswers, serveCases } from '../testing/python/cases/serve';
import { python } from '../testing/python/play-programs';

describe.skipIf(python === null)('what stands before and behind training, in Python', () => {
  it('gives what the engine gives', async () => {
    const cases = [...serveCases, ...keptCases];
    const found = await agreements(cases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found).toHaveLength(cases.flatMap(({ checks }) => checks).length);
  }, 120_000);

  it('answers raw rows by a saved model that reads them as they are, and says that it cannot by another', async () => {
    const [found] = await agreements([await savedAnswers(false)]);
    expect(found?.reached).toBeLessThanOrEqual(1e-9);
    const { program } = await exported(await savedAnswers(true));
    expect(program.leftOut.map(({ en }) => en)).toEqual([expect.stringContaining('saved model are left out')]);
  }, 60_000);
});
