import { type Catalog, createCatalog } from '../../graph/catalog';
import type { PipelineDocument, PipelineEdge, PipelineNode } from '../../graph/document';
import { emptyDocument } from '../../graph/empty-document';
import type { KindRole, KindShape, PortShape, Stage } from '../../graph/kind-shape';
import type { PortType } from '../../graph/schema-types';
import type { JsonObject } from '../../lib/json';
import { text } from '../../lib/text';

const port = (name: string, type: PortType, more: Partial<PortShape> = {}): PortShape => ({
  name,
  title: text(name, name),
  type,
  ...more,
});
const kind = (
  id: string,
  stage: Stage,
  role: KindRole,
  inputs: readonly PortShape[],
  outputs: readonly PortShape[],
  defaults: JsonObject = {},
): KindShape => ({
  id,
  title: text(`The ${id.replace(/.*\./, '')}`, `${id.replace(/.*\./, '')} 노드`),
  stage,
  role,
  computesWith: 'nothing',
  ports: { inputs, outputs },
  defaults,
  parseParams: (params) => ({ ok: true, params }),
});

const kinds: readonly KindShape[] = [
  kind('train.threshold', 'train', 'model-step', [port('model', 'model')], [port('model', 'model')]),
  kind('train.saved', 'train', 'model-source', [], [port('model', 'model')]),
  kind('ingest.source', 'ingest', 'source', [], [port('table', 'table')]),
  kind('prepare.scale', 'prepare', 'step', [port('table', 'table')], [port('table', 'table')], { method: 'standard' }),
  kind('prepare.encode', 'prepare', 'step', [port('rows', 'table')], [port('rows', 'table')]),
  kind('prepare.join', 'prepare', 'etl', [port('left', 'table'), port('right', 'table')], [port('table', 'table')]),
  kind('train.dense', 'train', 'trainer', [port('table', 'table')], [port('model', 'model')]),
  kind(
    'train.evaluate',
    'train',
    'evaluator',
    [port('model', 'model'), port('table', 'table')],
    [port('report', 'report')],
  ),
  kind(
    'serve.serve',
    'serve',
    'deployment',
    [port('model', 'model'), port('promoted', 'model', { optional: true, feedback: true })],
    [port('model', 'model', { live: 'also' }), port('predictions', 'stream', { live: 'only' })],
  ),
  kind(
    'retrain.monitor',
    'retrain',
    'monitor',
    [port('predictions', 'stream', { live: 'only' })],
    [port('report', 'report', { live: 'only' })],
  ),
  kind(
    'retrain.train',
    'retrain',
    'retraining',
    [port('model', 'model', { live: 'only' })],
    [port('model', 'model', { live: 'only' })],
  ),
  kind('retrain.gate', 'retrain', 'gate', [port('model', 'model')], [port('model', 'model')]),
  kind(
    'retrain.pool',
    'retrain',
    'gate',
    [port('models', 'model', { live: 'only', many: true }), port('first', 'model', { optional: true, many: true })],
    [port('model', 'model', { live: 'only' })],
  ),
  kind('prepare.union', 'prepare', 'etl', [port('tables', 'table', { many: true })], [port('table', 'table')]),
  {
    ...kind('prepare.take', 'prepare', 'etl', [], []),
    // As many inputs as the params say, and a second output where they ask for one.
    ports: ({ inputs, rest }) => ({
      inputs: Array.from({ length: typeof inputs === 'number' ? inputs : 1 }, (_, i) => port(`table${i + 1}`, 'table')),
      outputs: [port('table', 'table'), ...(rest === true ? [port('rest', 'table')] : [])],
    }),
  },
];

/** A few kinds for the graph's own tests, which know nothing of the real ones. */
export const exampleCatalog: Catalog = createCatalog(kinds);

export const exampleNode = (id: string, kindId: string, change: Partial<PipelineNode> = {}): PipelineNode => ({
  id,
  kind: kindId,
  label: '',
  params: {},
  position: { x: 0, y: 0 },
  mode: 'on',
  ...change,
});

/** `a.table > b.table`, one string a wire. */
export const exampleWires = (...wires: readonly string[]): PipelineEdge[] =>
  wires.map((wire) => {
    const [from = '', to = ''] = wire.split(' > ');
    return { from, to };
  });

export const exampleDocument = (
  nodes: readonly PipelineNode[],
  edges: readonly PipelineEdge[] = [],
): PipelineDocument => ({ ...emptyDocument('example'), nodes: [...nodes], edges: [...edges] });

/** source → scale → dense → evaluate, evaluate also reading scale, and evaluate's model served. */
export const exampleLine = (): PipelineDocument =>
  exampleDocument(
    [
      exampleNode('source1', 'ingest.source'),
      exampleNode('scale1', 'prepare.scale', { params: { method: 'standard' } }),
      exampleNode('dense1', 'train.dense'),
      exampleNode('evaluate1', 'train.evaluate'),
      exampleNode('serve1', 'serve.serve'),
    ],
    exampleWires(
      'source1.table > scale1.table',
      'scale1.table > dense1.table',
      'dense1.model > evaluate1.model',
      'scale1.table > evaluate1.table',
      'dense1.model > serve1.model',
    ),
  );
