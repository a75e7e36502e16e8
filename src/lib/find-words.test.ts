import { describe, expect, it } from 'vitest';
import { finder, isMadeOf, squeezed } from './find-words';

const found = (word: string, text: string) => finder(word)(text);

describe('finding a word', () => {
  it('tells how well a text fits', () => {
    expect(found('scale', 'Scale')).toBe('whole');
    expect(found('sca', 'Scale numbers')).toBe('start');
    expect(found('num', 'Scale numbers')).toBe('word');
    expect(found('umb', 'Scale numbers')).toBe('within');
    expect(found('umx', 'Scale numbers')).toBeNull();
  });
  it.each([
    ['ㅈㄱㅎ', '정규화', 'whole'],
    ['ㅈㄱㅎ', '수치 정규화', 'word'],
    ['정ㄱ', '정규화', 'start'],
    ['ㄱㅎ', '정규화', 'within'],
    ['ㅈㄱㅎ', '정확도', null],
    ['ㅃ', '빠름', 'start'],
  ])('reads initial consonants: %s in %s', (word, text, how) => expect(found(word, text)).toBe(how));
  it('takes signs of patterns as letters', () => {
    expect(found('f1.', 'F1. score')).toBe('start');
    expect(found('a+(b', 'a+(b)')).toBe('start');
    expect(found('.*', 'anything')).toBeNull();
  });
  it('finds decomposed letters, as a Mac names files', () => {
    expect(found('정규화'.normalize('NFD'), '정규화')).toBe('whole');
  });
});

describe('a text without spaces', () => {
  it('is made of words', () => {
    expect(isMadeOf('다크모드', ['색', '모드', '다크'])).toBe(true);
    expect(isMadeOf('다크모', ['모드', '다크'])).toBe(true);
    expect(isMadeOf('다크밝기', ['모드', '다크'])).toBe(false);
    expect(isMadeOf('크모드', ['모드', '다크'])).toBe(false);
  });
  it('is compared without case', () => expect(squeezed(' Dark  Mode ')).toBe('darkmode'));
});
