import type { Needs } from './program';

/** The imports of a program, modules first, names by module, and what it reads of what was learned. */
export function importLines({ imports, fitted }: Pick<Needs, 'imports' | 'fitted'>): readonly string[] {
  const modules = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  for (const each of imports) {
    if ('as' in each) modules.set(each.module, each.as);
    else names.set(each.module, (names.get(each.module) ?? new Set()).add(each.name));
  }
  const lines = [
    ...[...modules].sort().map(([module, as]) => (module === as ? `import ${module}` : `import ${module} as ${as}`)),
    ...[...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([module, found]) => fromLine(module, [...found].sort())),
  ];
  return fitted ? [...lines, '', 'fitted = np.load("fitted.npz")'] : lines;
}

function fromLine(module: string, names: readonly string[]): string {
  const short = `from ${module} import ${names.join(', ')}`;
  return short.length <= 88 ? short : `from ${module} import (\n${names.map((name) => `    ${name},\n`).join('')})`;
}
