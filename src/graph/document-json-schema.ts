import { z } from 'zod';
import { documentSchema } from './document';

/** The text of `public/pipeline.schema.json`: the document's zod schema as JSON Schema 2020-12. */
export function documentJsonSchema(): string {
  const schema = { ...z.toJSONSchema(documentSchema), title: 'Millrace pipeline' };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
