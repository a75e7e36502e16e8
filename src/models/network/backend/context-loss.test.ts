import { describe, expect, it } from 'vitest';
import { backendStatus, chooseBackend, retireBackend, withSomeBackend } from './backends';
import { ContextLost, LOST_CONTEXT, type Losable, untilLost } from './context-loss';

function fakeContext(): Losable & { lose(): void } {
  const canvas = new EventTarget();
  let lost = false;
  return {
    canvas,
    isContextLost: () => lost,
    lose: () => {
      lost = true;
      canvas.dispatchEvent(new Event('webglcontextlost'));
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
