import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexKinds } from '../engine/kinds';
import { notebookOf } from '../export/notebook';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { wineDocument, writtenProgram } from '../testing/export/example-programs';
import { templateCases } from '../testing/python/cases/templates';
import { pythonWith } from '../testing/python/find-python';
import { runCommandLine } from './cli';

/** A Python with Jupyter and what programs need; `npm run test:long` installs it where it may. */
const python = pythonWith('nbconvert', 'ipykernel', 'pandas', 'sklearn');
if (python === null) console.warn('Notebooks are not run: Python lacks nbconvert, ipykernel, pandas or scikit-learn.');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-notebook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Jupyter with folders of its own: nobody's settings are read or written. */
function nbconvert(file: string, ...args: readonly string[]): string {
  const names = ['JUPYTER_CONFIG_DIR', 'JUPYTER_DATA_DIR', 'JUPYTER_RUNTIME_DIR', 'IPYTHONDIR'];
  const own = Object.fromEntries(names.map((name) => [name, join(folder, name)]));
  const { stdout, stderr, status } = spawnSync(python ?? '', ['-m', 'nbconvert', '--stdout', ...args, file], {
    cwd: dirname(file),
    encoding: 'utf8',
    maxBuffer: 256 * 2 ** 20,
    env: { ...process.env, ...own },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

interface Ran {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly execution_count?: number;
    readonly outputs?: readonly { readonly output_type: string }[];
  }[];
}

/** Exports a pipeline file as a notebook and runs it; its code cells, as Jupyter leaves them. */
async function played(file: string, to: string): Promise<Ran['cells']> {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const code = await runCommandLine(['export-python', file, '--notebook', '--backend', 'cpu', '--output', to], {
    output: { language: 'ko', out: say, err: say },
    signal: new AbortController().signal,
    loadKinds: async () => indexKinds(specs, runners),
  });
  expect(code, said.join('\n')).toBe(0);
  const { cells }: Ran = JSON.parse(nbconvert(join(to, 'pipeline.ipynb'), '--to', 'notebook', '--execute'));
  return cells.filter(({ cell_type }) => cell_type === 'code');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** What a reader sees of HTML without markup. */
const seen = (html: string): string =>
  html.replaceAll(/&(#?)(\w+);/g, (whole, isCode: string, name: string) =>
    isCode === '' ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(name)),
  );

describe.skipIf(python === null)('a notebook in Jupyter', () => {
  it('runs to its end, cell by cell, and shows what came of each', async () => {
    writeFileSync(join(folder, 'wine.json'), JSON.stringify(wineDocument));
    const cells = await played(join(folder, 'wine.json'), join(folder, 'wine'));
    expect(cells.map(({ execution_count }) => execution_count)).toEqual([1, 2, 3, 4, 5]);
    const shown = cells.map(({ outputs = [] }) => outputs.map(({ output_type }) => output_type));
    // Imports and what no library has show nothing.
    expect(shown).toEqual([[], [], ['execute_result'], ['execute_result'], ['execute_result']]);
  });

  it.each(templateCases.filter(({ fitted }) => fitted !== true))(
    'runs to its end of the template $about, trained for a few epochs',
    async ({ about, document }) => {
      writeFileSync(join(folder, `${about}.json`), JSON.stringify(document));
      const cells = await played(join(folder, `${about}.json`), join(folder, about));
      expect(cells.map(({ execution_count }) => execution_count)).toEqual(cells.map((_, at) => at + 1));
      expect(cells.flatMap(({ outputs = [] }) => outputs).map(({ output_type }) => output_type)).not.toContain('error');
    },
  );

  it.each([
    '**a** _b_ `c` ~d~ # e #',
    '<script>alert(1)</script> &lt; <!-- x',
    '$x^2$ \\(y\\) \\[z\\] \\\\(w\\\\) \\n',
    '[l](http://x.y) www.x.y a@x.y http://x.y/z',
    '1. one',
    '- two',
    '| a | b |',
    '{{ x }} {% y %} =',
    '가나다 "); import os',
  ])('shows a name of people’s things as it stands: %s', (name) => {
    const [wine, ...others] = wineDocument.nodes;
    if (wine === undefined) throw new Error('it reads wine');
    const document = { ...wineDocument, name, nodes: [{ ...wine, label: name }, ...others] };
    const path = join(folder, 'names.ipynb');
    writeFileSync(path, notebookOf(writtenProgram(document), 'en'));
    const html = nbconvert(path, '--to', 'html', '--template', 'basic').replaceAll(
      /<a class="anchor-link".*?<\/a>/g,
      '',
    );
    const headings = [...html.matchAll(/<h[13][^>]*>(.*?)<\/h[13]>/gs)].map(([, inner = '']) => seen(inner));
    expect(headings.slice(0, 2)).toEqual([name, name]);
  });
});
