import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Language } from '../lib/text';
import { wineDocument, writtenProgram } from '../testing/export/example-programs';
import { pythonWith } from '../testing/python/find-python';
import { notebookOf } from './notebook';
import type { WholeProgram } from './program';

interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly source: readonly string[];
}
interface Notebook {
  readonly cells: readonly Cell[];
}

const program = writtenProgram(wineDocument);
const read = (of: WholeProgram, language: Language = 'en'): Notebook => JSON.parse(notebookOf(of, language));
const sources = (of: WholeProgram, language?: Language): readonly string[] =>
  read(of, language).cells.map(({ source }) => source.join(''));

const python = pythonWith('nbformat');

describe('a notebook', () => {
  it('begins with what it is and needs, and has the stages as headings over the nodes', () => {
    const { cells } = read(program);
    const headings = cells.flatMap(({ cell_type, source }) => (cell_type === 'markdown' ? [source[0]?.trim()] : []));
    expect(headings).toEqual([
      '# Wine',
      '## What no library has',
      '## 1. Ingestion',
      '### Sample data',
      '## 2. Preparation',
      '### Scale numbers',
      '## 3. Model training',
      '### Train neighbours',
    ]);
    expect(sources(program, 'ko')).toContain('## 1. 데이터 흡수');
  });

  it('says in its code what each statement is for, and in a docstring what each function is for', () => {
    const cells = read(program).cells;
    const scale = cells.findIndex(({ source }) => source[0] === '### Scale numbers');
    expect(cells[scale]?.source).toEqual(['### Scale numbers']);
    expect(cells[scale + 1]?.source).toContain('# Mean 0 and standard deviation 1.\n');
    const helpers = cells.findIndex(({ source }) => source[0] === '## What no library has');
    expect(cells[helpers + 1]?.source.join('')).toMatch(/^class FirstOfTies:\n {4}"""Of rows equally far away/);
  });

  it('shows at the end of each cell what came of it', () => {
    const scale = sources(program).find((source) => source.includes('StandardScaler()'));
    expect(scale?.split('\n').at(-1)).toBe('prepared');
  });

  it('has the same cells with the same ids whenever it is written, each id once', () => {
    const ids = (document = wineDocument) => read(writtenProgram(document)).cells.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
    for (const id of ids()) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    const shorter = { ...wineDocument, nodes: wineDocument.nodes.slice(0, 2), edges: wineDocument.edges.slice(0, 1) };
    expect(ids()).toEqual(expect.arrayContaining(ids(shorter)));
  });

  it('tells of the loop in words, and of what is left out', () => {
    const said = sources({
      ...program,
      loop: [
        { nodeId: 'deploy1', title: { en: 'Deploy*', ko: '배포*' }, does: { en: 'Answers rows.', ko: '행에 답해요.' } },
      ],
      leftOut: [{ en: '“x” is left out.', ko: '“x” 노드는 뺐어요.' }],
    });
    expect(said.at(-1)?.split('\n')).toEqual([
      '## 5. Retraining',
      '',
      'While rows keep coming, Millrace does this in each tick:',
      '',
      '1. **Deploy\\***: Answers rows.',
    ]);
    expect(said[0]).toContain('\n- “x” is left out.');
  });

  it('is laid out as Jupyter saves it: keys in order, one space, a line feed at the end', () => {
    const written = notebookOf(program, 'en');
    expect(written.endsWith('}\n')).toBe(true);
    const inOrder = (value: unknown): boolean => {
      if (typeof value !== 'object' || value === null) return true;
      const keys = Array.isArray(value) ? [] : Object.keys(value);
      return keys.join() === keys.toSorted().join() && Object.values(value).every(inOrder);
    };
    expect(inOrder(JSON.parse(written))).toBe(true);
    for (const { source } of read(program).cells) {
      expect(source.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true);
      expect(source.at(-1)).not.toMatch(/\n/);
    }
  });

  it.skipIf(python === null)('is valid by nbformat’s own schema', () => {
    const hostile = { ...program, name: '# "); import os\n<script>$x$' };
    const check = 'import nbformat, sys; nbformat.validate(nbformat.reads(sys.stdin.read(), as_version=4))';
    const { stderr, status } = spawnSync(python ?? '', ['-W', 'error', '-c', check], {
      input: notebookOf(hostile, 'ko'),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
