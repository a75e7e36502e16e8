import { it } from 'vitest';
import { expectToGoOn } from '../../testing/cli/scripted-kills';

it('goes on where it was when it is killed: the same events to the byte, and nothing promoted twice', {
  timeout: 120_000,
}, async () => {
  await expectToGoOn(20_25, 4);
});
