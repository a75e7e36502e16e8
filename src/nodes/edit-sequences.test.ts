import { expect, it } from 'vitest';
import { brokenSequences } from '../testing/nodes/edit-sequences';
import { templates } from '../testing/nodes/templates';

it('edits at random leave every pipeline whole, and are undone to the byte', () => {
  expect(brokenSequences(templates, 987_654_321, 2_000)).toEqual([]);
}, 60_000);
