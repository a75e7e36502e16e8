import type { Json, JsonObject } from '../../lib/json';
import type { Migration } from './migration';

const LINEAR = 'train.linear';
/** What a linear model of version 2 was penalised with where its document said nothing. */
const USUAL = 0.001;

/**
 * In version 2 the L2 penalty of a linear model was a number of its own, the same for twenty rows and a million. Now it
 * follows from the training rows, and a number set by hand comes before that: documents of before get theirs written down.
 */
export const l2ByRows: Migration = {
  name: '0003-l2-by-rows',
  to: 3,
  migrate: (document) => withPenalties(document),
};

function withPenalties(pipeline: JsonObject): JsonObject {
  const { nodes } = pipeline;
  return Array.isArray(nodes) ? { ...pipeline, nodes: nodes.map(withPenalty) } : pipeline;
}

function withPenalty(node: Json): Json {
  if (!isObject(node)) return node;
  const { kind, params = {}, group } = node;
  const within = isObject(group) ? { ...node, group: withPenalties(group) } : node;
  if (kind !== LINEAR || !isObject(params) || params.l2 !== undefined) return within;
  return { ...within, params: { ...params, l2: USUAL } };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
