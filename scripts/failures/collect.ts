import { bind, type Expression, isFunction, propertyOf, sentencesOf } from './sentences';
import { isNode, type Node, nameOf, nodesIn, readSources, type Source } from './syntax';

/** One place in the source that raises a code. */
export interface Raised {
  readonly code: string;
  readonly path: string;
  /** In English; what is only known at run time is `…`. Several where the place chooses. */
  readonly messages: readonly string[];
  readonly remedies: readonly string[];
  /** It counts what was found or done with the data, and asks for nothing. */
  readonly isNote: boolean;
}

/**
 * Every place in `src/` that raises a failure, a problem or a note: an object with `code` and `message`. Where the
 * code is a parameter of the function around it, each call of that function is a place.
 */
export function collectRaised(root: string): readonly Raised[] {
  const sources = readSources(root);
  const everywhere = [...sources.values()];
  return everywhere.flatMap((source) =>
    source.nodes
      .filter(({ type }) => type === 'ObjectExpression')
      .flatMap((node) => {
        const object: Expression = { node, source, bound: new Map() };
        const parameter = parameterNamedCode(object);
        const objects = parameter === null ? [object] : callsOf(parameter, object, everywhere);
        return objects.flatMap((each) => raisedBy(each, sources));
      }),
  );
}

function raisedBy(object: Expression, sources: ReadonlyMap<string, Source>): readonly Raised[] {
  const keys = nodesIn(object.node.properties).map(({ key }) => nameOf(key));
  const message = propertyOf(object, 'message', sources);
  if (!keys.includes('code') || message.length === 0) return [];
  const at = [...object.bound.values()][0]?.source.path ?? object.source.path;
  return propertyOf(object, 'code', sources).flatMap(({ node }) =>
    node.type === 'Literal' && typeof node.value === 'string'
      ? [
          {
            code: node.value,
            path: at,
            messages: sentencesOf(message, sources),
            remedies: sentencesOf(propertyOf(object, 'hint', sources), sources),
            isNote: keys.includes('count'),
          },
        ]
      : [],
  );
}

/** The function around an object that takes the object's `code` as a parameter. */
function parameterNamedCode({ node, source }: Expression): Node | null {
  const property = nodesIn(node.properties).find(({ key }) => nameOf(key) === 'code');
  if (nameOf(property?.value) !== 'code') return null;
  for (let around = source.parents.get(node); around !== undefined; around = source.parents.get(around)) {
    if (isFunction(around) && nodesIn(around.params).some((param) => nameOf(param) === 'code')) return around;
  }
  return null;
}

/** The object once for each call of the function: by name in its own file, as a method in any. */
function callsOf(called: Node, object: Expression, everywhere: readonly Source[]): readonly Expression[] {
  const { source } = object;
  const holder = source.parents.get(called);
  const isMethod = holder?.type === 'MethodDefinition';
  const name = nameOf(called.id) ?? nameOf(isMethod ? holder?.key : holder?.id);
  return (isMethod ? everywhere : [source]).flatMap((other) =>
    other.nodes
      .filter(
        ({ type, callee }) =>
          type === 'CallExpression' && isNode(callee) && nameOf(isMethod ? callee.property : callee) === name,
      )
      .map((call) => {
        const at: Expression = { node: call, source: other, bound: new Map() };
        return { ...object, bound: bind({ ...object, node: called }, nodesIn(call.arguments), at).bound };
      }),
  );
}
