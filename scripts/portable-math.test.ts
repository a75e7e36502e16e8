import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Where what a person gets is computed: the same bits in every engine. */
const FOLDERS = ['lib', 'stats', 'table', 'models', 'nodes', 'serving', 'engine', 'registry', 'lake', 'application'];

/** Functions whose last bits the standard leaves to each engine; sqrt, fround, trunc and their like are exact. */
const LOOSE =
  /\bMath\s*(?:\.|\[\s*['"])\s*(?:exp|expm1|log|log1p|log2|log10|pow|sinh?|cosh?|tanh?|asinh?|acosh?|atanh?|atan2|cbrt|hypot)\b/g;
/** Taken out of Math by a name of their own. */
const TAKEN = /\{[^{}]*\}\s*=\s*Math\b/g;
/** A power, but for one of two numbers that are written out: that one is worked out once, and tested to be exact. */
const POWER = /(?<!\b2 )\*\*(?!\*)|\b2 \*\* (?!-?\d+\b)/g;

/** Comments, templates and strings, whichever begins first. */
const TEXT = /\/\*[\s\S]*?\*\/|\/\/.*$|`(?:\\.|\$\{[^}]*\}|[^`\\])*`|'[^'\n]*'|"[^"\n]*"/gm;
/** What is put into a template, or a word, such as the name of a property. */
const CODE_IN_TEXT = /\$\{[^}]*\}|^(['"])\w+\1$|[\s\S]/g;

/** Lines of code that reach for arithmetic that differs between engines; what is said, and code as text, is passed over. */
function looseLines(source: string): readonly string[] {
  const code = source.replace(TEXT, (text) =>
    text.replace(CODE_IN_TEXT, (part) => (part.length > 1 ? part : part.replace(/[^\n]/, ' '))),
  );
  return [LOOSE, TAKEN, POWER].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(({ index, 0: found }) => `${code.slice(0, index).split('\n').length}: ${found}`),
  );
}

describe('arithmetic that engines round each in their own way', () => {
  it.each([
    'const y = Math.exp(x);',
    'xs.map(Math.log1p)',
    "Math['sin'](x)",
    'const { cos, PI } = Math;',
    'const y = x ** 2;',
    'const size = 2 ** level;',
    'x **= 2;',
    'Math.hypot(a, b)',
    "'a' + x ** 2 + 'b'",
    `const text = \`y \${x ** 2}\`;`,
  ])('is seen in %j', (source) => expect(looseLines(source)).toHaveLength(1));

  it.each([
    'Math.sqrt(x) + Math.round(Math.PI)',
    '2 ** 20',
    '2 ** -1022',
    '// x ** 2',
    '/* Math.exp */',
    'Math.expected',
    "// it isn't x ** 2",
    'const python = `x ** 2`;',
    "const python = 'x ** 2';",
    `py\`\${rate} ** (\${epoch} // \${every})\``,
  ])('is not seen in %j', (source) => expect(looseLines(source)).toEqual([]));

  it('reaches no result: lib/portable-math takes its place', () => {
    const loose = FOLDERS.flatMap((folder) =>
      readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
        .flatMap((name) =>
          looseLines(readFileSync(join('src', folder, name), 'utf8')).map((at) => `${folder}/${name}:${at}`),
        ),
    );
    expect(loose).toEqual([]);
  });
});
