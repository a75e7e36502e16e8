import { readdirSync, readFileSync } from 'node:fs';
import type { PipelineDocument } from '../../graph/document';
import { openDocument } from '../../graph/open-document';
import { catalog } from '../../nodes/catalog';

const FOLDER = 'public/templates';

/** The pipelines that come with the product. */
export const templates: readonly PipelineDocument[] = readdirSync(FOLDER)
  .filter((name) => name !== 'index.json')
  .map((name) => {
    const opened = openDocument(readFileSync(`${FOLDER}/${name}`, 'utf8'), catalog);
    if (!opened.ok) throw new Error(`${name} cannot be opened`);
    return opened.document;
  });
