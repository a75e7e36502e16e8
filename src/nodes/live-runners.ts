import type { LiveRunner } from './live';

/** The live half of every kind that has one: one line a kind. Loaded in the engine only. */
export const liveRunners: readonly LiveRunner[] = [];
