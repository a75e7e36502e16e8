import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The one file that may: what it makes says in its place where it cannot be loaded. */
const HOME = 'src/ui/parts/lazy-part.tsx';

const importsLazy = (code: string): boolean => /import[^;]*\blazy\b[^;]*from 'react'|\bReact\.lazy\b/.test(code);

it('no component is fetched late but by lazyPart', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => join('src', file));
  expect(files.filter((file) => importsLazy(readFileSync(file, 'utf8')))).toEqual([HOME]);
});
