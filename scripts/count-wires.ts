import { readdirSync, readFileSync } from 'node:fs';
import { layoutPipeline } from '../src/graph/layout';
import { openDocument } from '../src/graph/open-document';
import { catalog } from '../src/nodes/catalog';
import { tangleIn } from './tangle';

/*
 * How hard the wires of the templates are to follow, as they stand or, with --tidy, as Tidy up lays them:
 *   npx tsx scripts/count-wires.ts [--tidy]
 */

const templates = new URL('../public/templates/', import.meta.url);
const tidy = process.argv.includes('--tidy');

const sum = { wires: 0, back: 0, behind: 0, crossings: 0 };
for (const file of readdirSync(templates).sort()) {
  const opened = openDocument(readFileSync(new URL(file, templates), 'utf8'), catalog);
  if (!opened.ok) continue;
  const { positions } = layoutPipeline(catalog.compile(opened.document));
  const document = !tidy
    ? opened.document
    : {
        ...opened.document,
        nodes: opened.document.nodes.map((node) => ({ ...node, position: positions[node.id] ?? node.position })),
      };
  const tangle = tangleIn(catalog.compile(document));
  console.log(file.padEnd(28), JSON.stringify(tangle));
  sum.wires += tangle.wires;
  sum.back += tangle.back;
  sum.behind += tangle.behind;
  sum.crossings += tangle.crossings;
}
console.log('together'.padEnd(28), JSON.stringify(sum));
