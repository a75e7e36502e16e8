import { it } from 'vitest';
import { expectToGoOn } from '../../testing/cli/scripted-kills';

it.each([20_25, 1, 2])('goes on where it was however often it is killed (seed %i)', async (seed) => {
  await expectToGoOn(seed);
});
