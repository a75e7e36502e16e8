import { describe, expect, it } from 'vitest';
import { finder } from './find-words';

const fit = (word: string, text: string) => finder(word)(text);

describe('finding a word', () => {
  it('tells how well a text fits', () => {
    expect(fit('scale', 'Scale')).toBe('whole');
    expect(fit('sca', 'Scale numbers')).toBe('start');
    expect(fit('num', 'Scale numbers')).toBe('word');
    expect(fit('umb', 'Scale numbers')).toBe('within');
    expect(fit('umx', 'Scale numbers')).toBeNull();
  });
  it.each([
    ['ㅈㄱㅎ', '정규화', 'whole'],
    ['ㅈㄱㅎ', '수치 정규화', 'word'],
    ['정ㄱ', '정규화', 'start'],
    ['ㄱㅎ', '정규화', 'within'],
    ['ㅈㄱㅎ', '정확도', null],
    ['ㅃ', '빠름', 'start'],
  ])('reads initial consonants: %s in %s', (word, text, found) => expect(fit(word, text)).toBe(found));
  it('takes signs of patterns as letters', () => {
    expect(fit('f1.', 'F1. score')).toBe('start');
    expect(fit('a+(b', 'a+(b)')).toBe('start');
    expect(fit('.*', 'anything')).toBeNull();
  });
  it('finds decomposed letters, as a Mac names files', () => {
    expect(fit('정규화'.normalize('NFD'), '정규화')).toBe('whole');
  });
});
