import type { JsonObject } from '../../lib/json';
import type { AnySpec } from './kind';

/** The data set of the lake that params name: the first that the kind's form lets a person choose; undefined where none is. */
export function dataSetOf({ form }: AnySpec, params: JsonObject): string | undefined {
  for (const [name, { control }] of Object.entries(form)) {
    const value = control.type === 'dataSet' ? params[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}
