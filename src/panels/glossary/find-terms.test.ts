import { describe, expect, it } from 'vitest';
import { glossary } from '../../nodes/glossary';
import { findTerms } from './find-terms';

const names = (query: string) => findTerms(glossary, query).map(({ name }) => name.en);

describe('finding a term', () => {
  it.each([
    ['drift', 'drift'],
    ['드리프트', 'drift'],
    ['ㅌㅈㄱ', 'detector'],
    ['감지기', 'detector'],
    ['모집단 안정성', 'PSI'],
    ['교차 검증', 'cross-validation'],
  ])('finds %s by either language, other spellings and initial consonants', (query, name) =>
    expect(names(query)[0]).toBe(name),
  );
  it('lists all of them for an empty query, each once', () => expect(names('')).toHaveLength(glossary.length));
  it('finds by what is meant too, behind those that are called so', () => {
    expect(names('unit')).toContain('RMSE');
    expect(names('label')[0]).toBe('label');
    expect(names('no such word')).toEqual([]);
  });
});
