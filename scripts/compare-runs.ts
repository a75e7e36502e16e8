// Compares runs of the templates by two checkouts. Both need their node_modules.
//
//   npx tsx scripts/compare-runs.ts --old DIR [--new DIR]          run both, compare (--new: this checkout)
//   npx tsx scripts/compare-runs.ts --old DIR --save old.json      run the old one and keep what it did
//   npx tsx scripts/compare-runs.ts --against old.json [--new DIR] compare with what was kept
//
// --backend wasm|cpu (default wasm), --seed N (default 42), --only binary,new-data: templates to run. Both sides run the
// old checkout's pipelines. Ticks, decisions and their order must be equal, figures to a millionth of themselves; models
// are named by the order of their appearance; wording and durations are not looked at. Ends with 1 on a difference that
// `compare-runs/allowed.ts` does not give the reason for.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Json } from '../src/lib/json';
import type { Difference } from '../src/testing/differences';
import { ALLOWED, type Allowed, allowedBy } from './compare-runs/allowed';
import { compareRuns } from './compare-runs/compare';
import { observe, templatesOf } from './compare-runs/observe';
import { type ObservedRuns, readObservedRuns } from './compare-runs/observed-run';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const LONGEST = 200;

const { values: options } = parseArgs({
  options: {
    old: { type: 'string' },
    new: { type: 'string' },
    save: { type: 'string' },
    against: { type: 'string' },
    backend: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});

const only = options.only?.split(',');
const isWanted = ({ template }: { readonly template: string }): boolean =>
  only === undefined || only.includes(template);

async function oldRuns(): Promise<ObservedRuns> {
  if (options.against !== undefined) return readObservedRuns(await readFile(options.against, 'utf8'));
  if (options.old === undefined) throw new Error('Say where the old checkout is (--old) or what it did (--against).');
  const backend = options.backend ?? 'wasm';
  if (backend !== 'wasm' && backend !== 'cpu') throw new Error('--backend takes wasm or cpu.');
  const templates = (await templatesOf(options.old)).filter(isWanted);
  return observe(options.old, templates, { backend, seed: Number(options.seed ?? 42) });
}

function print(differences: readonly Difference[]): void {
  for (const { place, old, new: now } of differences) console.log(`  ${place}: ${short(old)} → ${short(now)}`);
}

function short(value: Json | undefined): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}

async function compareWith(old: ObservedRuns): Promise<boolean> {
  const runs = old.runs.filter(isWanted);
  const backend = options.backend ?? old.backend;
  if (backend !== 'wasm' && backend !== 'cpu') throw new Error('--backend takes wasm or cpu.');
  const now = await observe(options.new ?? HERE, runs, { backend, seed: Number(options.seed ?? old.seed) });
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

const old = await oldRuns();
if (options.save !== undefined) await writeFile(options.save, `${JSON.stringify(old)}\n`);
if (options.save === undefined || options.new !== undefined) process.exitCode = (await compareWith(old)) ? 0 : 1;
