import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const importsLazy = (code: string): boolean => /import[^;]*\blazy\b[^;]*from 'react'|\bReact\.lazy\b/.test(code);

// A `lazyPart` says in its place where it cannot be loaded, and is shown as soon as it is there.
it('no component is fetched late by React’s own lazy', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => join('src', file));
  expect(files.filter((file) => importsLazy(readFileSync(file, 'utf8')))).toEqual([]);
});
