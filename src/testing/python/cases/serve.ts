import { sha256Hex } from '../../../lib/hash';
import type { JsonObject } from '../../../lib/json';
import { createRandom, type Random } from '../../../lib/random';
import { writeModelFile } from '../../../models/model-file';
import { exampleDocument, exampleNode, exampleWires } from '../../graph/example-catalog';
import { type AgreementCase, exported } from '../agreement';

/** A file that a person gave. */
interface Given {
  readonly name: string;
  readonly text: string;
}

const hashOf = ({ name }: Given): string =>
  Array.from(name, (c) => c.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0');

const reading = (id: string, file: Given) =>
  exampleNode(id, 'ingest.file', {
    params: { file: { name: file.name, hash: hashOf(file), bytes: file.text.length } },
  });

interface Drawn {
  readonly about: string;
  readonly name: string;
  readonly files: readonly Given[];
  readonly nodes: Parameters<typeof exampleDocument>[0];
  readonly wires: readonly string[];
  readonly checks: readonly string[];
}

function caseOf({ about, name, files, nodes, wires, checks }: Drawn): AgreementCase {
  const bytes = files.map((file) => [file, new TextEncoder().encode(file.text)] as const);
  return {
    about,
    name,
    document: exampleDocument(nodes, exampleWires(...wires)),
    checks: checks.map((end) => ({ end, within: 1e-9 })),
    inputs: new Map(bytes.map(([file, content]) => [hashOf(file), content])),
  };
}

/** Two features, a group, a part and a target, in rows of random numbers. */
interface Rows {
  readonly rows?: number;
  readonly target: string;
  /** The target's cell of a row, by its number, part and features. */
  label(row: number, part: string, x: number, random: Random): string;
}

const PARTS = ['train', 'train', 'train', 'validation', 'test'] as const;
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function rowsOf({ rows = 80, target, label }: Rows, name = 'rows.csv'): Given {
  const random = createRandom(7);
  const lines = Array.from({ length: rows }, (_, row) => {
    const [x, y] = [random.normal(), random.normal()];
    const part = PARTS[row % PARTS.length] ?? 'train';
    const cells = [x.toFixed(4), y.toFixed(3), ['여', '남', ''][row % 3] ?? '', row % 4 === 0 ? 'true' : 'false'];
    return [...cells, String(row % 3), part, label(row, part, x, random)].map(quoted).join(',');
  });
  return {
    name,
    text: `${['x', '키 "cm"', '성별', 'flag', 'branch', 'set', target].map(quoted).join(',')}\n${lines.join('\n')}\n`,
  };
}

const numbersOnly = (target: string): JsonObject => ({
  target,
  settings: {
    성별: { role: 'sensitive' },
    flag: { role: 'sensitive' },
    branch: { role: 'sensitive' },
    set: { role: 'id' },
  },
});

/** Read, choose, split by the column `set`, train; behind it `train.model` and `split.table`. */
const trained = (file: Given, target: string, { split = true, scale = true } = {}) => {
  const last = split ? 'split' : 'choose';
  return {
    nodes: [
      reading('read', file),
      exampleNode('choose', 'prepare.columns', { params: numbersOnly(target) }),
      ...(split ? [exampleNode('split', 'prepare.split', { params: { method: 'column', partColumn: 'set' } })] : []),
      ...(scale ? [exampleNode('scale', 'prepare.scale')] : []),
      exampleNode('train', 'train.neighbours', { params: { neighbours: 5 } }),
    ],
    wires: [
      'read.table > choose.table',
      ...(split ? ['choose.table > split.table'] : []),
      ...(scale ? [`${last}.table > scale.table`, 'scale.table > train.table'] : [`${last}.table > train.table`]),
    ],
    table: scale ? 'scale.table' : `${last}.table`,
  };
};

const noisy = (x: number, random: Random, from: number): boolean => x + 0.5 * random.normal() > from;

const TARGETS: readonly (readonly [name: string, rows: Rows])[] = [
  ['two words', { target: 'answer', label: (_, __, x, random) => (noisy(x, random, 0) ? 'yes' : 'no') }],
  [
    'words with quotes, and labels that are missing',
    {
      target: "said “it's”",
      label: (row, part, x, random) =>
        part !== 'train' && row % 3 === 0 ? '' : noisy(x, random, 0.2) ? 'a "b"' : '예, 그래요',
    },
  ],
  [
    'three whole numbers',
    {
      target: 'grade',
      label: (_, __, x, random) => String(Math.round(Math.min(1, Math.max(-1, x + 0.3 * random.normal()))) + 2),
    },
  ],
  ['truth', { target: 'is', label: (_, __, x, random) => String(noisy(x, random, 0)) }],
  [
    'a class that training did not have',
    {
      target: 'y',
      label: (_, part, x, random) => (part === 'test' && random.next() < 0.2 ? 'z' : noisy(x, random, 0) ? 'b' : 'a'),
    },
  ],
  [
    'one class alone in the test part',
    { target: 'y', label: (_, part, x, random) => (part === 'test' ? 'a' : noisy(x, random, 0) ? 'b' : 'a') },
  ],
  [
    'three classes, one of them absent from the test part',
    {
      target: 'y',
      label: (row, part, x) => (part === 'test' ? (x > 0 ? 'b' : 'a') : (['a', 'b', 'c'][row % 3] ?? 'a')),
    },
  ],
  [
    'no label in the test part',
    { target: 'y', label: (row, part) => (part === 'test' ? '' : row % 2 === 0 ? 'a' : 'b') },
  ],
  ['a quantity', { target: 'price', label: (_, __, x, random) => (3 + 2 * x + 0.1 * random.normal()).toFixed(5) }],
  [
    'a quantity that is 0, and constant in the test part',
    {
      target: 'price',
      label: (row, part, x) => (part === 'test' ? '0.1' : row % 20 === 0 ? '0' : (x * 10).toFixed(3)),
    },
  ],
  [
    'a quantity with missing values',
    { target: 'price', label: (row, part, x) => (part !== 'train' && row % 4 === 0 ? '' : (x * 10 + 100).toFixed(3)) },
  ],
];

const evaluated = TARGETS.map(([name, rows]): AgreementCase => {
  const file = rowsOf(rows);
  const { nodes, wires, table } = trained(file, rows.target);
  return caseOf({
    about: 'train.evaluate',
    name,
    files: [file],
    nodes: [...nodes, exampleNode('measure', 'train.evaluate')],
    wires: [...wires, 'train.model > measure.model', `${table} > measure.table`],
    checks: ['measure.report', 'measure.predictions'],
  });
});

const yesOrNo: Rows = { target: 'answer', label: (_, __, x, random) => (noisy(x, random, 0.4) ? 'yes' : 'no') };
const takenNames: Rows = {
  target: 'predicted',
  label: (_, __, x, random) => (noisy(x, random, 0) ? 'part' : 'p(part)'),
};

const parts = (['train', 'validation', 'test', 'all'] as const).flatMap((measured) =>
  [true, false].flatMap((split): AgreementCase[] => {
    if (!split && (measured === 'validation' || measured === 'test')) return [];
    const file = rowsOf(takenNames);
    const { nodes, wires, table } = trained(file, takenNames.target, { split });
    return [
      caseOf({
        about: 'train.evaluate',
        name: `${measured} of ${split ? 'a split' : 'a whole'} table`,
        files: [file],
        nodes: [...nodes, exampleNode('measure', 'train.evaluate', { params: { parts: measured } })],
        wires: [...wires, 'train.model > measure.model', `${table} > measure.table`],
        checks: ['measure.report', 'measure.predictions'],
      }),
    ];
  }),
);

const RULES: readonly (readonly [name: string, params: JsonObject])[] = [
  ['by hand', { threshold: 0.3 }],
  ['of the first class', { threshold: 0.7, positiveClass: 'no' }],
  ['by F1', { method: 'measure', measure: 'f1' }],
  ['by balanced accuracy', { method: 'measure', measure: 'balancedAccuracy', positiveClass: 'no' }],
  ['by accuracy', { method: 'measure', measure: 'accuracy' }],
  ['by groups of words', { groupColumn: '성별', groups: { 여: 0.2, 남: 0.8, 'who "else"': 0 } }],
  ['by groups of truth', { groupColumn: 'flag', groups: { true: 0.1 } }],
  ['by groups of numbers', { groupColumn: 'branch', groups: { 1: 0.9, 2: 0.1 }, threshold: 0.6 }],
  ['by groups, over the best for all', { method: 'measure', groupColumn: 'branch', groups: { 0: 1 } }],
];

const ruled = RULES.flatMap(([name, params]) =>
  [true, false].map((split): AgreementCase => {
    const file = rowsOf(yesOrNo);
    const { nodes, wires, table } = trained(file, yesOrNo.target, { split });
    return caseOf({
      about: 'train.threshold',
      name: split ? name : `${name}, of a whole table`,
      files: [file],
      nodes: [...nodes, exampleNode('rule', 'train.threshold', { params }), exampleNode('measure', 'train.evaluate')],
      wires: [
        ...wires,
        'train.model > rule.model',
        `${table} > rule.table`,
        'rule.model > measure.model',
        `${table} > measure.table`,
      ],
      checks: ['measure.report', 'measure.predictions'],
    });
  }),
);

const goesThrough = ((): AgreementCase => {
  const rows = TARGETS.find(([name]) => name === 'three whole numbers')?.[1] ?? yesOrNo;
  const file = rowsOf(rows);
  const { nodes, wires, table } = trained(file, rows.target);
  return caseOf({
    about: 'train.threshold',
    name: 'of three classes',
    files: [file],
    nodes: [
      ...nodes,
      exampleNode('rule', 'train.threshold', { params: { threshold: 0.9 } }),
      exampleNode('measure', 'train.evaluate'),
    ],
    wires: [...wires, 'train.model > rule.model', 'rule.model > measure.model', `${table} > measure.table`],
    checks: ['measure.report'],
  });
})();

/** Rows that come later: in other order, without what is not needed, with words where numbers were all of a column. */
const later: Given = {
  name: 'later.csv',
  text: '키 "cm",extra,성별,x,branch\n0.5,a,여,1.25,2\n-1.5,b,남,-0.75,1\n0.25,c,,0.5,0\n2,d,여,0.75,2\n',
};

const served = [
  ...(
    [
      ['raw rows of another file', later, yesOrNo, {}],
      ['raw rows, of numbers', later, TARGETS[8]?.[1] ?? yesOrNo, {}],
      ['raw rows, of three classes', later, TARGETS[2]?.[1] ?? yesOrNo, {}],
      ['raw rows, by groups', later, yesOrNo, { groupColumn: '성별', groups: { 여: 0.1, 남: 0.9 } }],
      ['raw rows, by groups of numbers', later, yesOrNo, { groupColumn: 'branch', groups: { 2: 0.1, 1: 0.95 } }],
    ] as const
  ).map(([name, given, rows, rule]): AgreementCase => {
    const file = rowsOf(rows);
    const { nodes, wires, table } = trained(file, rows.target);
    return caseOf({
      about: 'serve.predict',
      name,
      files: [file, given],
      nodes: [
        ...nodes,
        exampleNode('rule', 'train.threshold', { params: { threshold: 0.4, ...rule } }),
        exampleNode('serve', 'serve.deploy'),
        reading('later', given),
        exampleNode('answer', 'serve.predict'),
      ],
      wires: [
        ...wires,
        'train.model > rule.model',
        `${table} > rule.table`,
        'rule.model > serve.model',
        'serve.model > answer.model',
        'later.table > answer.table',
      ],
      checks: ['answer.predictions'],
    });
  }),
  ...(['read.table', 'choose.table', 'split.table', 'scale.table'] as const).map((from): AgreementCase => {
    const file = rowsOf(yesOrNo);
    const { nodes, wires } = trained(file, yesOrNo.target);
    return caseOf({
      about: 'serve.predict',
      name: `its own rows behind ${from}`,
      files: [file],
      nodes: [...nodes, exampleNode('answer', 'serve.predict')],
      wires: [...wires, 'train.model > answer.model', `${from} > answer.table`],
      checks: ['answer.predictions'],
    });
  }),
  caseOf({
    about: 'serve.predict',
    name: 'no rows',
    files: [rowsOf(yesOrNo)],
    nodes: [...trained(rowsOf(yesOrNo), 'answer').nodes, exampleNode('answer', 'serve.predict')],
    wires: [...trained(rowsOf(yesOrNo), 'answer').wires, 'train.model > answer.model'],
    checks: ['answer.predictions'],
  }),
];

/** Steps that drop, fill and encode: what they learned is replayed on rows of which some are dropped again. */
const prepared = (['drop', 'fill'] as const).map((method): AgreementCase => {
  const random = createRandom(3);
  const line = (row: number, last: boolean): string =>
    [random.next() < 0.2 ? '' : random.normal().toFixed(3), random.normal().toFixed(3), ['a', 'b', 'c', ''][row % 4]]
      .concat(last ? [row % 2 === 0 ? 'yes' : 'no'] : [])
      .join(',');
  const text = (rows: number, last: boolean): string =>
    `x,z,word${last ? ',y' : ''}\n${Array.from({ length: rows }, (_, row) => line(row, last)).join('\n')}\n`;
  const file = { name: 'rows.csv', text: text(60, true) };
  const given = { name: 'later.csv', text: text(12, false) };
  return caseOf({
    about: 'serve.predict',
    name: `rows with gaps, ${method}`,
    files: [file, given],
    nodes: [
      reading('read', file),
      exampleNode('choose', 'prepare.columns', { params: { target: 'y' } }),
      exampleNode('gaps', 'prepare.missing', { params: method === 'drop' ? { method: 'drop' } : {} }),
      exampleNode('encode', 'prepare.encode'),
      exampleNode('scale', 'prepare.scale'),
      exampleNode('train', 'train.neighbours', { params: { neighbours: 4, weights: 'distance' } }),
      reading('later', given),
      exampleNode('answer', 'serve.predict'),
      exampleNode('own', 'serve.predict'),
    ],
    wires: [
      'read.table > choose.table',
      'choose.table > gaps.table',
      'gaps.table > encode.table',
      'encode.table > scale.table',
      'scale.table > train.table',
      'train.model > answer.model',
      'later.table > answer.table',
      'train.model > own.model',
      'gaps.table > own.table',
    ],
    checks: ['answer.predictions', 'own.predictions'],
  });
});

/** Rows that other nodes have brought half of the way: of the model's `Pipeline` only the rest is left. */
const halfway = ((): AgreementCase => {
  const file = rowsOf(yesOrNo);
  const given = rowsOf({ ...yesOrNo, rows: 20 }, 'later.csv');
  const params = { target: 'answer', drop: ['성별', 'flag', 'branch', 'set'], settings: { x: { rename: '가로' } } };
  return caseOf({
    about: 'serve.predict',
    name: 'rows that are prepared in part',
    files: [file, given],
    nodes: [
      reading('read', file),
      exampleNode('choose', 'prepare.columns', { params }),
      exampleNode('scale', 'prepare.scale', { params: { method: 'robust' } }),
      exampleNode('train', 'train.neighbours'),
      reading('later', given),
      exampleNode('alike', 'prepare.columns', { params }),
      exampleNode('answer', 'serve.predict'),
    ],
    wires: [
      'read.table > choose.table',
      'choose.table > scale.table',
      'scale.table > train.table',
      'later.table > alike.table',
      'train.model > answer.model',
      'alike.table > answer.table',
    ],
    checks: ['answer.predictions'],
  });
})();

const streamed = (
  [
    ['rows', { history: 'rows', historyRows: 50 }],
    ['a share', { history: 'share', historyShare: 0.55 }],
    ['in order of time', { history: 'rows', historyRows: 40, order: 'time', timeColumn: 'branch' }],
  ] as const
).map(([name, params]): AgreementCase => {
  const file = rowsOf(yesOrNo);
  return caseOf({
    about: 'retrain.stream',
    name,
    files: [file],
    nodes: [
      reading('read', file),
      exampleNode('stream', 'retrain.stream', { params: { ...params, target: 'answer' } }),
      exampleNode('scale', 'prepare.scale'),
    ],
    wires: ['read.table > stream.table', 'stream.table > scale.table'],
    checks: ['stream.table', 'scale.table'],
  });
});

const sources = [
  ...['iris', 'wine', 'breast_cancer', 'diabetes_progression', 'digits8x8'].map((name) =>
    caseOf({
      about: 'ingest.sample',
      name,
      files: [],
      nodes: [exampleNode('read', 'ingest.sample', { params: { name } })],
      wires: [],
      checks: ['read.table'],
    }),
  ),
  ...['blobs', 'moons', 'circles', 'loans', 'stream'].map((data) =>
    caseOf({
      about: 'ingest.synthetic',
      name: data,
      files: [],
      nodes: [exampleNode('read', 'ingest.synthetic', { params: { data, rows: 200, missing: 0.1 } })],
      wires: [],
      checks: ['read.table'],
    }),
  ),
];

export const serveCases: readonly AgreementCase[] = [
  ...evaluated,
  ...parts,
  ...ruled,
  goesThrough,
  ...served,
  ...prepared,
  halfway,
  ...streamed,
  ...sources,
];

/** A model that was saved, asked about raw rows: `prepared` says whether its rows were prepared before it learned. */
export async function savedAnswers(isPrepared: boolean): Promise<AgreementCase> {
  const wine = exampleNode('read', 'ingest.sample', { params: { name: 'wine' } });
  const learning = caseOf({
    about: 'train.neighbours',
    name: 'saved',
    files: [],
    nodes: [
      wine,
      exampleNode('scale', 'prepare.scale', { mode: isPrepared ? 'on' : 'bypassed' }),
      exampleNode('train', 'train.neighbours'),
    ],
    wires: ['read.table > scale.table', 'scale.table > train.table'],
    checks: ['train.model'],
  });
  const model = (await exported(learning)).values.get('train.model');
  if (model?.type !== 'model') throw new Error('a trainer gives a model');
  const bytes = new TextEncoder().encode(writeModelFile(model.model));
  const file = { name: 'model.json', hash: sha256Hex(bytes), bytes: bytes.length };
  const asking = caseOf({
    about: 'serve.predict',
    name: 'a saved model',
    files: [],
    nodes: [wine, exampleNode('saved', 'train.saved', { params: { file } }), exampleNode('answer', 'serve.predict')],
    wires: ['saved.model > answer.model', 'read.table > answer.table'],
    checks: ['answer.predictions'],
  });
  return { ...asking, inputs: new Map([[file.hash, bytes]]) };
}
