import { exampleDocument, exampleNode, exampleWires } from '../../graph/example-catalog';
import type { AgreementCase } from '../agreement';

const scaled = (method: string): AgreementCase => ({
  about: 'prepare.scale',
  name: method,
  document: exampleDocument(
    [
      exampleNode('read', 'ingest.sample', { params: { name: 'wine' } }),
      exampleNode('scale', 'prepare.scale', { params: { method } }),
    ],
    exampleWires('read.table > scale.table'),
  ),
  checks: [{ end: 'scale.table', within: 1e-12 }],
});

/** How preparation has to agree: to 1e-12. */
export const prepareCases: readonly AgreementCase[] = [
  ...['standard', 'minmax', 'maxabs', 'robust', 'quantile'].map(scaled),
];
