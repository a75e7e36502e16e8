import * as tf from '@tensorflow/tfjs-core';
import { text } from '../../../lib/text';

/** Thrown by a trainer when the graphics context is gone and its tensors with it. */
export class ContextLost extends Error {
  override readonly name = 'ContextLost';
}

/** Why a backend is retired. */
export const LOST_CONTEXT = text('its graphics context was lost', '그래픽 컨텍스트가 사라짐');

/** Whether the active backend has lost its graphics context. */
export function contextIsLost(): boolean {
  return activeContext()?.isContextLost() ?? false;
}

/** How long work may take to see by itself that its context is gone: what waits for the graphics card then waits for ever. */
const PATIENCE_MS = 3_000;

/** What work on a graphics card depends on, and what may go: a context of WebGL, a device of WebGPU. */
export interface Losable {
  isContextLost(): boolean;
  /** Tells when it goes; returns what stops that. */
  whenLost(tell: () => void): () => void;
}

/** Work on a graphics context, which ends with {@link ContextLost} once that is gone, whatever it was doing. */
export async function untilLost<T>(
  work: () => Promise<T>,
  context: Losable | undefined = activeContext(),
  patienceMs = PATIENCE_MS,
): Promise<T> {
  if (context === undefined) return work();
  if (context.isContextLost()) throw new ContextLost();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tellLost = (): void => undefined;
  const lost = new Promise<void>((resolve) => {
    tellLost = resolve;
  });
  const stop = context.whenLost(() => tellLost());
  const gone = lost.then(
    () =>
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new ContextLost()), patienceMs);
      }),
  );
  try {
    return await Promise.race([work(), gone]);
  } catch (cause) {
    // A device gives up what waits for it before it says that it is lost.
    if (cause instanceof DOMException && !context.isContextLost()) await Promise.race([lost, sleep(patienceMs / 3)]);
    // What a lost context throws differs between browsers; the context itself knows.
    throw context.isContextLost() || isOfDeadCard(cause) ? new ContextLost() : cause;
  } finally {
    stop();
    clearTimeout(timer);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** After the process that draws has crashed, a context may call itself whole and make nothing any more. */
const isOfDeadCard = (cause: unknown): boolean =>
  cause instanceof Error && /^(failed to (link|compile)|unable to create webgl)/i.test(cause.message);

/** What the active backend computes on, where that may go. */
function activeContext(): Losable | undefined {
  if (tf.getBackend() === 'webgpu') return deviceOf(property(tf.backend(), 'device'));
  const gl = activeWebgl();
  return (
    gl && {
      isContextLost: () => gl.isContextLost(),
      whenLost(tell) {
        gl.canvas.addEventListener('webglcontextlost', tell);
        return () => gl.canvas.removeEventListener('webglcontextlost', tell);
      },
    }
  );
}

/** The WebGL context that the active backend draws on, where it is that. */
export function activeWebgl(): WebGL2RenderingContext | undefined {
  if (tf.getBackend() !== 'webgl') return undefined;
  const backend: unknown = tf.backend();
  const gl = property(property(backend, 'gpgpu'), 'gl');
  return typeof WebGL2RenderingContext !== 'undefined' && gl instanceof WebGL2RenderingContext ? gl : undefined;
}

const devices = new WeakMap<object, Losable>();

/** A WebGPU device tells of its loss once, by a promise. */
export function deviceOf(device: unknown): Losable | undefined {
  const gone = property(device, 'lost');
  if (typeof device !== 'object' || device === null || !(gone instanceof Promise)) return undefined;
  const known = devices.get(device);
  if (known !== undefined) return known;
  let lost = false;
  const listeners = new Set<() => void>();
  void gone.then(() => {
    lost = true;
    for (const tell of listeners) tell();
  });
  const made: Losable = {
    isContextLost: () => lost,
    whenLost(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
  devices.set(device, made);
  return made;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
