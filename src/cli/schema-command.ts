import { documentJsonSchema } from '../graph/document-json-schema';
import type { Output } from './output';

/** Prints the JSON schema of pipeline files: the text of `public/pipeline.schema.json`. */
export function schemaCommand(output: Output): number {
  output.out(documentJsonSchema().trimEnd());
  return 0;
}
