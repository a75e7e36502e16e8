import type { Helper, Line, Use } from '../nodes/python/py';
import type { Program } from './program';

/** What lines need before them: imports in the usual order, and helpers, each after those that it needs itself. */
export function needs(lines: readonly Line[]): Pick<Program, 'imports' | 'helpers'> {
  const imports = new Map<string, Exclude<Use, { helper: Helper }>>();
  const helpers = new Map<string, Helper>();
  const take = (use: Use): void => {
    if (!('helper' in use)) {
      imports.set(JSON.stringify(use), use);
      return;
    }
    const { helper } = use;
    if (helpers.has(helper.name)) return;
    for (const each of helper.uses) take(each);
    helpers.set(helper.name, helper);
  };
  const walk = ({ code, body = [] }: Line): void => {
    for (const use of code.uses) take(use);
    for (const each of body) walk(each);
  };
  for (const line of lines) walk(line);
  return { imports: [...imports.values()], helpers: [...helpers.values()] };
}
