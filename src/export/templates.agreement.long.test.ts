import { describe, expect, it } from 'vitest';
import { agreements } from '../testing/python/agreement';
import { templateCases } from '../testing/python/cases/templates';
import { python } from '../testing/python/play-programs';

describe.skipIf(python === null)('the templates in Python', () => {
  it('are nine, each trained again and with what was learned', () => {
    expect(templateCases).toHaveLength(18);
    const linear = templateCases.flatMap(({ checks }) => checks).filter(({ within }) => within === 1e-3);
    expect(linear).toHaveLength(2);
  });

  it('run, prepare rows as here, and score what they score here', async () => {
    const found = await agreements(templateCases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found).toHaveLength(templateCases.flatMap(({ checks }) => checks).length);
  }, 1_200_000);
});
