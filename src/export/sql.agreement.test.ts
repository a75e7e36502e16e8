import { describe, expect, it } from 'vitest';
import { toldCases, untoldCases } from '../testing/python/cases/prepare/sql';
import { python } from '../testing/python/play-programs';
import { sqlAgreements } from '../testing/python/sql-agreement';

describe.skipIf(python === null)('preparation in SQL', () => {
  it('gives what the engine gives', async () => {
    const found = await sqlAgreements(toldCases);
    expect(found.filter(({ reached }) => reached === null || !(reached <= 1e-12))).toEqual([]);
    expect(found).toHaveLength(toldCases.length);
  }, 120_000);

  it('is silent where databases differ, or have no word for it', async () => {
    const found = await sqlAgreements(untoldCases);
    expect(found.map(({ sql }) => sql)).toEqual(untoldCases.map(() => null));
  }, 120_000);
});
