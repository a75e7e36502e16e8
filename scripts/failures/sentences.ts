import { declarationOf, isNode, type Node, nameOf, nodesIn, type Source, walk } from './syntax';

/** An expression with the file it stands in and what the parameters around it are bound to. */
export interface Expression {
  readonly node: Node;
  readonly source: Source;
  readonly bound: ReadonlyMap<string, Expression>;
}

type Sources = ReadonlyMap<string, Source>;

const GAP = '…';
/** How many names, calls and choices are followed one into the other: enough for the source, and an end to circles. */
const DEEPEST = 16;
const WRAPPERS = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

export const isFunction = (node: Node): boolean =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';

/**
 * The expressions that one can come to: both sides of a choice, what a name was declared with, what a function gives
 * back. Nothing is computed; a value that is only known at run time is given as it stands.
 */
function outcomes(expression: Expression, sources: Sources, depth = 0): readonly Expression[] {
  const { node, source, bound } = expression;
  const follow = (next: unknown, from: Expression = expression): readonly Expression[] =>
    isNode(next) && depth < DEEPEST ? outcomes({ ...from, node: next }, sources, depth + 1) : [];
  if (WRAPPERS.has(node.type)) return follow(node.expression);
  if (node.type === 'ConditionalExpression') return [...follow(node.consequent), ...follow(node.alternate)];
  if (node.type === 'LogicalExpression') return [...follow(node.left), ...follow(node.right)];
  if (node.type === 'Identifier') {
    const argument = bound.get(nameOf(node) ?? '');
    if (argument !== undefined) return follow(argument.node, argument);
    const found = declarationOf(nameOf(node) ?? '', node, source, sources);
    return found === null || isFunction(found.node) ? [expression] : follow(found.node, { ...found, bound });
  }
  if (node.type === 'MemberExpression' && isNode(node.object)) {
    const key = nameOf(node.property);
    const values = follow(node.object).flatMap((object) =>
      key === null ? [] : propertyOf(object, key, sources, depth + 1),
    );
    return values.length === 0 ? [expression] : values;
  }
  if (node.type === 'CallExpression' && nameOf(node.callee) !== 'text') {
    const called = functionOf(expression, sources);
    return called === null ? [expression] : returnsOf(called).flatMap((next) => follow(next, called));
  }
  return [expression];
}

function functionOf({ node, source, bound }: Expression, sources: Sources): Expression | null {
  const name = nameOf(node.callee);
  if (name === null) return null;
  const found = bound.get(name) ?? declarationOf(name, node, source, sources);
  return found === null || !isFunction(found.node)
    ? null
    : bind({ bound: new Map(), ...found }, nodesIn(node.arguments), { node, source, bound });
}

/** A function with its parameters bound to a call's arguments, or to their defaults. */
export function bind(called: Expression, args: readonly Node[], call: Expression): Expression {
  const bound = new Map(called.bound);
  nodesIn(called.node.params).forEach((param, at) => {
    const name = nameOf(param.type === 'AssignmentPattern' ? param.left : param);
    const argument = args[at];
    if (name === null) return;
    if (argument !== undefined) bound.set(name, { ...call, node: argument });
    else if (isNode(param.right)) bound.set(name, { ...called, node: param.right });
  });
  return { ...called, bound };
}

function returnsOf({ node }: Expression): readonly Node[] {
  if (!isNode(node.body)) return [];
  if (node.body.type !== 'BlockStatement') return [node.body];
  return [...walk(node.body)].flatMap(({ type, argument }) =>
    type === 'ReturnStatement' && isNode(argument) ? [argument] : [],
  );
}

/** What a property of an object literal can come to, its spreads included; the last one written wins. */
export function propertyOf(object: Expression, key: string, sources: Sources, depth = 0): readonly Expression[] {
  if (depth > DEEPEST) return [];
  for (const property of [...nodesIn(object.node.properties)].reverse()) {
    if (property.type === 'SpreadElement' && isNode(property.argument)) {
      const spread = outcomes({ ...object, node: property.argument }, sources, depth + 1);
      const found = spread.flatMap((from) => propertyOf(from, key, sources, depth + 1));
      if (found.length > 0) return found;
    } else if (nameOf(property.key) === key && isNode(property.value)) {
      return outcomes({ ...object, node: property.value }, sources, depth + 1);
    }
  }
  return [];
}

/** The English sentences that a `Text` can be, with a gap for what is only known at run time. */
export function sentencesOf(expressions: readonly Expression[], sources: Sources): readonly string[] {
  const said = expressions.flatMap((expression) => {
    const { node } = expression;
    const [english] =
      node.type === 'CallExpression' && nameOf(node.callee) === 'text'
        ? nodesIn(node.arguments).map((argument) => ({ ...expression, node: argument }))
        : propertyOf(expression, 'en', sources);
    return english === undefined ? [GAP] : wordings(english, sources);
  });
  return [...new Set(said)].sort();
}

function wordings(expression: Expression, sources: Sources): readonly string[] {
  return outcomes(expression, sources).flatMap(({ node }) => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
    if (node.type !== 'TemplateLiteral') return [GAP];
    const quasis = nodesIn(node.quasis).map(({ value }) =>
      typeof value === 'object' && value !== null ? String(Reflect.get(value, 'cooked')) : '',
    );
    const between = nodesIn(node.expressions).map(figureOf);
    return [quasis.map((quasi, at) => quasi + (between[at] ?? '')).join('')];
  });
}

/** What stands in a gap: of figures whose words agree with them, the words as they are for several. */
function figureOf(node: Node): string {
  const name = node.type === 'CallExpression' ? nameOf(node.callee) : null;
  if (name !== 'counted' && name !== 'plural') return GAP;
  const [one, several] = nodesIn(node.arguments)
    .slice(1)
    .map(({ value }) => (typeof value === 'string' ? value : GAP));
  return `${name === 'counted' ? `${GAP} ` : ''}${several ?? `${one ?? GAP}s`}`;
}
