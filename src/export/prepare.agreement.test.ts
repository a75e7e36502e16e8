import { describe, expect, it } from 'vitest';
import { agreements } from '../testing/python/agreement';
import { prepareCases } from '../testing/python/cases/prepare';
import { python } from '../testing/python/play-programs';

describe.skipIf(python === null)('preparation in Python', () => {
  it('gives what the engine gives', async () => {
    const found = await agreements(prepareCases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found).toHaveLength(prepareCases.flatMap(({ checks }) => checks).length);
  }, 120_000);
});
