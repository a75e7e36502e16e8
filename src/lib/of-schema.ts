import type { z } from 'zod';
import type { JsonObject } from './json';

/** What a schema reads, for good: it is read once and nobody writes to it. */
export type OfSchema<S extends z.ZodType> = Fixed<z.output<S>>;

/** Any JSON is so already, and has no end that the compiler could come to. */
type Fixed<T> = T extends Leaf ? T : JsonObject extends T ? T : { readonly [K in keyof T]: Fixed<T[K]> };
type Leaf = string | number | boolean | null | undefined;
