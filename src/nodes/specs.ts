import type { AnySpec } from './kind';

/** Every kind, in the palette's order: one line a kind. */
export const specs: readonly AnySpec[] = [];
