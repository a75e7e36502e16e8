import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { layoutPipeline } from '../src/graph/layout';
import { openDocument } from '../src/graph/open-document';
import { catalog } from '../src/nodes/catalog';

/*
 * Lays the templates as Tidy up does, in place; nothing but positions changes:
 *   npx tsx scripts/lay-templates.ts
 */

const templates = new URL('../public/templates/', import.meta.url);
for (const file of readdirSync(templates)) {
  const path = new URL(file, templates);
  const source = readFileSync(path, 'utf8');
  const opened = openDocument(source, catalog);
  if (!opened.ok) continue;
  const { positions } = layoutPipeline(catalog.compile(opened.document));
  let laid = source;
  for (const [id, { x, y }] of Object.entries(positions)) {
    const place = new RegExp(`("id": "${id}",[^]*?"position": \\{\\s*"x": )-?[\\d.]+(,\\s*"y": )-?[\\d.]+`);
    if (!place.test(laid)) throw new Error(`${file} has no place for ${id}`);
    laid = laid.replace(place, `$1${x}$2${y}`);
  }
  writeFileSync(path, laid);
}
