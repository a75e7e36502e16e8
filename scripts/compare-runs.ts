import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Json } from '../src/lib/json';
import type { Difference } from '../src/testing/differences';
import { ALLOWED, type Allowed, allowedBy } from './compare-runs/allowed';
import { compareRuns } from './compare-runs/compare';
import { observe, templatesOf } from './compare-runs/observe';
import { type ObservedRuns, readObservedRuns } from './compare-runs/observed-run';
import { type CompareOptions, HELP, readOptions } from './compare-runs/options';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const LONGEST = 200;

async function oldRuns({ against, old, backend = 'wasm', seed = 42, only }: CompareOptions): Promise<ObservedRuns> {
  if (against !== undefined) return readObservedRuns(await readFile(against, 'utf8'));
  const templates = (await templatesOf(old ?? HERE)).filter(isWanted(only));
  return observe(old ?? HERE, templates, { backend, seed });
}

const isWanted =
  (only: CompareOptions['only']) =>
  ({ template }: { readonly template: string }): boolean =>
    only === undefined || only.includes(template);

function print(differences: readonly Difference[]): void {
  for (const { place, old, new: now } of differences) console.log(`  ${place}: ${short(old)} → ${short(now)}`);
}

function short(value: Json | undefined): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}

async function compareWith(old: ObservedRuns, options: CompareOptions): Promise<boolean> {
  const runs = old.runs.filter(isWanted(options.only));
  const backend = options.backend ?? old.backend;
  const now = await observe(options.new ?? HERE, runs, { backend, seed: options.seed ?? old.seed });
  let unexplained = 0;
  for (const run of runs) {
    const other = now.runs.find(({ template }) => template === run.template);
    if (other === undefined) throw new Error(`${run.template} was not run`);
    const { differences, additions } = compareRuns(run, other);
    const strange = differences.filter((difference) => allowedBy(difference, ALLOWED) === undefined);
    unexplained += strange.length;
    const events = `${run.events.length} events, ${run.lines.length} lines of models`;
    console.log(`${run.template} (${run.command}, ${backend}; ${events}): ${strange.length} differences`);
    print(strange);
    for (const entry of ALLOWED) {
      printMeant(
        entry,
        differences.filter((difference) => allowedBy(difference, ALLOWED) === entry),
      );
    }
    for (const addition of additions) console.log(`  + ${addition}`);
  }
  console.log(unexplained === 0 ? 'No difference without a reason.' : `${unexplained} differences without a reason.`);
  return unexplained === 0;
}

function printMeant({ why }: Allowed, differences: readonly Difference[]): void {
  if (differences.length > 0) console.log(`  ${differences.length} allowed: ${why}`);
  print(differences);
}

const options = readOptions(process.argv.slice(2));
if (options === 'help') {
  console.log(HELP);
} else if ('wrong' in options) {
  console.error(`${options.wrong} --help says how it is used.`);
  process.exitCode = 2;
} else {
  const old = await oldRuns(options);
  if (options.save !== undefined) await writeFile(options.save, `${JSON.stringify(old)}\n`);
  if (options.save === undefined || options.new !== undefined)
    process.exitCode = (await compareWith(old, options)) ? 0 : 1;
}
