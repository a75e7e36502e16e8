import { isObject, type Json, type JsonObject } from '../../lib/json';
import { invalidModelFile } from '../invalid-model-file';
import { rulesAndBodies } from './rules-and-bodies';

/** What brings a model file of a version to the next one: `migrations[0]` makes version 2 of version 1. Frozen. */
const migrations: readonly ((file: JsonObject) => JsonObject)[] = [rulesAndBodies];

/** A file of any version so far as the newest. Fails with `model-file-invalid` where it is newer than this build. */
export function migrateModelFile(json: Json): Json {
  if (!isObject(json) || typeof json.version !== 'number') return json;
  const newest = migrations.length + 1;
  if (json.version > newest) throw invalidModelFile(`it was written by a newer Millrace (version ${json.version})`);
  return migrations.slice(Math.max(0, json.version - 1)).reduce((file, migration) => migration(file), json);
}
