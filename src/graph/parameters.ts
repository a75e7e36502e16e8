import { canonicalJson, type Json } from '../lib/json';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineNode, PipelineParameter } from './document';
import type { Problem } from './problem';
import { parseEnd } from './wire';

/** A pipeline, or what is within a group. */
interface Scope {
  readonly nodes: readonly PipelineNode[];
  readonly parameters?: readonly PipelineParameter[] | undefined;
}

/** A param that a parameter names. */
export interface ParameterTarget {
  /** Of a node within groups, the path that leads to it: `GROUP/NODE`. */
  readonly nodeId: string;
  /** Undefined where what is named is not there. */
  readonly node: PipelineNode | undefined;
  readonly param: string;
}

/** What a parameter names, through the parameters of groups down to the nodes, in the order of its targets. */
export function parameterTargets({ nodes }: Scope, { targets }: PipelineParameter): readonly ParameterTarget[] {
  return targets.flatMap((target): readonly ParameterTarget[] => {
    const { nodeId, port: param } = parseEnd(target);
    const node = nodes.find(({ id }) => id === nodeId);
    if (node?.group === undefined) return [{ nodeId, node, param }];
    const promoted = node.group.parameters.find(({ name }) => name === param);
    if (promoted === undefined) return [{ nodeId, node: undefined, param }];
    return parameterTargets(node.group, promoted).map((within) => ({
      ...within,
      nodeId: `${nodeId}/${within.nodeId}`,
    }));
  });
}

/** The values of what a parameter names, in the order of its targets; undefined of one that is not there. */
export function targetValues(scope: Scope, parameter: PipelineParameter): readonly (Json | undefined)[] {
  return parameterTargets(scope, parameter).map(({ node, param }) => node?.params[param]);
}

/**
 * The document with everything that a parameter names set to a value, in groups too. A name that no parameter has
 * changes nothing.
 */
export function setParameter(document: PipelineDocument, name: string, value: Json): PipelineDocument {
  const parameter = document.parameters?.find((each) => each.name === name);
  return parameter === undefined ? document : setTargets(document, parameter.targets, value);
}

/**
 * The document with targets of a parameter, `NODE.PARAM` or `GROUP.PARAMETER`, set to a value; the same object where
 * they have it already.
 */
export function setTargets(document: PipelineDocument, targets: readonly string[], value: Json): PipelineDocument {
  const nodes = withTargets(document.nodes, targets, value);
  return nodes === document.nodes ? document : { ...document, nodes };
}

type Nodes = PipelineDocument['nodes'];

function withTargets(before: Nodes, targets: readonly string[], value: Json): Nodes {
  return targets.reduce((nodes, target) => {
    const { nodeId, port: name } = parseEnd(target);
    const at = nodes.findIndex(({ id }) => id === nodeId);
    const node = nodes[at];
    const changed = node && withParam(node, name, value);
    return changed === undefined || changed === node ? nodes : nodes.with(at, changed);
  }, before);
}

function withParam(node: PipelineNode, name: string, value: Json): PipelineNode {
  if (node.group !== undefined) {
    const promoted = node.group.parameters.find((each) => each.name === name);
    const nodes = withTargets(node.group.nodes, promoted?.targets ?? [], value);
    return nodes === node.group.nodes ? node : { ...node, group: { ...node.group, nodes } };
  }
  const same = name in node.params && canonicalJson(node.params[name] ?? null) === canonicalJson(value);
  return same ? node : { ...node, params: { ...node.params, [name]: value } };
}

/** Parameters that name what is not there, or things that have come to differ. */
export function parameterProblems(document: PipelineDocument, { kind }: Pick<Catalog, 'kind'>): readonly Problem[] {
  return problemsIn(document, undefined, kind);
}

function problemsIn(scope: Scope, group: string | undefined, kind: Catalog['kind']): readonly Problem[] {
  const at = group === undefined ? {} : { nodeId: group };
  const own = (scope.parameters ?? []).flatMap((parameter): Problem[] => {
    const { name, targets } = parameter;
    const gone = targets.find((target) => !isThere(scope, target, kind));
    if (gone !== undefined) {
      return [
        {
          code: 'parameter-target-gone',
          severity: 'warning',
          ...at,
          message: text(
            `The parameter “${name}” names “${gone}”, which is not there.`,
            korean`매개변수 “${name}”이(가) 가리키는 “${gone}” 항목이 없어요.`,
          ),
          hint: text('Take that target out of the parameter.', '매개변수에서 그 대상을 빼 주세요.'),
        },
      ];
    }
    const values = new Set(targetValues(scope, parameter).map((value) => canonicalJson(value ?? null)));
    if (values.size < 2) return [];
    return [
      {
        code: 'parameter-differs',
        severity: 'warning',
        ...at,
        message: text(
          `What the parameter “${name}” names has different values.`,
          korean`매개변수 “${name}”이(가) 가리키는 값이 서로 달라요.`,
        ),
        hint: text('Set the parameter: that sets them all.', '매개변수를 다시 정하면 모두 같은 값이 돼요.'),
      },
    ];
  });
  const within = scope.nodes.flatMap((node) =>
    node.group === undefined ? [] : problemsIn(node.group, group ?? node.id, kind),
  );
  return [...own, ...within];
}

/** A group has the params that it promotes, a node of a known kind those of its kind, and one of another any. */
function isThere({ nodes }: Scope, target: string, kind: Catalog['kind']): boolean {
  const { nodeId, port: name } = parseEnd(target);
  const node = nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return false;
  if (node.group !== undefined) return node.group.parameters.some((each) => each.name === name);
  const known = kind(node.kind);
  return known === undefined || Object.hasOwn(known.defaults, name);
}
