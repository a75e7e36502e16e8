import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { backendStatus, chooseBackend, retireBackend, withSomeBackend } from './backends';
import { ContextLost, contextIsLost, deviceOf, LOST_CONTEXT, type Losable, untilLost } from './context-loss';

function fakeContext(): Losable & { lose(): void } {
  const listeners = new Set<() => void>();
  let lost = false;
  return {
    isContextLost: () => lost,
    whenLost: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    lose: () => {
      lost = true;
      for (const tell of listeners) tell();
    },
  };
}
const never = new AbortController().signal;

describe('work on a graphics context that goes away', () => {
  it('ends where it waits for the card for ever', async () => {
    const context = fakeContext();
    const work = untilLost(() => new Promise(() => undefined), context, 5);
    context.lose();
    await expect(work).rejects.toBeInstanceOf(ContextLost);
  });

  it('ends as lost, whatever it throws', async () => {
    const context = fakeContext();
    const work = async (): Promise<never> => {
      context.lose();
      throw new TypeError('no texture');
    };
    await expect(untilLost(work, context)).rejects.toBeInstanceOf(ContextLost);
    await expect(untilLost(async () => 1, context)).rejects.toBeInstanceOf(ContextLost);
  });

  it.each(['Failed to link vertex and fragment shaders.', 'Unable to create WebGLTexture.'])(
    'ends as lost where a context that calls itself whole can make nothing: %s',
    async (message) => {
      const work = untilLost(() => Promise.reject(new Error(message)), fakeContext());
      await expect(work).rejects.toBeInstanceOf(ContextLost);
    },
  );

  it('is done where it sees nothing of the loss in time, and its own errors stay its own', async () => {
    const context = fakeContext();
    expect(await untilLost(async () => 'done', context)).toBe('done');
    const fails = untilLost(() => Promise.reject(new TypeError('a bug')), context);
    await expect(fails).rejects.toThrow('a bug');
  });
});

describe('a WebGPU device that is lost', () => {
  /** As the browser hands one out: `lost` settles once, with the reason. */
  function fakeDevice() {
    let lose = (): void => undefined;
    const lost = new Promise<object>((resolve) => {
      lose = () => resolve({ reason: 'unknown', message: '' });
    });
    return { device: { lost }, lose };
  }

  it('ends the work on it, and whatever is begun on it later', async () => {
    const { device, lose } = fakeDevice();
    const work = untilLost(() => new Promise(() => undefined), deviceOf(device), 5);
    lose();
    await expect(work).rejects.toBeInstanceOf(ContextLost);
    await expect(untilLost(async () => 1, deviceOf(device))).rejects.toBeInstanceOf(ContextLost);
  });

  it('is why the work failed, whatever it threw', async () => {
    const { device, lose } = fakeDevice();
    const work = async (): Promise<never> => {
      setTimeout(lose, 5);
      throw new DOMException('A valid external Instance reference no longer exists.', 'AbortError');
    };
    await expect(untilLost(work, deviceOf(device))).rejects.toBeInstanceOf(ContextLost);
  });

  it('is watched as the device of the backend that runs', async () => {
    const { device, lose } = fakeDevice();
    tf.registerBackend('webgpu', () => Object.assign(new tf.KernelBackend(), { device, dispose: () => undefined }));
    await tf.setBackend('webgpu');
    expect(contextIsLost()).toBe(false);
    lose();
    await Promise.resolve();
    expect(contextIsLost()).toBe(true);
    await expect(untilLost(async () => 1)).rejects.toBeInstanceOf(ContextLost);
    tf.removeBackend('webgpu');
    expect(deviceOf(undefined)).toBeUndefined();
  });
});

describe('a backend that was lost', () => {
  it('is left for another at once, and by every later run that asks for it, which says why', async () => {
    const seen: string[] = [];
    const done = await withSomeBackend(
      'cpu',
      never,
      async (name) => {
        seen.push(name);
        if (name === 'cpu') throw new ContextLost();
        return name;
      },
      ({ name, reason }) => seen.push(`moved to ${name}: ${reason.en}`),
    );
    expect(done).toBe('wasm');
    expect(seen).toEqual([
      'cpu',
      'moved to wasm: WASM: in place of CPU, because its graphics context was lost',
      'wasm',
    ]);
    retireBackend('webgl', LOST_CONTEXT);
    expect(await chooseBackend('webgl', 'dense')).toMatchObject({
      name: 'wasm',
      reason: { en: 'WASM: in place of WebGL, because its graphics context was lost' },
    });
    expect((await backendStatus()).find(({ name }) => name === 'webgl')).toMatchObject({ available: false });
  });
});
