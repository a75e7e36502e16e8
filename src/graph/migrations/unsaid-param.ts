import { isObject, type Json, type JsonObject } from '../../lib/json';

/**
 * A document, groups within it too, where each node of a kind that says nothing of a param says this of it. Frozen as
 * the migrations are that use it; what is no pipeline is left to the report of problems.
 */
export function sayUnsaid(document: JsonObject, kind: string, param: string, value: Json): JsonObject {
  const { nodes } = document;
  const said = (node: Json): Json => {
    if (!isObject(node)) return node;
    const { params = {}, group } = node;
    const within = isObject(group) ? { ...node, group: sayUnsaid(group, kind, param, value) } : node;
    if (node.kind !== kind || !isObject(params) || params[param] !== undefined) return within;
    return { ...within, params: { ...params, [param]: value } };
  };
  return Array.isArray(nodes) ? { ...document, nodes: nodes.map(said) } : document;
}
