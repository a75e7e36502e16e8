import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../src/nodes/catalog';
import { glossary } from '../src/nodes/glossary';

/** What people search by is theirs to spell: keywords, and the other names of commands. */
const SEARCHED_BY = /keywords: \[[^\]]*\]|(?:OTHER_NAMES|OWN_NAMES|TAB_NAMES)[^=]*= \{[^}]*\};|give\([^;]*?\(\) =>/g;
/** Code and comments are not shown. */
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;
/** Words read as missing, in whatever spelling a file has them. */
const READ_FROM_FILES = /MISSING_WORDS[\s\S]*?\];/g;

/** Names of columns that are recognised, likewise. */
const RECOGNISED = /(?<=[\s,([=:])\/(?![/*])[^\n/]*[가-힣][^\n/]*\/[a-z]*(?=[\s,;.)\]])/g;

const sources = [
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/fixtures\/|testing\/|\.test\.ts|nodes\/glossary\.ts/.test(path)),
  ...readdirSync('public/templates').map((name) => `public/templates/${name}`),
];

/** What is written in Korean, and whole strings of English that stand beside it. */
function shown(path: string): string {
  const source = readFileSync(path, 'utf8');
  return path.endsWith('.json')
    ? source
    : [SEARCHED_BY, COMMENTS, READ_FROM_FILES, RECOGNISED].reduce(
        (left, pattern) => left.replace(pattern, ' '),
        source,
      );
}

const isKorean = (pattern: string): boolean => /[가-힣]/.test(pattern);
const spellings = glossary.flatMap(({ name, refused }) =>
  refused.map((pattern) => ({ pattern: new RegExp(pattern, 'g'), instead: isKorean(pattern) ? name.ko : name.en })),
);
const findings = (path: string, source: string): string[] =>
  spellings.flatMap(({ pattern, instead }) =>
    [...source.matchAll(pattern)]
      // English words are in names of the code as well: what is shown is written as one of several words.
      .filter(({ 0: word, index }) => isKorean(word) || / \S* ?$/.test(source.slice(Math.max(0, index - 12), index)))
      .map(({ 0: word, index }) => `${path}: “${source.slice(Math.max(0, index - 12), index)}${word}” is ${instead}`),
  );

describe('the glossary', () => {
  it('has each term once, in both languages, with a sentence in each', () => {
    for (const language of ['en', 'ko'] as const) {
      const names = glossary.map(({ name }) => name[language].toLowerCase());
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
      expect(glossary.filter(({ means }) => !/^.{10,}\.$/.test(means[language]))).toEqual([]);
    }
    expect(glossary.filter(({ means }) => !/요[.]/.test(means.ko)).map(({ name }) => name.en)).toEqual([]);
  });

  it('leads to kinds that there are', () => {
    const ids = new Set(catalog.all.map(({ id }) => id));
    const named = glossary.flatMap(({ kinds, nearest }) => [...kinds, ...nearest]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('explains each term in words that it does not refuse', () => {
    const said = glossary.flatMap(({ name, means }) => [name.ko, means.ko]).join('\n');
    expect(findings('glossary', said)).toEqual([]);
  });

  it('is what everything that is shown is written in', () => {
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.flatMap((path) => findings(path, shown(path)))).toEqual([]);
    expect(findings('README.md', readFileSync('README.md', 'utf8').replace(/`[^`]*`|NA, N\/A[^;]*;/g, ''))).toEqual([]);
  });

  it.each([
    ['시험 데이터에서 쟀어요', '테스트 부분'],
    ['감지기가 울렸어요', '탐지기'],
    ['레이블이 없어요', '라벨'],
    ['페이지-힝클리가 찾았어요', 'Page-Hinkley'],
    ['실행 취소', '되돌리기'],
    ['모니터 창에서 재요', '윈도'],
  ])('refuses another spelling: %s', (sentence, instead) => {
    expect(findings('src/a.ts', sentence)).toEqual([expect.stringContaining(instead)]);
  });
});
