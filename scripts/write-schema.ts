import { writeFileSync } from 'node:fs';
import { documentJsonSchema } from '../src/graph/document-json-schema';

const target = new URL('../public/pipeline.schema.json', import.meta.url);
writeFileSync(target, documentJsonSchema());
