import { z } from 'zod';
import { documentSchema } from './document';

/**
 * The text of `public/pipeline.schema.json`: the document's zod schema as JSON Schema 2020-12. In a file unknown fields
 * stand where they are, not in `extra`, and are allowed.
 */
export function documentJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties?.extra === undefined) return;
      delete jsonSchema.properties.extra;
      delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify({ ...schema, title: 'Millrace pipeline' }, null, 2)}\n`;
}
