import type { Plugin } from 'vite';

/** The modules of zod that make JSON Schema. */
const FILES = ['json-schema-processors', 'to-json-schema'];
const MAKES = new RegExp(`zod[\\\\/]v4[\\\\/]core[\\\\/](?:${FILES.join('|')})\\.js$`);
/** What holds on to them: every schema is made here. */
const SCHEMAS = /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/;

/** The built page and its workers make no JSON Schema (the command line does), and zod's schemas all hold on to it. */
export const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  apply: 'build',
  transform: {
    filter: { id: MAKES },
    handler: (code, id) => ({ code: leaveOut(code, id), map: null }),
  },
  buildEnd(failed) {
    const ids = [...this.getModuleIds()];
    if (failed !== undefined || !ids.some((id) => SCHEMAS.test(id))) return;
    const missing = FILES.filter((file) => !ids.some((id) => MAKES.test(id) && id.endsWith(`${file}.js`)));
    if (missing.length > 0) this.error(changed(`there is no zod/v4/core/${missing.join(', ')}.js`));
  },
});

/**
 * A module of the same exports as `code`, each of which throws once a schema is made by it. Fails where an export is
 * written in a way that is not known here, since it would be missing from the page.
 */
export function leaveOut(code: string, id: string): string {
  const names = [...code.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(([, name]) => name);
  const aliases = [...code.matchAll(/^export \{ \w+ as (\w+) \};/gm)].map(([, name]) => name);
  const statements = code.match(/^export\b/gm)?.length ?? 0;
  if (statements === 0 || statements !== names.length + aliases.length) {
    throw new Error(changed(`${id} has ${statements} exports, ${names.length + aliases.length} of a known form`));
  }
  const leftOut = "function leftOut() {\n  throw new Error('JSON Schema is left out of the page');\n}";
  const exports = [...names, ...aliases].map((name) => `make as ${name}`);
  return `${leftOut}\nconst make = () => leftOut;\nexport { ${exports.join(', ')} };`;
}

const changed = (how: string): string =>
  `zod's modules are not what scripts/without-json-schema.ts takes out of the page: ${how}. Mend it there, or drop it and count the first load.`;
