import { exampleDocument, exampleNode, exampleWires } from '../../graph/example-catalog';
import { makeColumn, makeTable } from '../../table/make-table';
import type { AgreementCase } from '../agreement';

const DAY = 86_400_000;

/** Rows of every type, with what is missing and with words that are awkward in a file. */
const rows = makeTable([
  makeColumn('수', [1.5, null, -0.1, 1e21]),
  makeColumn('whole', [3, 0, null, -7], null, 'integer'),
  makeColumn('flag', [true, false, null, true]),
  makeColumn('words "quoted"', ['a,b', 'NA', null, ' 서울\n']),
  makeColumn('text', ['"); import os; ("', 'nan', null, '007'], null, 'text'),
  makeColumn('day', [19_000 * DAY, 19_000.5 * DAY, null, -DAY], null, 'date'),
]);

/** A data set of the lake, whose rows lie beside the program. */
const lake: AgreementCase = {
  about: 'ingest.lake',
  name: 'every type of column',
  document: exampleDocument([exampleNode('read', 'ingest.lake', { params: { name: '판매 "2024"' } })], []),
  checks: [{ end: 'read.table', within: 0 }],
  dataSet: ['판매 "2024"', rows],
};

/** The model that a deployment begins with. */
const deployed = ([['train.bayes'], ['train.linear']] as const).map(
  ([trainer]): AgreementCase => ({
    about: 'serve.deploy',
    name: `the first champion, by ${trainer}`,
    document: exampleDocument(
      [
        exampleNode('read', 'ingest.sample', { params: { name: 'iris' } }),
        exampleNode('stream', 'retrain.stream', { params: { history: 'share', historyShare: 0.9 } }),
        exampleNode('scale', 'prepare.scale'),
        exampleNode('train', trainer),
        exampleNode('deploy', 'serve.deploy'),
      ],
      exampleWires(
        'read.table > stream.table',
        'stream.table > scale.table',
        'scale.table > train.table',
        'train.model > deploy.model',
        'stream.stream > deploy.stream',
      ),
    ),
    checks: [{ end: 'deploy.model', on: 'scale.table', within: 1e-3 }],
  }),
);

export const keptCases: readonly AgreementCase[] = [lake, ...deployed];
