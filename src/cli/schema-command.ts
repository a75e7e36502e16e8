import { z } from 'zod';
import { documentSchema } from '../graph/document';
import type { Output } from './output';

/** Prints the JSON schema of pipeline files. */
export function schemaCommand(output: Output): number {
  output.out(JSON.stringify(z.toJSONSchema(documentSchema), null, 2));
  return 0;
}
