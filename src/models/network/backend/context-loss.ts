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

/** A graphics context that may go. */
export interface Losable {
  readonly canvas: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  isContextLost(): boolean;
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
  let lost = (): void => undefined;
  const gone = new Promise<never>((_, reject) => {
    lost = () => {
      timer = setTimeout(() => reject(new ContextLost()), patienceMs);
    };
  });
  context.canvas.addEventListener('webglcontextlost', lost);
  try {
    return await Promise.race([work(), gone]);
  } catch (cause) {
    // What a lost context throws differs between browsers; the context itself knows.
    throw context.isContextLost() || isOfDeadCard(cause) ? new ContextLost() : cause;
  } finally {
    context.canvas.removeEventListener('webglcontextlost', lost);
    clearTimeout(timer);
  }
}

/** After the process that draws has crashed, a context may call itself whole and make nothing any more. */
const isOfDeadCard = (cause: unknown): boolean =>
  cause instanceof Error && /^(failed to (link|compile)|unable to create webgl)/i.test(cause.message);

/** The graphics context that the active backend draws on, where it has one. */
export function activeContext(): WebGL2RenderingContext | undefined {
  if (tf.getBackend() !== 'webgl') return undefined;
  const backend: unknown = tf.backend();
  const gpgpu = property(backend, 'gpgpu');
  const gl = property(gpgpu, 'gl');
  return typeof WebGL2RenderingContext !== 'undefined' && gl instanceof WebGL2RenderingContext ? gl : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
