import { expect, it } from 'vitest';
import { createMemoryBlobs } from '../../lib/blob-store';
import { sayOfDeploy } from '../../nodes/serve/deploy/messages';
import { createRegistry } from '../../registry/create-registry';
import { fakeLineage } from '../../testing/lib/fake-version';
import { fakeLinearModel } from '../../testing/models/fake-model';
import { createVersionNamer } from './version-namer';

const back = (from: string, to: string) => sayOfDeploy('rolled-back-by-hand', { from, to });
const model = (weight: number) => fakeLinearModel(['x'], [[weight]], { name: 'y' });

it('calls versions by their numbers, and leaves the id where two lines of models number it differently', async () => {
  const registry = createRegistry(createMemoryBlobs(), { now: () => '2025-01-01T00:00:00.000Z' });
  const named = createVersionNamer(registry.list);
  const add = async (line: string, weight: number) =>
    (await registry.add(model(weight), { line, metrics: {}, lineage: fakeLineage })).id;
  const [one, two] = [await add('a', 1), await add('a', 2)];
  expect(await named(back(one, two))).toMatchObject({ en: 'Rolled back from v1 to v2 by hand.' });
  const three = await add('b', 3);
  await add('b', 2);
  await add('b', 1);
  expect(await named(back(three, one))).toMatchObject({ en: `Rolled back from v1 to ${one} by hand.` });
  expect(await named(back(two, '0123456789abcdef'))).toMatchObject({
    en: 'Rolled back from v2 to 0123456789abcdef by hand.',
  });
});
