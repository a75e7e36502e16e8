import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Doc comments that stand over nothing: behind code, over another doc comment, or last before a bracket closes. */
function strayComments(source: string): readonly string[] {
  const behindCode = /^.*\S.*\/\*\*\s.*$/gm;
  const overNothing = /\/\*\*\s(?:(?!\*\/)[\s\S])*\*\/\n?[ \t]*(?=\/\*\*\s|[)}\]])/g;
  return [...source.matchAll(behindCode), ...source.matchAll(overNothing)].map(
    ({ index, 0: found }) => `${source.slice(0, index).split('\n').length}: ${found.trim()}`,
  );
}

describe('doc comments', () => {
  it.each([
    '  edge: Edge /** Replaces the wire. */;',
    '  /** Tensors alive. */\n  /** The loop. */\n  live: Live;',
    '  nodeId: string;\n  /** Joins both sides. */\n}',
  ])('are seen astray in %j', (source) => expect(strayComments(source)).toHaveLength(1));

  it('stand over what they are about', () => {
    const files = ['src', 'e2e', 'perf', 'scripts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const astray = files
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('doc-comments.test.ts'))
      .flatMap((file) => strayComments(readFileSync(file, 'utf8')).map((found) => `${file}:${found}`));
    expect(astray).toEqual([]);
  });
});
