import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');

/** Budgets in kB after gzip. Raise one only with a reason in the commit. */
const FIRST_LOAD = 250;
const LAZY_CHUNK = 200;

/** Words that only TensorFlow.js holds: none may be in what the first paint waits for. */
const ENGINE_WORDS = ['LayersModel', 'WEBGL_VERSION', 'registerKernel'];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const first = new Set([...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]));

const chunks = readdirSync(join(dist, 'assets'))
  .filter((name) => /\.(js|css|wasm)$/.test(name))
  .map((name) => {
    const content = readFileSync(join(dist, 'assets', name));
    return { name: `assets/${name}`, content, raw: content.length, gzip: gzipSync(content).length };
  })
  .sort((a, b) => b.gzip - a.gzip);

// The page waits for the words of its reader's language too: the larger counts.
const words = chunks.find(({ name }) => /^assets\/(?:english|korean)-[^/]+\.js$/.test(name));
if (words !== undefined) first.add(words.name);

const problems = [];
if (words === undefined) problems.push("no chunk holds a language's words");
const total = { raw: 0, gzip: 0 };
console.log('first load                                     raw kB  gzip kB');
for (const chunk of chunks.filter(({ name }) => first.has(name))) {
  console.log(`  ${chunk.name.padEnd(42)} ${kilobytes(chunk.raw)} ${kilobytes(chunk.gzip)}`);
  total.raw += chunk.raw;
  total.gzip += chunk.gzip;
  const found = ENGINE_WORDS.filter((word) => chunk.name.endsWith('.js') && chunk.content.includes(word));
  if (found.length > 0)
    problems.push(`${chunk.name} holds TensorFlow.js (${found.join(', ')}), which the first paint must not need`);
}
console.log(`  ${'together'.padEnd(42)} ${kilobytes(total.raw)} ${kilobytes(total.gzip)}   budget ${FIRST_LOAD}`);
if (first.size === 0) problems.push('no script found in dist/index.html');
if (total.gzip > FIRST_LOAD * 1000)
  problems.push(`the first load is ${kilobytes(total.gzip).trim()} kB after gzip; the budget is ${FIRST_LOAD} kB`);

console.log(`loaded when needed                             raw kB  gzip kB   budget ${LAZY_CHUNK} each`);
for (const chunk of chunks.filter(({ name }) => !first.has(name))) {
  console.log(`  ${chunk.name.padEnd(42)} ${kilobytes(chunk.raw)} ${kilobytes(chunk.gzip)}`);
  if (chunk.gzip > LAZY_CHUNK * 1000)
    problems.push(`${chunk.name} is ${kilobytes(chunk.gzip).trim()} kB after gzip; the budget is ${LAZY_CHUNK} kB`);
}
// WebKit runs such a file once more, as another module.
for (const chunk of chunks) {
  if (/(?:from|import) ?"\.\/[^"]*\.worker-/.test(chunk.content.toString('utf8')))
    problems.push(`${chunk.name} imports from the first file of a worker, which nothing may`);
}
for (const problem of problems) console.error(`✕ ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
