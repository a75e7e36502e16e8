import { describe, expect, it } from 'vitest';
import { memory, withBackend } from './backend/backends';
import { checkGradients } from './gradient-check';

describe.each(['cpu', 'wasm'] as const)('gradients on %s', (backend) => {
  it('agree with finite differences for every layer type and loss, and leave no tensor behind', async () => {
    await withBackend(backend, new AbortController().signal, async () => {
      const before = memory().tensors;
      const errors = Object.fromEntries(checkGradients().map(({ name, error }) => [name, error]));
      for (const [name, error] of Object.entries(errors)) expect(error, name).toBeLessThan(0.005);
      expect(memory().tensors).toBe(before);
    });
  });
});
