import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { type Agreement, type AgreementCase, agreements } from '../src/testing/python/agreement';
import { savedCases } from '../src/testing/python/cases/saved';
import { python } from '../src/testing/python/play-programs';

/* Plays every case of src/testing/python/cases in Python, prints how near each comes, and writes docs/python-agreement.md. */

const CASES = new URL('../src/testing/python/cases/', import.meta.url);

const plain = (name: string): string => name.replace(/[*_<>`[\]|\\]/g, '\\$&');
const short = (figure: number): string => (figure === 0 ? '0' : figure.toExponential(0));

const isCase = (value: unknown): value is AgreementCase =>
  typeof value === 'object' && value !== null && 'document' in value && 'checks' in value;

/** The cases of a file, whatever it calls its lists of them; those of saved models begin with training them. */
async function casesIn(file: string): Promise<readonly AgreementCase[]> {
  if (file === 'saved.ts') return savedCases();
  const exported: Readonly<Record<string, unknown>> = await import(new URL(file, CASES).href);
  const lists = Object.values(exported).filter((value) => Array.isArray(value));
  return [...new Set(lists.flat().filter(isCase))];
}

if (python === null) throw new Error('There is no Python with numpy, pandas and scikit-learn.');

const rows: string[] = [];
let missed = 0;
for (const file of readdirSync(CASES)
  .filter((name) => name.endsWith('.ts'))
  .sort()) {
  for (const found of await agreements(await casesIn(file))) {
    if (!(found.reached <= found.within)) missed++;
    const row = rowOf(found);
    rows.push(row);
    console.log(row);
  }
}

function rowOf({ about, name, end, within, reached }: Agreement): string {
  const mark = reached <= within ? '' : ' ✕';
  return `| ${about} | ${plain(name)} | \`${end}\` | ${short(within)} | ${short(reached)}${mark} |`;
}

const { stdout } = spawnSync(
  python,
  [
    '-c',
    'import platform, sklearn, pandas, numpy as np; print(f"Python {platform.python_version()} with scikit-learn {sklearn.__version__}, pandas {pandas.__version__} and numpy {np.__version__}")',
  ],
  { encoding: 'utf8' },
);

writeFileSync(
  new URL('../docs/python-agreement.md', import.meta.url),
  `# Exported programs beside the engine

Written by \`npm run agreement\`, which exports each pipeline, runs the program under ${stdout.trim()}, and compares what it holds with what the engine has. The difference is that of the worst cell or figure: absolute below 1, relative above. \`npm test\` plays the same cases, and \`npm run test:long\` those of the templates.

| kind or template | case | output | at most | reached |
|---|---|---|---|---|
${rows.join('\n')}
`,
);
if (missed > 0) {
  console.error(`${missed} of ${rows.length} do not agree.`);
  process.exitCode = 1;
}
