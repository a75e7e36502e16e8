import type { z } from 'zod';
import type { JsonObject } from '../../lib/json';
import { defineRunner, type Runner } from './runner';

/** The runner of a kind whose outputs are all live: the batch phase only checks its params. */
export function liveOnly<P extends JsonObject>(kind: string, params: z.ZodType<P>): Runner {
  return defineRunner(kind, params, { run: async () => ({}) });
}
