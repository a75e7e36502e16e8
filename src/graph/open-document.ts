import type { Catalog } from './catalog';
import { type Opened, openJson } from './open-json';
import { parseJson } from './parse-json';

/** Reads the text of a pipeline file from outside: size cap, strict parse, then as {@link openJson}. Never throws. */
export function openDocument(source: string, catalog: Catalog): Opened {
  const json = parseJson(source);
  return json.ok ? openJson(json.value, catalog) : json;
}
