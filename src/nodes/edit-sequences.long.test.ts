import { expect, it } from 'vitest';
import { brokenSequences } from '../testing/nodes/edit-sequences';
import { templates } from '../testing/nodes/templates';

it.each([987_654_321, 1, 22_222, 3_000_003, 4_100_000_000])(
  'edits at random leave every pipeline whole (seed %i)',
  (seed) => {
    expect(brokenSequences(templates, seed, 20_000)).toEqual([]);
  },
);
