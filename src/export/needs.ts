import type { Helper, Line, Use } from '../nodes/python/py';
import type { Needs } from './program';

/** What lines need before them: imports, and helpers, each after those that it needs itself and each name once. */
export function needs(lines: readonly Line[]): Needs {
  const imports = new Map<string, Needs['imports'][number]>();
  const helpers = new Map<string, Helper>();
  let fitted = false;
  const take = (use: Use): void => {
    if ('archive' in use) {
      fitted = true;
      return;
    }
    if (!('helper' in use)) {
      imports.set(JSON.stringify(use), use);
      return;
    }
    const { helper } = use;
    const known = helpers.get(helper.name);
    if (known !== undefined && known.source !== helper.source) throw new Error(`two helpers are called ${helper.name}`);
    if (known !== undefined) return;
    for (const each of helper.uses) take(each);
    helpers.set(helper.name, helper);
  };
  const walk = ({ code, body = [] }: Line): void => {
    for (const use of code.uses) take(use);
    for (const each of body) walk(each);
  };
  for (const line of lines) walk(line);
  return { imports: [...imports.values()], helpers: [...helpers.values()], fitted };
}
