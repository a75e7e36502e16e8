import type { JsonObject } from '../../lib/json';
import { exampleNode } from '../graph/example-catalog';

type Node = readonly [id: string, kind: string, params?: JsonObject];

const SENSOR: JsonObject = { data: 'stream', rows: 1_400, drift: 'sudden', driftAt: 0.4, strength: 1 };

/** A small whole loop for tests: a stream that drifts, a deployment, and what watches, retrains and judges it. */
export function loopDocument(changes: Readonly<Record<string, JsonObject>> = {}, source = 'ingest.synthetic') {
  const nodes: readonly Node[] = [
    ['data', source, source === 'ingest.synthetic' ? SENSOR : {}],
    ['stream', 'retrain.stream', { historyRows: 300, batchRows: 20, labelDelay: 1 }],
    ['split', 'prepare.split'],
    ['scale', 'prepare.scale'],
    ['linear', 'train.linear', { epochs: 15 }],
    ['deploy', 'serve.deploy', { name: 'sensor' }],
    ['monitor', 'retrain.monitor', { window: 100, driftWindow: 100 }],
    ['performance', 'retrain.performance', { condition: 'absolute', bound: 0.7, minRows: 100, coolDown: 8 }],
    ['train', 'retrain.train', { window: 200, leastRows: 40, takes: 3 }],
    ['gate', 'retrain.gate', { rows: 40, patience: 200, watchRows: 40 }],
  ];
  const edges: readonly (readonly [from: string, to: string])[] = [
    ['data.table', 'stream.table'],
    ['stream.table', 'split.table'],
    ['split.table', 'scale.table'],
    ['scale.table', 'linear.table'],
    ['linear.model', 'deploy.model'],
    ['stream.stream', 'deploy.stream'],
    ['deploy.predictions', 'monitor.predictions'],
    ['monitor.report', 'performance.report'],
    ['performance.signal', 'train.signal'],
    ['deploy.model', 'train.model'],
    ['deploy.model', 'gate.champion'],
    ['train.model', 'gate.challenger'],
    ['gate.promoted', 'deploy.promoted'],
  ];
  return {
    format: 'millrace/pipeline',
    version: 1,
    name: 'loop',
    description: '',
    seed: 5,
    nodes: nodes.map(([id, kind, params = {}]) => exampleNode(id, kind, { params: { ...params, ...changes[id] } })),
    edges: edges.map(([from, to]) => ({ from, to })),
    notes: [],
  };
}
