import { sha256Hex } from '../../../lib/hash';
import { writeModelFile } from '../../../models/model-file';
import { exampleNode } from '../../graph/example-catalog';
import { type AgreementCase, exported } from '../agreement';
import { oddRows, QUANTITY, WORDS } from '../odd-rows';
import { digitRows, plainRows, sampleRows, trainingCase } from '../training-documents';

const trained: readonly AgreementCase[] = [
  trainingCase({ kind: 'train.dense', name: 'a network', params: { epochs: 3 }, within: 1e-5 }, sampleRows('wine')),
  trainingCase(
    { kind: 'train.linear', name: 'a quantity', params: { epochs: 3 }, within: 1e-5 },
    oddRows(QUANTITY, true),
  ),
  trainingCase({ kind: 'train.cnn', name: 'images', params: { epochs: 1 }, within: 1e-5 }, digitRows()),
  trainingCase({ kind: 'train.bayes', name: 'bayes', within: 1e-9 }, oddRows(WORDS)),
  trainingCase({ kind: 'train.neighbours', name: 'neighbours', within: 1e-9 }, plainRows('iris')),
];

/** Models that were saved, and answer the rows of a document that does not train. */
export async function savedCases(): Promise<readonly AgreementCase[]> {
  const cases: AgreementCase[] = [];
  for (const given of trained) {
    const model = (await exported(given)).values.get('train.model');
    if (model?.type !== 'model') throw new Error('a trainer gives a model');
    const bytes = new TextEncoder().encode(writeModelFile(model.model));
    const file = { name: 'model.json', hash: sha256Hex(bytes), bytes: bytes.length };
    const { nodes, edges } = given.document;
    cases.push({
      ...given,
      about: 'train.saved',
      document: {
        ...given.document,
        nodes: nodes.map((node) =>
          node.id === 'train' ? exampleNode('train', 'train.saved', { params: { file } }) : node,
        ),
        edges: edges.filter(({ to }) => to !== 'train.table'),
      },
      inputs: new Map([...(given.inputs ?? []), [file.hash, bytes]]),
    });
  }
  return cases;
}
