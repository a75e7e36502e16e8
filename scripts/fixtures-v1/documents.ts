import type { JsonObject } from '../../src/lib/json';
import { type DocumentV1, LOANS, type Node, pipeline } from './pipeline';

const PREPARED = ['data.table > split.table', 'split.table > scale.table'];

const plain = pipeline(
  'Plain',
  [
    ['data', 'ingest.sample'],
    ['split', 'prepare.split'],
    ['scale', 'prepare.scale'],
    ['linear', 'train.linear', { epochs: 5 }],
    ['evaluate', 'train.evaluate'],
    ['predict', 'serve.predict'],
  ],
  [
    ...PREPARED,
    'scale.table > linear.table',
    'linear.model > evaluate.model',
    'scale.table > evaluate.table',
    'linear.model > predict.model',
  ],
);

const oneRule = pipeline(
  'One rule',
  [
    ['data', 'ingest.synthetic', LOANS],
    ['split', 'prepare.split'],
    ['missing', 'prepare.missing'],
    ['encode', 'prepare.encode'],
    ['scale', 'prepare.scale'],
    ['dense', 'train.dense', { hidden: [4], epochs: 6 }],
    ['evaluate', 'train.evaluate', { threshold: 0.35, positiveClass: 'no' }],
  ],
  [
    'data.table > split.table',
    'split.table > missing.table',
    'missing.table > encode.table',
    'encode.table > scale.table',
    'scale.table > dense.table',
    'dense.model > evaluate.model',
    'scale.table > evaluate.table',
  ],
);

/** Evaluates of one model that differ, and readers of that model beside them; another model has one reader. */
const differingRules = pipeline(
  'Differing rules',
  [
    ['data', 'ingest.synthetic', { data: 'moons', rows: 200 }],
    ['split', 'prepare.split'],
    ['scale', 'prepare.scale'],
    ['linear', 'train.linear', { epochs: 6 }],
    ['strict', 'train.evaluate', { threshold: 0.7 }],
    ['usual', 'train.evaluate'],
    ['other', 'train.evaluate', { threshold: 0.3, positiveClass: 'lower', parts: 'test' }],
    ['predict', 'serve.predict'],
    ['deploy', 'serve.deploy', { name: 'moons' }],
    ['dense', 'train.dense', { hidden: [3], epochs: 6 }],
    ['alone', 'train.evaluate', { threshold: 0.55 }],
  ],
  [
    ...PREPARED,
    'scale.table > linear.table',
    ...['strict', 'usual', 'other'].flatMap((id) => [`linear.model > ${id}.model`, `scale.table > ${id}.table`]),
    'linear.model > predict.model',
    'data.table > predict.table',
    'linear.model > deploy.model',
    'scale.table > dense.table',
    'dense.model > alone.model',
    'scale.table > alone.table',
  ],
);

/** Two Evaluates that say the same of one model, with a Predict beside. */
const equalRules = pipeline(
  'Equal rules',
  [
    ['data', 'ingest.synthetic', { data: 'circles', rows: 200 }],
    ['split', 'prepare.split'],
    ['dense', 'train.dense', { hidden: [6], epochs: 6 }],
    ['all', 'train.evaluate', { threshold: 0.4 }],
    ['test', 'train.evaluate', { threshold: 0.4, parts: 'test' }],
    ['predict', 'serve.predict'],
  ],
  [
    'data.table > split.table',
    'split.table > dense.table',
    ...['all', 'test'].flatMap((id) => [`dense.model > ${id}.model`, `split.table > ${id}.table`]),
    'dense.model > predict.model',
    'data.table > predict.table',
  ],
);

const loopWires = [
  'data.table > stream.table',
  'stream.table > split.table',
  'split.table > scale.table',
  'scale.table > linear.table',
  'linear.model > deploy.model',
  'stream.stream > deploy.stream',
  'deploy.predictions > monitor.predictions',
  'monitor.report > performance.report',
  'deploy.model > train.model',
  'deploy.model > gate.champion',
  'train.model > gate.challenger',
  'gate.promoted > deploy.promoted',
];
const loopNodes = (source: Node, stream: JsonObject): readonly Node[] => [
  source,
  ['stream', 'retrain.stream', { historyRows: 300, batchRows: 20, labelDelay: 1, ...stream }],
  ['split', 'prepare.split'],
  ['scale', 'prepare.scale'],
  ['linear', 'train.linear', { epochs: 15 }],
  ['deploy', 'serve.deploy', { name: 'sensor' }],
  ['monitor', 'retrain.monitor', { window: 100, driftWindow: 100 }],
  ['performance', 'retrain.performance', { condition: 'absolute', bound: 0.7, minRows: 100, coolDown: 8 }],
  ['train', 'retrain.train', { window: 200, leastRows: 40, takes: 3 }],
  ['gate', 'retrain.gate', { rows: 40, patience: 200, watchRows: 40 }],
];

/** Every live kind. */
const loop = pipeline(
  'Loop',
  [
    ...loopNodes(
      ['data', 'ingest.synthetic', { data: 'stream', rows: 1_400, drift: 'sudden', driftAt: 0.4, strength: 1 }],
      {},
    ),
    ['evaluate', 'train.evaluate'],
    ['drift', 'retrain.distribution', { minRows: 100, coolDown: 10 }],
    ['schedule', 'retrain.schedule', { every: 'daily' }],
    ['fresh', 'retrain.new-data', { every: 500 }],
    ['demand', 'retrain.demand', { ticks: [4, 40] }],
    ['any', 'retrain.combine'],
    ['whole', 'retrain.combine', { mode: 'all', within: 12 }],
  ],
  [
    ...loopWires,
    'linear.model > evaluate.model',
    'scale.table > evaluate.table',
    ...['drift', 'schedule', 'fresh', 'demand'].map((id) => `monitor.report > ${id}.report`),
    'fresh.signal > whole.first',
    'schedule.signal > whole.second',
    'performance.signal > any.first',
    'drift.signal > any.second',
    'demand.signal > any.third',
    'whole.signal > any.fourth',
    'any.signal > train.signal',
  ],
);

/** Follows a data set of the lake, and continues the champion rather than begin anew. */
const lakeLoop = pipeline(
  'Loop over the lake',
  loopNodes(['data', 'ingest.lake', { name: 'sensor' }], { follow: 'sensor', target: 'condition' }).map(
    (node): Node => {
      const [id, kind] = node;
      return id === 'train' ? [id, kind, { mode: 'incremental', rows: 'window', window: 120, leastRows: 40 }] : node;
    },
  ),
  [...loopWires, 'performance.signal > train.signal'],
);

/** Every optional field: labels, notes, modes, params of every JSON type, a wire back, and a kind that nobody knows. */
function everyField(): DocumentV1 {
  const modes: Readonly<Record<string, 'bypassed' | 'off'>> = { scale: 'bypassed', whole: 'off' };
  const unknown: DocumentV1['nodes'][number] = {
    id: 'future_1-A',
    kind: 'train.not-known-yet',
    label: '아직 모르는 종류',
    params: { '10': null, nested: { list: [1, -2.5, 1e21, 'two', [true, {}]] }, 한글: '값' },
    position: { x: -12.5, y: 900.25 },
    mode: 'on',
  };
  const known = loop.nodes.map((node, place) => ({
    ...node,
    label: place % 3 === 0 ? `Label ${place}` : '',
    mode: modes[node.id] ?? node.mode,
  }));
  return {
    ...loop,
    name: '모든 필드 · every field',
    description: 'Line one\nline two, 둘째 줄',
    nodes: [...known, unknown],
    edges: [...loop.edges, { from: 'scale.table', to: 'future_1-A.rows' }],
    notes: [
      { id: 'note1', text: '# 메모\n“a note”', position: { x: 0, y: 300 }, size: { width: 220, height: 120.5 } },
      { id: 'note2', text: '', position: { x: -400, y: -1 }, size: { width: 1, height: 1 } },
    ],
  };
}

/** A gate that promotes whatever comes, and then sees that a model of four rows is worse: it is rolled back. */
const rollback = pipeline(
  'Rollback',
  loopNodes(['data', 'ingest.synthetic', { data: 'stream', rows: 700 }], {}).flatMap((node): readonly Node[] => {
    const [id, kind] = node;
    if (id === 'performance') return [['demand', 'retrain.demand', { ticks: [3, 16] }]];
    if (id === 'train') return [[id, kind, { window: 4, leastRows: 2 }]];
    if (id === 'deploy') return [[id, kind, { name: 'fickle' }]];
    return id === 'gate' ? [[id, kind, { decision: 'always', watchRows: 100 }]] : [node];
  }),
  [
    ...loopWires.filter((wire) => !wire.includes('performance')),
    'monitor.report > demand.report',
    'demand.signal > train.signal',
  ],
);

/** By name; those of `ran` are run and their figures recorded. */
export const DOCUMENTS: Readonly<Record<string, DocumentV1>> = {
  plain,
  'one-rule': oneRule,
  'differing-rules': differingRules,
  'equal-rules': equalRules,
  loop,
  'lake-loop': lakeLoop,
  rollback,
  'every-field': everyField(),
};
export const RAN: readonly string[] = ['plain', 'one-rule', 'differing-rules', 'equal-rules'];
