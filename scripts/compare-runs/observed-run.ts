import { z } from 'zod';
import type { JsonObject } from '../../src/lib/json';

const object: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** What one run of a template's pipeline left behind, as the command line wrote it. */
const observedRun = z.strictObject({
  template: z.string(),
  command: z.enum(['run', 'live']),
  /** The pipeline file that was run. */
  document: object,
  exit: z.int(),
  report: object,
  /** Lines of `--events`: of `run` the engine's events, of `live` the timeline's. */
  events: z.array(object),
  /** Files below `lines/` of the registry folder. */
  lines: z.array(object),
});
export type ObservedRun = Readonly<z.infer<typeof observedRun>>;

const observedRuns = z.strictObject({
  format: z.literal('millrace/observed-runs'),
  version: z.literal(1),
  backend: z.enum(['wasm', 'cpu']),
  seed: z.int().min(0),
  runs: z.array(observedRun),
});
export type ObservedRuns = Readonly<z.infer<typeof observedRuns>>;

/** Reads what `--save` wrote; throws where it is something else. */
export const readObservedRuns = (source: string): ObservedRuns => observedRuns.parse(JSON.parse(source));

/** Reads JSON that must be an object; throws, naming `what`, where it is something else. */
export function readObject(source: string, what: string): JsonObject {
  const parsed = object.safeParse(JSON.parse(source));
  if (!parsed.success) throw new Error(`${what} holds no JSON object`);
  return parsed.data;
}
