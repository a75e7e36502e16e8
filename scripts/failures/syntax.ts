import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** A node of the syntax tree (ESTree, with TypeScript's own nodes). */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Source {
  /** From the root of the project, as `src/graph/edit.ts`. */
  readonly path: string;
  readonly nodes: readonly Node[];
  /** What each node stands in. */
  readonly parents: ReadonlyMap<Node, Node>;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

export const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** Every node under one, itself first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((value) => (isNode(value) ? [value] : nodesIn(value)));
}

export const nameOf = (node: unknown): string | null =>
  isNode(node) && typeof node.name === 'string' ? node.name : null;

/** The product's own sources, parsed: no tests, nor what is written for them. */
export function readSources(root: string): ReadonlyMap<string, Source> {
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|\/testing\//.test(path))
    .sort();
  return new Map(
    paths.map((path) => {
      const { program, errors } = parseSync(path, readFileSync(join(root, path), 'utf8'));
      const tree: unknown = program;
      if (errors.length > 0 || !isNode(tree)) throw new Error(`${path} cannot be parsed.`);
      const nodes = [...walk(tree)];
      const parents = new Map(nodes.flatMap((node) => childrenOf(node).map((child) => [child, node] as const)));
      return [path, { path, nodes, parents }];
    }),
  );
}

/** What a name stands for at a place: the value it is declared with, or the function, there or where it is imported from. */
export function declarationOf(
  name: string,
  at: Node | null,
  source: Source,
  sources: ReadonlyMap<string, Source>,
): { readonly node: Node; readonly source: Source } | null {
  const around = at === null ? null : ancestorsOf(at, source);
  const declared = source.nodes
    .filter((node) => DECLARATIONS.has(node.type) && (nameOf(node.id) === name || takenOut(node, name) !== null))
    .map((node) => ({ node, depth: ancestorsOf(node, source).size, scope: scopeOf(node, source) }))
    .filter(({ scope }) => scope.type === 'Program' || around?.has(scope))
    .sort((a, b) => b.depth - a.depth)[0]?.node;
  if (declared?.type === 'FunctionDeclaration') return { node: declared, source };
  if (declared !== undefined) {
    const property = takenOut(declared, name);
    if (!isNode(declared.init)) return null;
    return {
      node: property === null ? declared.init : { type: 'MemberExpression', object: declared.init, property },
      source,
    };
  }
  for (const node of source.nodes) {
    if (node.type !== 'ImportDeclaration') continue;
    const specifier = nodesIn(node.specifiers).find(({ local }) => nameOf(local) === name);
    if (specifier === undefined) continue;
    const path = join(dirname(source.path), isNode(node.source) ? String(node.source.value) : '');
    const other = sources.get(`${path}.ts`) ?? sources.get(`${path}.tsx`);
    const original = nameOf(specifier.imported);
    return other === undefined || original === null ? null : declarationOf(original, null, other, sources);
  }
  return null;
}

const DECLARATIONS = new Set(['VariableDeclarator', 'FunctionDeclaration']);

/** The property that `const { property: name } = …` takes out. */
function takenOut({ id }: Node, name: string): Node | null {
  const key = isNode(id) ? nodesIn(id.properties).find(({ value }) => nameOf(value) === name)?.key : null;
  return isNode(key) ? key : null;
}

function ancestorsOf(node: Node, { parents }: Source): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (let up = parents.get(node); up !== undefined; up = parents.get(up)) found.add(up);
  return found;
}

/** The block, or the program, that a declaration holds in. */
const scopeOf = (node: Node, source: Source): Node =>
  [...ancestorsOf(node, source)].find(({ type }) => type === 'BlockStatement' || type === 'Program') ?? node;
