import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentJsonSchema } from './document-json-schema';

describe('public/pipeline.schema.json', () => {
  it('is what the document schema says now (npm run schema writes it)', () => {
    const published = readFileSync(new URL('../../public/pipeline.schema.json', import.meta.url), 'utf8');
    expect(published).toBe(documentJsonSchema());
  });
});
