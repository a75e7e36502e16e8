import { canonicalJson, type Json } from '../lib/json';
import { text } from '../lib/text';
import type { PipelineDocument, PipelineNode, PipelineParameter } from './document';
import type { Problem } from './problem';
import { parseEnd } from './wire';

/** A pipeline, or what is within a group. */
interface Scope {
  readonly nodes: readonly PipelineNode[];
  readonly parameters?: readonly PipelineParameter[] | undefined;
}

/** The values of what a parameter names, in the order of its targets; undefined of one that is not there. */
export function targetValues({ nodes }: Scope, { targets }: PipelineParameter): readonly (Json | undefined)[] {
  return targets.flatMap((target) => {
    const { nodeId, port: name } = parseEnd(target);
    const node = nodes.find(({ id }) => id === nodeId);
    if (node?.group === undefined) return [node?.params[name]];
    const promoted = node.group.parameters.find((each) => each.name === name);
    return promoted === undefined ? [undefined] : targetValues(node.group, promoted);
  });
}

/**
 * The document with everything that a parameter names set to a value, in groups too. A name that no parameter has
 * changes nothing.
 */
export function setParameter(document: PipelineDocument, name: string, value: Json): PipelineDocument {
  const parameter = document.parameters?.find((each) => each.name === name);
  return parameter === undefined ? document : { ...document, nodes: withTargets(document, parameter, value) };
}

function withTargets({ nodes }: Scope, { targets }: PipelineParameter, value: Json): PipelineNode[] {
  return targets.reduce<PipelineNode[]>(
    (before, target) => {
      const { nodeId, port: name } = parseEnd(target);
      return before.map((node) => {
        if (node.id !== nodeId) return node;
        if (node.group === undefined) return { ...node, params: { ...node.params, [name]: value } };
        const promoted = node.group.parameters.find((each) => each.name === name);
        if (promoted === undefined) return node;
        return { ...node, group: { ...node.group, nodes: withTargets(node.group, promoted, value) } };
      });
    },
    [...nodes],
  );
}

/** Parameters that name what is not there, or things that have come to differ. */
export function parameterProblems(document: PipelineDocument): readonly Problem[] {
  return problemsIn(document, undefined);
}

function problemsIn(scope: Scope, group: string | undefined): readonly Problem[] {
  const at = group === undefined ? {} : { nodeId: group };
  const own = (scope.parameters ?? []).flatMap((parameter): Problem[] => {
    const { name, targets } = parameter;
    const gone = targets.find((target) => !isThere(scope, target));
    if (gone !== undefined) {
      return [
        {
          code: 'parameter-target-gone',
          severity: 'warning',
          ...at,
          message: text(
            `The parameter “${name}” names “${gone}”, which is not there.`,
            `매개변수 “${name}”이(가) 가리키는 “${gone}” 항목이 없어요.`,
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
          `매개변수 “${name}”이(가) 가리키는 값이 서로 달라요.`,
        ),
        hint: text('Set the parameter: that sets them all.', '매개변수를 다시 정하면 모두 같은 값이 돼요.'),
      },
    ];
  });
  const within = scope.nodes.flatMap((node) =>
    node.group === undefined ? [] : problemsIn(node.group, group ?? node.id),
  );
  return [...own, ...within];
}

/** A node that is there has every param, set or not; a group only those that it promotes. */
function isThere({ nodes }: Scope, target: string): boolean {
  const { nodeId, port: name } = parseEnd(target);
  const node = nodes.find(({ id }) => id === nodeId);
  return node !== undefined && (node.group === undefined || node.group.parameters.some((each) => each.name === name));
}
