import { sha256Hex } from '../../../lib/hash';
import { withRule } from '../../../models/decision';
import type { ModelValue } from '../../../models/model';
import { writeModelFile } from '../../../models/model-file';
import { exampleNode, exampleWires } from '../../graph/example-catalog';
import { type AgreementCase, exported } from '../agreement';
import { groupedRows, oddRows, QUANTITY, WORDS } from '../odd-rows';
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
  for (const given of trained) cases.push(answering(given, await trainedBy(given)));
  return [...cases, await groupedCase()];
}

async function trainedBy(given: AgreementCase): Promise<ModelValue> {
  const model = (await exported(given)).values.get('train.model');
  if (model?.type !== 'model') throw new Error('a trainer gives a model');
  return model.model;
}

/** The same document with a saved model in the place of its trainer. */
function answering(given: AgreementCase, model: ModelValue): AgreementCase {
  const bytes = new TextEncoder().encode(writeModelFile(model));
  const file = { name: 'model.json', hash: sha256Hex(bytes), bytes: bytes.length };
  const { nodes, edges } = given.document;
  return {
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
  };
}

/** A saved model that says its classes by the thresholds of groups. */
async function groupedCase(): Promise<AgreementCase> {
  const given = trainingCase({ kind: 'train.bayes', name: 'thresholds of groups', within: 1e-9 }, groupedRows());
  const groups = { column: WORDS, thresholds: { '😀': 0.1, '높음 "high"': 0.95 } };
  const model = withRule(await trainedBy(given), { positive: 'true', threshold: 0.6, groups });
  const saved = answering(given, model);
  return {
    ...saved,
    document: {
      ...saved.document,
      nodes: [...saved.document.nodes, exampleNode('measured', 'train.evaluate')],
      edges: [...saved.document.edges, ...exampleWires('train.model > measured.model', 'rows.table > measured.table')],
    },
    checks: [{ end: 'measured.report', within: 1e-9 }],
  };
}
