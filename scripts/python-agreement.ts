import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { type Agreement, type AgreementCase, agreements } from '../src/testing/python/agreement';
import { savedCases } from '../src/testing/python/cases/saved';
import { python } from '../src/testing/python/play-programs';

/* Plays every case of src/testing/python/cases in Python, prints how near each comes, and writes docs/python-agreement.md. */

const CASES = new URL('../src/testing/python/cases/', import.meta.url);

const plain = (name: string): string => name.replace(/[*_<>`[\]|\\]/g, '\\$&');
const short = (figure: number): string => (figure === 0 ? '0' : figure.toExponential(0));
const atMost = (figure: number): string => (figure === 0 ? '0' : figure.toExponential());

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
  return `| ${about} | ${plain(name)} | \`${end}\` | ${atMost(within)} | ${short(reached)}${mark} |`;
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

Columns are compared by their names: a \`ColumnTransformer\` puts those that it changes before the others, so the order of columns differs, and models read theirs by name. Preparation is to agree to 1e-12, metrics of the same predictions to 1e-9, linear models that are fitted again to 1e-3 in each figure, and networks with their weights to 1e-5. What departs from that, and why:

- **Networks that are trained again** (\`2.5e-1\`): scikit-learn draws other first weights and another order of rows, so one training differs from another as it does under another seed. The table shows how far the worst figure of one training lies from the engine's. \`npm run test:long\` trains ten seeds on each side and asks for means of a figure that lie less than one standard deviation (SD) apart: the deviation of that figure over the seeds, the greater of both sides. Networks that numpy trains by our own loop take the engine's every step, once they draw what it draws (\`1e-5\`).
- **Power scaling that is fitted again** (\`1e-4\`): the power is where a likelihood is greatest, and a likelihood is flat there. Within about 1e-8 of the best power it no longer changes in 64 bits, so where the search ends depends on the last bits of logarithms, which differ between machines' libraries and here. Cells then differ by 1e-8 to some 1e-6, as the table shows, and not by less than 1e-12 as elsewhere in preparation. With what was learned they agree to 1e-12.
- **Linear models by batches** (\`sgd\`, \`adam\` and so on): the program goes to the optimum that they come near to, so it agrees as far as they came.
- **Linear models of classes that no training row has**: the optimum gives such a class the probability 0, and the engine's solver stops on its way there. The log loss of validation rows that are of that class is as large as each came near, and is not compared; probabilities are, to 1e-3.

| kind or template | case | output | at most | reached |
|---|---|---|---|---|
${rows.join('\n')}
`,
);
if (missed > 0) {
  console.error(`${missed} of ${rows.length} do not agree.`);
  process.exitCode = 1;
}
