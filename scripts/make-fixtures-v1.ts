// Makes what lies in src/testing/fixtures/v1 by the command lines of two checkouts that wrote format version 1:
//
//   npx tsx scripts/make-fixtures-v1.ts CHECKOUT OLDER FOLDER
//
// CHECKOUT is commit b00b504, the last to write version 1; OLDER is commit 7945674, whose model files have no `origin`.
// Both need their node_modules. The fixtures are frozen: this is kept to say how they were made, not to make them anew.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DOCUMENTS, RAN } from './fixtures-v1/documents';
import type { DocumentV1 } from './fixtures-v1/pipeline';
import { PREDICTION, READING, TRAINING, WITHOUT_ORIGIN } from './fixtures-v1/training';

const [checkout = '', older = '', target = ''] = process.argv.slice(2).map((path) => resolve(path));
if (target === '') throw new Error('Say CHECKOUT, OLDER and FOLDER.');
const work = mkdtempSync(join(tmpdir(), 'millrace-fixtures-'));
const at = (...path: readonly string[]): string => join(target, ...path);
const folderAt = (...path: readonly string[]): string => {
  mkdirSync(at(...path), { recursive: true });
  return at(...path);
};

/** Runs a command line of a checkout; a loop that ends in alarm (3) has done its work. */
function millrace(where: string, ...argv: readonly string[]): void {
  const env = { ...process.env, LANG: 'C', LC_ALL: 'C', MILLRACE_CACHE: join(work, 'cache') };
  const command = [join(where, 'scripts/millrace.mjs'), ...argv, '--backend', 'cpu'];
  try {
    execFileSync(process.execPath, command, { env, encoding: 'utf8', stdio: 'pipe' });
  } catch (cause) {
    if (!(cause instanceof Error && 'status' in cause && cause.status === 3)) throw cause;
  }
}

function write(path: string, document: DocumentV1): string {
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
  return path;
}
const scratch = (name: string, document: DocumentV1): string => write(join(work, `${name}.json`), document);
const documentAt = (name: string): string => at('documents', `${name}.json`);
const linesOf = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

function makeDocuments(): void {
  folderAt('documents');
  folderAt('expected', 'reports');
  for (const [name, document] of Object.entries(DOCUMENTS)) write(documentAt(name), document);
  for (const name of RAN)
    millrace(checkout, 'run', documentAt(name), '--report', at('expected/reports', `${name}.json`));
}

/** Model files, raw rows for each, and what each answers to them. */
function makeModels(): void {
  folderAt('models');
  folderAt('rows');
  folderAt('expected', 'predictions');
  const prediction = scratch('prediction', PREDICTION);
  const make = (where: string, training: string, name: string): void => {
    const file = scratch(name, TRAINING[training] ?? PREDICTION);
    const all = join(work, 'all.csv');
    const model = at('models', `${name}.json`);
    millrace(where, 'run', file, '--output', `model.model=${model}`, '--output', `data.table=${all}`);
    const rows = at('rows', `${training}.csv`);
    const [header, ...cells] = linesOf(all);
    // Rows from everywhere in the data: samples are sorted by class.
    const some = cells.filter((_, row) => row % Math.ceil(cells.length / 12) === 0);
    writeFileSync(rows, `${[header, ...some].join('\n')}\n`);
    const inputs = ['--input', `saved=${model}`, '--input', `file=${rows}`];
    const answers = at('expected/predictions', `${name}.csv`);
    millrace(checkout, 'run', prediction, ...inputs, '--output', `predict.predictions=${answers}`);
  };
  for (const name of Object.keys(TRAINING)) make(checkout, name, name);
  for (const name of WITHOUT_ORIGIN) make(older, name, `${name}-without-origin`);
}

/** CSV files of some rows, in a folder, settled long ago. */
function deliver(folder: string, name: string, lines: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  utimesSync(join(folder, name), 1, 1);
}

/** The tick after which each loop is cut: a model is being trained in one, judged in the other. */
const CUT = { loop: 17, lake: 9 };

/** A loop that can go on, and its events when it was run to its end at once. */
function makeLoop(): void {
  const live = ['live', documentAt('loop'), '--registry'];
  millrace(checkout, ...live, folderAt('loop'), '--ticks', String(CUT.loop));
  const whole = join(work, 'whole');
  millrace(checkout, ...live, whole);
  keepEvents(whole, 'loop');
}

/** A loop over a lake that has grown since it was cut, and its events when it went on from there. */
function makeLakeLoop(): void {
  const inbox = join(work, 'inbox');
  const others = join(work, 'others');
  millrace(checkout, 'run', documentAt('loop'), '--output', `data.table=${join(work, 'sensor.csv')}`);
  // Without the time: a column of a CSV file has no role, and a network takes no dates.
  const [header = '', ...rows] = linesOf(join(work, 'sensor.csv')).map((line) => line.slice(line.indexOf(',') + 1));
  const lake = ['--lake', folderAt('lake')];
  const watch = ['--watch', `sensor=${inbox}`, '--watch', `고객 명단=${others}`];
  const live = ['live', documentAt('lake-loop'), ...lake];
  deliver(inbox, '1.csv', [header, ...rows.slice(250, 750)]);
  deliver(others, '가.csv', ['이름,나이,가입,활성', '"김, 하나",31,2024-02-29,true', '이두리,,2023-12-01,false']);
  millrace(checkout, ...live, ...watch, '--registry', folderAt('lake-loop'), '--ticks', String(CUT.lake));
  deliver(inbox, '2.csv', [header, ...rows.slice(750, 900)]);
  deliver(others, '나.csv', ['이름,나이,가입,활성', '박세찬,44.5,2024-07-15,', '최네모,27,,true']);
  // A loop without a registry takes the new rows in, so that the cut one finds them when it goes on.
  millrace(checkout, ...live, ...watch, '--ticks', '1');
  const whole = join(work, 'whole-lake');
  cpSync(at('lake-loop'), whole, { recursive: true });
  millrace(checkout, ...live, '--registry', whole);
  keepEvents(whole, 'lake-loop');
}

function keepEvents(registry: string, name: string): void {
  const [loop = ''] = readdirSync(join(registry, 'loops'));
  cpSync(join(registry, 'loops', loop, 'events.ndjson'), at('expected', `${name}-events.ndjson`));
}

/** A registry with candidates, champions, a promotion that stays and one that is rolled back. */
function makeRegistry(): void {
  const registry = folderAt('registry');
  for (const name of ['loop', 'rollback']) millrace(checkout, 'live', documentAt(name), '--registry', registry);
  millrace(checkout, 'run', documentAt('differing-rules'), '--registry', registry);
  rmSync(join(registry, 'loops'), { recursive: true });
}

interface Module {
  createFolderBlobs(folder: string): unknown;
  createLake(blobs: unknown): { list(): Promise<readonly LakeSet[]> };
  createRegistry(blobs: unknown, options: { now(): string }): Registry;
  openDocument(source: string, catalog: unknown): { readonly problems: readonly Problem[] };
  indexKinds(specs: unknown, runners: unknown): { readonly catalog: unknown };
  readonly specs: unknown;
  readonly runners: unknown;
}
interface Registry {
  list(): Promise<readonly { readonly line: string; readonly id: string; readonly number: number }[]>;
  rollback(line: string, occasion: { tick: number | null; why: { en: string; ko: string } }): Promise<unknown>;
  describe(line: string, id: string, card: string): Promise<void>;
}
interface LakeSet {
  readonly name: string;
  readonly versions: readonly { readonly hash: string }[];
}
interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly nodeId?: string;
}

const source = async (path: string): Promise<Module> => import(join(checkout, 'src', path));

/** What a person does on the page: one line is rolled back and a card written. */
async function changeRegistry(): Promise<void> {
  const registry = await openRegistry();
  const [second] = (await registry.list()).filter(({ line, number }) => line === 'sensor' && number === 2);
  await registry.describe('sensor', second?.id ?? '', '# Card\n카드');
  await registry.rollback('sensor', { tick: null, why: { en: 'Asked for.', ko: '요청했습니다.' } });
}

async function openRegistry(): Promise<Registry> {
  const { createFolderBlobs } = await source('cli/folder-blobs.ts');
  const { createRegistry } = await source('registry/create-registry.ts');
  return createRegistry(createFolderBlobs(at('registry')), { now: () => new Date().toISOString() });
}

/** What the checkout's own code reads out of the folders and documents. */
async function readBack(): Promise<void> {
  expected('registry.json', await (await openRegistry()).list());

  const { createFolderBlobs } = await source('cli/folder-blobs.ts');
  const { createLake } = await source('lake/create-lake.ts');
  const sets = await createLake(createFolderBlobs(at('lake'))).list();
  expected('lake.json', sets);
  for (const [place, { name, versions }] of sets.entries()) {
    const { hash = '' } = versions.at(-1) ?? {};
    const chosen = ['--set', `lake.name=${name}`, '--set', `lake.version="${hash}"`, '--lake', at('lake')];
    const csv = at('expected', `lake-${place}.csv`);
    millrace(checkout, 'run', scratch('reading', READING), ...chosen, '--output', `lake.table=${csv}`);
  }

  const { openDocument } = await source('graph/open-document.ts');
  const { indexKinds } = await source('engine/kinds.ts');
  const { catalog } = indexKinds((await source('nodes/specs.ts')).specs, (await source('nodes/runners.ts')).runners);
  const problems = Object.keys(DOCUMENTS).map((name) => {
    const opened = openDocument(readFileSync(documentAt(name), 'utf8'), catalog);
    return [name, opened.problems.map(({ code, severity, nodeId = null }) => ({ code, severity, nodeId }))];
  });
  expected('problems.json', Object.fromEntries(problems));
}

const expected = (name: string, value: unknown): void =>
  writeFileSync(at('expected', name), `${JSON.stringify(value, null, 2)}\n`);

makeDocuments();
makeModels();
makeLoop();
makeLakeLoop();
makeRegistry();
await changeRegistry();
await readBack();
for (const folder of ['loop', 'lake-loop', 'registry', 'lake']) rmSync(at(folder, '~parts'), { recursive: true });
rmSync(work, { recursive: true });
