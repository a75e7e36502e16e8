import type { OutputPreview } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { type Asked, useAsked } from '../use-asked';

/** What a version is made of, how it decides and how its training went. */
export function useModelLook(id: string): Asked<Extract<OutputPreview, { type: 'model' }>> {
  const engine = useEngine();
  return useAsked(id, async () => {
    const asked = await engine.preview({ version: id });
    if (!asked.ok) return asked;
    if (asked.value.type !== 'model') throw new Error(`a version is no ${asked.value.type}`);
    return { ok: true, value: asked.value };
  });
}
