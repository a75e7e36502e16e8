import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEVERAL } from '../src/testing/lib/agreement';

/** A figure in a sentence with its noun in the plural whatever the figure; and a plural made by hand. */
const LOOSE = [
  // A text's own word, as in `${part.en} rows`, is no figure, and the last form that plural() is given is right.
  new RegExp(
    `(?<!, \`)\\$\\{(?![^}]*\\b(?:en|ko)\\})(?:count\\([^}]*\\)|[\\w.]+(?: [+-] \\w+)?)\\} (?:[a-z]+ )?(?:${SEVERAL})\\b`,
  ),
  /=== 1 \? '[^']*' : '(?:e?s|rows|files|columns|values)'/,
];
/** Sentences to programmers, which nobody else reads. */
const BUG = /\bnew (?:Range|Type)?Error\(/;
/** Lines where what comes before the noun is a name. */
const NAMES = [/\$\{t\(/, /\$\{(?:where|name|id|named|value\.type|ctx\.nodeId)\} /];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('/i18n/'));

const findings = (path: string, source: string): string[] =>
  source
    .split('\n')
    .flatMap((line, at) =>
      LOOSE.some((pattern) => pattern.test(line)) && !BUG.test(line) && !NAMES.some((pattern) => pattern.test(line))
        ? [`${path}:${at + 1} ${line.trim()}`]
        : [],
    );

describe('figures in English sentences', () => {
  it('agree with their nouns: counted() and plural() of lib/figures say which form', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((path) => findings(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    'text(`The table has #{rows} rows.`, ``)',
    'text(`#{count(all)} labelled rows`, ``)',
    'text(`#{table.rows - 1} columns`, ``)',
    "text(`#{n} column#{n === 1 ? '' : 's'}`, ``)",
  ])('are found where they do not: %s', (line) =>
    expect(findings('src/a.ts', line.replaceAll('#', '$'))).toHaveLength(1),
  );
});
