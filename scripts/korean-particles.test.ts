import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PARTICLE } from '../src/lib/korean';

/** What is always read alike: bytes and percentages end in a vowel. */
const SAID_ALIKE = /\$\{(?:size|percent|wholePercent)\([^{}]*\)$/;
/** A particle of one form behind a word that is put in. */
const FIXED = /\}[”’"')]*(?:으로|로|이라고|라고|이에요|예요|이고|이라|[이가을를은는과와])(?![가-힣(])/g;
const EITHER = new RegExp(PARTICLE, 'g');
/** Such a word, whose particle `korean` or the page's words choose. */
const BEHIND_A_WORD = /\}[”’"')]*$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/fixtures\/|\.test\.ts|src\/lib\/korean\.ts/.test(path));

/** Where a sentence has one form for every word, or both for a word that is known. */
const findings = (path: string, source: string): string[] => {
  const fixed = [...source.matchAll(FIXED)]
    .filter(({ index }) => !SAID_ALIKE.test(source.slice(0, index)))
    .map(({ 0: word, index }) => `${path}: ${source.slice(Math.max(0, index - 20), index)}${word}`);
  const unread = [...source.matchAll(EITHER)].flatMap(({ 0: both, index }) => {
    const before = source.slice(0, index);
    const worded = path.startsWith('src/i18n/ko/') || before.slice(before.lastIndexOf('\n') + 1).includes('korean`');
    return worded && BEHIND_A_WORD.test(before) ? [] : [`${path}: ${before.slice(-20)}${both}`];
  });
  return [...fixed, ...unread];
};

describe('a particle behind a word that is put in', () => {
  it('is chosen by that word everywhere', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((path) => findings(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ['src/a.ts', `text(“It is gone.”, \`“\${name}”이 없어요.\`)`],
    ['src/a.ts', `text(“It is gone.”, \`“\${name}”이(가) 없어요.\`)`],
    ['src/i18n/ko/a.ts', "removed: '{name}를 지웠어요'"],
    ['src/i18n/ko/a.ts', "removed: '모델을(를) 지웠어요'"],
  ])('is refused in one form, and in both where nothing chooses: %s %s', (path, source) =>
    expect(findings(path, source)).toHaveLength(1),
  );

  it.each([
    ['src/a.ts', `text(“It is gone.”, korean\`“\${name}”이(가) 없어요.\`)`],
    ['src/a.ts', `\`\${size(bytes)}를 비웠어요\``],
    ['src/i18n/ko/a.ts', "removed: '{name}을(를) 지웠어요'"],
  ])('is taken where one chooses it: %s %s', (path, source) => expect(findings(path, source)).toEqual([]));
});
