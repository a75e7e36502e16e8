import type { Runner } from './runner';

/** Every kind's runner, by kind id: one line a kind. Loaded in the engine only. */
export const runners: readonly Runner[] = [];
