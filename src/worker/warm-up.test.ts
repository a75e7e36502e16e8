import { expect, it, vi } from 'vitest';
import * as backends from '../models/network/backend/backends';
import { warmUp } from './warm-up';

it('starts the backend that a run would take and leaves no tensor', async () => {
  const started = vi.spyOn(backends, 'withBackend');
  await warmUp('auto');
  expect(started.mock.calls.map(([name]) => name)).toEqual(['wasm']);
  expect(backends.memory().tensors).toBe(0);
  const { name } = await backends.chooseBackend('auto', 'dense');
  expect(name).toBe('wasm');
});

it('says nothing of a backend that cannot be had: the run that wants it does', async () => {
  await expect(warmUp('webgl')).resolves.toBeUndefined();
  await expect(backends.chooseBackend('webgl', 'dense')).rejects.toMatchObject({
    detail: { code: 'backend-unavailable' },
  });
});
