import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What goes round the compiled pipeline, and what to ask instead. */
const RULES: readonly { readonly pattern: RegExp; readonly ask: string; readonly where?: RegExp }[] = [
  { pattern: /\b(?:parseEnd|sourceOf|targetOf)\b/, ask: 'pipeline.wires, into or outOf: their ends are taken apart' },
  {
    pattern: /\.(?:from|to)\.(?:split|slice|indexOf)\(/,
    ask: 'pipeline.wires, into or outOf: their ends are taken apart',
  },
  { pattern: /\b(?:nodesById|createResolver|orderNodes)\b/, ask: 'pipeline.node, source or order' },
  { pattern: /new Map\([^)]*\bnodes\b[^)]*\.map\(/, ask: 'pipeline.node' },
  { pattern: /(?<!pipeline\.)\bnodes\.(?:find|findLast|findIndex)\(/, ask: 'pipeline.node' },
  { pattern: /\bedges\.(?:find|some|filter)\(.*\.(?:from|to) === /, ask: 'pipeline.into, outOf or wire' },
  {
    pattern: /(?:\b(?:spec|kind)\??|\))\??\.ports\b|\bportsOf\(/,
    ask: 'the compiled node: its inputs and outputs follow from its params',
    where: /^src\/(?!nodes\/contract\/)/,
  },
  {
    pattern: /'(?:ingest|prepare|train|serve|retrain)\.[a-z][a-z-]*'/,
    ask: "the kind's role or another of its traits: nobody outside nodes/ knows a kind by its id",
    where: /^src\/(?!nodes\/)/,
  },
  {
    pattern: /(?:\bspec\??|\))\??\.stage\b/,
    ask: "the kind's role: a stage says where it stands on the page",
    where: /^src\/(?:engine|worker|cli|store)\//,
  },
];

/** Parameters, and fields of options, that are a document. */
const GIVEN_A_DOCUMENT = /\b[a-z]\w*\??: PipelineDocument\b|\}: (?:Pick<)?PipelineDocument\b/g;
const LOOP = /^src\/(?:engine|registry|nodes)\/|^src\/worker\/(?:live-api|models-api|create-worker-api)\.ts$/;
/** Half of what it was before there was a pipeline to ask, rounded down: 32. */
const AT_MOST = 16;

const isProduct = (path: string): boolean =>
  /\.tsx?$/.test(path) &&
  !/\.test\.ts$|^src\/testing\/python\/|(?:^|\/)(?:fake-|example-|arbitrary-|scripted-|loop-document)/.test(path);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => isProduct(path) && !path.startsWith('src/graph/'));

function findings(path: string, source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, at) =>
      RULES.filter(({ pattern, where }) => (where?.test(path) ?? true) && pattern.test(line)).map(
        ({ ask }) => `${path}:${at + 1} ${line.trim()} → ask ${ask}`,
      ),
    );
}

describe('whoever asks how nodes hang together', () => {
  it('asks the compiled pipeline: outside graph/ nobody indexes nodes or takes a wire’s end apart', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((path) => findings(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ['src/editor/a.ts', 'const { nodeId } = parseEnd(edge.from);'],
    ['src/editor/b.ts', "const [id] = edge.from.split('.');"],
    ['src/engine/a.ts', 'const nodes = new Map(document.nodes.map((node) => [node.id, node]));'],
    ['src/panels/a.ts', 'const node = document.nodes.find((one) => one.id === id);'],
    ['src/panels/b.ts', 'const feeding = document.edges.find((edge) => edge.to === end);'],
    ['src/store/a.ts', "const isStream = node.kind === 'retrain.stream';"],
    ['src/editor/c.tsx', 'const count = spec.ports.inputs.length;'],
    ['src/panels/c.tsx', 'const ports = catalog.kind(node.kind)?.ports;'],
    ['src/panels/d.ts', 'const { inputs } = portsOf(spec, spec.parseParams({}));'],
    ['src/engine/b.ts', "if (spec?.stage !== 'train') return;"],
  ])('is refused otherwise: %s with %s', (path, line) => {
    expect(findings(path, line)).toHaveLength(1);
  });

  it('takes a document half as often as before, between the start of a live session and a promotion', () => {
    const given = files
      .filter((path) => LOOP.test(path))
      .flatMap((path) => (readFileSync(path, 'utf8').match(GIVEN_A_DOCUMENT) ?? []).map((what) => `${path} ${what}`));
    expect(given.length, given.join('\n')).toBeLessThanOrEqual(AT_MOST);
  });
});
