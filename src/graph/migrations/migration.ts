import type { JsonObject } from '../../lib/json';
import type { Problem } from '../problem';

/**
 * One step from a format version to the next. Named after its file, frozen once released: it may
 * import nothing that changes with the newest version.
 */
export interface Migration {
  /** `0002-what-changed`, after the version it leads to. */
  readonly name: string;
  /** From version `to - 1`. */
  readonly to: number;
  migrate(document: JsonObject): JsonObject;
  /** What a person should know of what was changed, since the pipeline does something else now. */
  tells?(before: JsonObject, after: JsonObject): readonly Problem[];
}
