import * as tf from '@tensorflow/tfjs-core';
import { expect, it, vi } from 'vitest';
import { withBackend } from './backends';

it('a backend that failed to start fails again, rather than leave its name to another', async () => {
  const setBackend = vi.spyOn(tf.engine(), 'setBackend').mockImplementation(async (name) => {
    // What tfjs does before it tries to start a backend.
    tf.engine().backendName = name;
    return false;
  });
  const { signal } = new AbortController();
  const work = vi.fn(async () => 'done');
  const failed = expect.objectContaining({ detail: expect.objectContaining({ code: 'backend-unavailable' }) });
  await expect(withBackend('cpu', signal, work)).rejects.toThrow(failed);
  await expect(withBackend('cpu', signal, work)).rejects.toThrow(failed);
  expect(work).not.toHaveBeenCalled();
  setBackend.mockRestore();
  expect(await withBackend('cpu', signal, work)).toBe('done');
});
