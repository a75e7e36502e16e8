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
