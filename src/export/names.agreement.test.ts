import { describe, expect, it } from 'vitest';
import { agreements } from '../testing/python/agreement';
import { nullEndedCases } from '../testing/python/cases/null-ended';
import { python } from '../testing/python/play-programs';

describe.skipIf(python === null)('odd names in Python', () => {
  it('stay whole where they end in a null character', async () => {
    const found = await agreements(nullEndedCases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found).toHaveLength(nullEndedCases.flatMap(({ checks }) => checks).length);
  }, 120_000);
});
