import { describe, expect, it } from 'vitest';
import { backendStatus, chooseBackend } from './backends';
import { isHardware } from './graphics';

describe('the backend policy', () => {
  it('takes WASM for tables, and for images where there is no graphics hardware, saying why', async () => {
    expect(await chooseBackend('auto', 'dense')).toMatchObject({
      name: 'wasm',
      reason: { en: expect.stringContaining('tables') },
    });
    expect(await chooseBackend('auto', 'convolutional')).toMatchObject({
      name: 'wasm',
      reason: { en: expect.stringContaining('no graphics') },
    });
  });

  it('does as it is told', async () => {
    expect(await chooseBackend('cpu', 'dense')).toMatchObject({ name: 'cpu' });
  });

  it('fails with a remedy, rather than run elsewhere, where the chosen backend cannot be had', async () => {
    await expect(chooseBackend('webgl', 'dense')).rejects.toMatchObject({ detail: { code: 'backend-unavailable' } });
  });

  it('knows programs from graphics hardware by the renderer string', () => {
    expect(isHardware('ANGLE (NVIDIA, NVIDIA GeForce RTX 4070)')).toBe(true);
    expect(isHardware('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)')).toBe(false);
    expect(isHardware('Mesa, llvmpipe (LLVM 15.0.6, 256 bits)')).toBe(false);
  });

  it('lists every backend without loading any', async () => {
    const names = (await backendStatus()).filter(({ available }) => available).map(({ name }) => name);
    expect(names).toEqual(['wasm', 'cpu']);
  });
});
