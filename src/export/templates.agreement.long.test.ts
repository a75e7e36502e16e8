import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import { askingWorkspace, blocksOf } from '../testing/export/shown-nodes';
import { type AgreementCase, agreements } from '../testing/python/agreement';
import { templateCases } from '../testing/python/cases/templates';
import { python } from '../testing/python/play-programs';
import { snippetOf } from './snippet';
import { inStages } from './stage-order';

describe.skipIf(python === null)('the templates in Python', () => {
  it('are nine, each trained again and with what was learned', () => {
    expect(templateCases).toHaveLength(18);
    const linear = templateCases.flatMap(({ checks }) => checks).filter(({ within }) => within === 1e-3);
    expect(linear).toHaveLength(2);
  });

  it('run, prepare rows as here, and score what they score here', async () => {
    const found = await agreements(templateCases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found).toHaveLength(templateCases.flatMap(({ checks }) => checks).length);
  }, 1_200_000);

  it('do the same by the statements that are shown of each node, one behind another', async () => {
    const cases: AgreementCase[] = [];
    for (const given of templateCases.filter(({ fitted }) => fitted !== true)) {
      const source = await nodeByNode(given.document);
      cases.push({ ...given, edited: () => source });
    }
    const found = await agreements(cases);
    expect(found.filter(({ reached, within }) => !(reached <= within))).toEqual([]);
    expect(found.length).toBeGreaterThan(9);
  }, 1_200_000);
});

/** What “How would I write this?” shows of each node by itself, in the order in which they run. */
async function nodeByNode(document: PipelineDocument): Promise<string> {
  const asking = askingWorkspace(document);
  await asking.run();
  const snippets: string[] = [];
  for (const { node } of inStages(asking.pipeline)) {
    const { alone } = await asking.shown(node.id);
    const block = blocksOf(alone).find(({ nodeIds }) => nodeIds.includes(node.id));
    if (block !== undefined) snippets.push(snippetOf(block.lines, 'en'));
  }
  return snippets.join('\n');
}
