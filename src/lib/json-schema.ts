import './zod-without-eval';
import { z } from 'zod';
import type { JsonObject } from './json';

/** Any JSON object. Its type is said once, in `json.ts`: what zod would make of it may be written to. */
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
