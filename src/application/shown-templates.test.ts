import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { notebookOf } from '../export/notebook';
import { snippetOf } from '../export/snippet';
import { STAGE_NAMES } from '../export/words';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { STAGES } from '../graph/kind-shape';
import { askingWorkspace, blocksOf, pythonOf } from '../testing/export/shown-nodes';
import { templateCases } from '../testing/python/cases/templates';
import { pythonWith } from '../testing/python/find-python';

type Asking = ReturnType<typeof askingWorkspace>;
interface Shown {
  readonly about: string;
  readonly asking: Asking;
  readonly python: Awaited<ReturnType<Asking['exported']>>;
  readonly nodes: ReadonlyMap<string, Awaited<ReturnType<Asking['shown']>>>;
}

const shown: Shown[] = [];
beforeAll(async () => {
  for (const { about, document } of templateCases.filter(({ fitted }) => fitted !== true)) {
    const asking = askingWorkspace(smaller(document));
    await asking.run();
    const python = await asking.exported();
    const nodes = new Map<string, Awaited<ReturnType<Asking['shown']>>>();
    for (const { id } of asking.pipeline.nodes) nodes.set(id, await asking.shown(id));
    shown.push({ about, asking, python, nodes });
  }
}, 300_000);

/** Image networks of few filters: how they are written is looked at, not what they learn. */
function smaller(document: PipelineDocument): PipelineDocument {
  const small = (node: PipelineNode): PipelineNode =>
    node.kind === 'train.cnn' ? { ...node, params: { ...node.params, filters: [2], epochs: 1 } } : node;
  return { ...document, nodes: document.nodes.map(small) };
}

const python = pythonWith();
const analysis = z.array(z.object({ read: z.array(z.string()), left: z.array(z.string()) }));

/** What fragments of Python read and leave behind. */
function namesIn(sources: readonly string[]): z.infer<typeof analysis> {
  const file = fileURLToPath(new URL('../testing/export/names_read.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync(python ?? '', [file], {
    input: JSON.stringify(sources),
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (status !== 0) throw new Error(stderr);
  return analysis.parse(JSON.parse(stdout));
}

/** Source in which each long list of columns, which the whole program names once, is one word, however it is laid out. */
function listsNamed(source: string): string {
  return source
    .replaceAll(/\[(?:\s*"(?:[^"\\]|\\.)*",?){6,}\s*\]/g, 'names')
    .replaceAll(/\b(?:names|features|classes)(?:_\d+)?\b/g, 'names')
    .replaceAll(/^# Names that are needed more than once\.\n/gm, '')
    .replaceAll(/^names = names\n/gm, '')
    .replaceAll(/\s+/g, '')
    .replaceAll(/,(?=[)\]}])/g, '');
}

describe('each template in Python', () => {
  it('has its stages in order, each once: in the script, and in the notebook', () => {
    expect(shown).toHaveLength(9);
    const names = STAGES.map((stage) => STAGE_NAMES[stage].en);
    for (const {
      about,
      python: { program, files },
    } of shown) {
      const script = new TextDecoder().decode(files.get('pipeline.py'));
      const inScript = [...script.matchAll(/^# # (.*)$/gm)].flatMap(([, words = '']) => words);
      const inNotebook = [...notebookOf(program, 'en').matchAll(/"## (.*?)(?:\\n)?"/g)].flatMap(
        ([, words = '']) => words,
      );
      for (const headings of [inScript, inNotebook]) {
        const stages = headings.filter((words) => /^\d\./.test(words));
        expect([about, stages]).toEqual([about, names.filter((name) => stages.includes(name))]);
        expect(stages.slice(0, 4)).toEqual(names.slice(0, 4));
      }
    }
  });

  it('shows each node as the export writes it', () => {
    for (const {
      about,
      python: { program },
      nodes,
    } of shown) {
      const exported = blocksOf(program);
      for (const [id, { whole, alone }] of nodes) {
        const own = exported.find(({ nodeIds }) => nodeIds.includes(id));
        if (own?.nodeIds.at(-1) !== id) continue;
        const made = blocksOf(whole).map((block) => listsNamed(pythonOf(block)));
        expect([about, id, made.at(-1)]).toEqual([about, id, listsNamed(pythonOf(own))]);
        const sources = exported.map((block) => listsNamed(pythonOf(block)));
        expect(made.filter((source) => !sources.includes(source))).toEqual([]);
        const last = blocksOf(alone).map(pythonOf).at(-1) ?? '';
        if (own.nodeIds.length === 1) expect(listsNamed(last)).toBe(listsNamed(pythonOf(own)));
      }
    }
  });

  it('begins what it shows of a node with the sentence that says what it is for', () => {
    for (const { about, nodes } of shown) {
      for (const { alone, whole } of nodes.values()) {
        const unsaid = [...blocksOf(alone), ...blocksOf(whole)].filter(({ lines }) => lines[0]?.why === undefined);
        expect([about, unsaid.map(({ nodeIds }) => nodeIds)]).toEqual([about, []]);
      }
    }
  });

  it.skipIf(python === null)('reads in each node only names that a node above it leaves behind by itself', () => {
    for (const { about, asking, nodes } of shown) {
      const fragments = [...nodes].flatMap(([id, { alone }]) => {
        const block = blocksOf(alone).find(({ nodeIds }) => nodeIds.includes(id));
        return block === undefined ? [] : [{ id, snippet: snippetOf(block.lines, 'en') }];
      });
      const found = namesIn(fragments.map(({ snippet }) => snippet));
      const own = new Map(fragments.map(({ id }, at) => [id, found[at]]));
      for (const { id } of fragments) {
        const above = [...asking.pipeline.upstream([id])].filter((other) => other !== id);
        const left = new Set(above.flatMap((other) => own.get(other)?.left ?? []));
        expect([about, id, own.get(id)?.read.filter((name) => !left.has(name))]).toEqual([about, id, []]);
      }
    }
  });

  it.skipIf(python === null)('gives no name to the values of two nodes', () => {
    for (const { about, nodes } of shown) {
      const fragments = [...nodes].flatMap(([id, { alone }]) => {
        const block = blocksOf(alone).find(({ nodeIds }) => nodeIds.includes(id));
        return block === undefined ? [] : [pythonOf(block)];
      });
      const names = namesIn(fragments).flatMap(({ left }) => left);
      expect([about, names.filter((name, at) => names.indexOf(name) !== at)]).toEqual([about, []]);
    }
  });
});
