import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import { emptyDocument } from '../graph/empty-document';
import { catalog } from '../nodes/catalog';
import { parseArguments } from './arguments';
import { prepareDocument } from './prepare-document';

const document: PipelineDocument = {
  ...emptyDocument(),
  nodes: ['dense1', 'dense2'].map((id) => ({
    id,
    kind: 'train.dense',
    label: '',
    params: { epochs: 5 },
    position: { x: 0, y: 0 },
    mode: 'on',
  })),
  parameters: [{ name: 'epochs', label: 'Epochs', targets: ['dense1.epochs', 'dense2.epochs'] }],
};

const within: PipelineDocument = {
  ...document,
  nodes: [
    {
      ...{ id: 'group1', kind: 'group', label: '', params: {}, position: { x: 0, y: 0 }, mode: 'on' },
      group: {
        ...{ nodes: document.nodes, edges: [], notes: [], inputs: [], outputs: [] },
        parameters: [{ name: 'rounds', label: '', targets: ['dense1.epochs', 'dense2.epochs'] }],
      },
    },
  ],
  parameters: [],
};

async function prepared(...words: string[]) {
  return preparedOf(document, words);
}
async function preparedOf(document: PipelineDocument, words: readonly string[]) {
  const parsed = parseArguments(['run', 'p.json', ...words]);
  if (!parsed.ok || parsed.command.type !== 'run') throw new Error('not understood');
  return prepareDocument(document, parsed.command, catalog, async (name) => ({ name, hash: '', bytes: 0 }));
}
const epochs = (of: Awaited<ReturnType<typeof prepared>>) =>
  of.ok && of.document.nodes.map(({ params }) => params.epochs);

describe('what the command line sets', () => {
  it('is a param of one node, or everything that a parameter of the pipeline names', async () => {
    expect(epochs(await prepared('--set', 'dense1.epochs=9'))).toEqual([9, 5]);
    expect(epochs(await prepared('--set', 'epochs=7'))).toEqual([7, 7]);
  });

  it('is what a group gives a name, or a param of a node within it', async () => {
    expect(epochs(await preparedOf(within, ['--set', 'group1.rounds=7']))).toEqual([7, 7]);
    expect(epochs(await preparedOf(within, ['--set', 'group1/dense2.epochs=7']))).toEqual([5, 7]);
    const refused = await preparedOf(within, ['--set', 'group1.epochs=7']);
    expect(!refused.ok && refused.why.en).toContain('The group “group1” has no parameter “epochs”. It has: rounds.');
  });

  it('is refused with what there is where nothing has that name', async () => {
    const refused = await prepared('--set', 'rounds=7');
    expect(!refused.ok && refused.why.en).toContain('It has: epochs');
  });
});
