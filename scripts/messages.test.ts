import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What reads something out of a sentence, or tells two apart by their words. */
const READS = [
  /\.(?:en|ko)(?:\)|\])? (?:===|!==|==|!=) /,
  /(?:===|!==) [\w.?[\]]+\.(?:en|ko)\b/,
  /\.(?:en|ko)\.(?:replace|replaceAll|match|matchAll|search|split|startsWith|endsWith|includes|indexOf)\(/,
  /\.(?:test|exec)\([\w.?[\]]+\.(?:en|ko)\)/,
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path));

const findings = (path: string, source: string): string[] =>
  source
    .split('\n')
    .flatMap((line, at) =>
      READS.some((pattern) => pattern.test(line)) && !line.includes('typeof')
        ? [`${path}:${at + 1} ${line.trim()}`]
        : [],
    );

describe('sentences', () => {
  it('are never data: nothing is compared with one or read out of one, for messages have codes and args', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((path) => findings(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    'a.why.en === b.why.en',
    'if (before !== status.text.en) tell();',
    "const shape = status.text.en.replace(/\\d+/g, '#');",
    "reason.ko.startsWith('작동')",
    'PATTERN.test(event.reason.en)',
  ])('are refused as such: %s', (line) => {
    expect(findings('src/a.ts', line)).toHaveLength(1);
  });
});
