import type { z } from 'zod';
import type { ParamIssue } from '../../graph/kind-shape';
import { type Json, type JsonObject, valueAt } from '../../lib/json';

/** More of a value than this is not shown. */
const SHOWN = 60;

/** What a schema refuses of params, without the schema's own words. */
export const issuesOf = (params: JsonObject, { issues }: z.ZodError): readonly ParamIssue[] =>
  issues.map((issue) => {
    const path = issue.path.map(String);
    return {
      path,
      given: shown(valueAt(params, path)),
      ...(issue.code === 'unrecognized_keys' ? { unknown: issue.keys } : {}),
      ...limitsOf(issue),
    };
  });

function limitsOf(issue: z.core.$ZodIssue): Pick<ParamIssue, 'limit'> {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return {};
  if (issue.origin !== 'string' && issue.origin !== 'array') return {};
  const of = issue.origin === 'string' ? 'characters' : 'items';
  return issue.code === 'too_big'
    ? { limit: { of, most: Number(issue.maximum) } }
    : { limit: { of, least: Number(issue.minimum) } };
}

function shown(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const written = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return written.length > SHOWN ? `${[...written].slice(0, SHOWN).join('')}…` : written;
}
