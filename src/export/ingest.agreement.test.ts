import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import { agreements, exported } from '../testing/python/agreement';
import { drawnFileCases, ingestCases } from '../testing/python/cases/ingest';
import { python } from '../testing/python/play-programs';

describe.skipIf(python === null)('files in Python', () => {
  it('are read as the engine reads them, value by value', async () => {
    const found = await agreements(ingestCases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found).toHaveLength(ingestCases.length);
  }, 120_000);

  it('are read as the engine reads them, whatever they hold', async () => {
    const readable = [];
    for (const each of drawnFileCases(9, 150)) {
      const refused = await exported(each).then(
        () => false,
        (error: unknown) => error instanceof Failure,
      );
      if (!refused) readable.push(each);
    }
    const found = await agreements(readable);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(readable.length).toBeGreaterThan(100);
  }, 120_000);
});
