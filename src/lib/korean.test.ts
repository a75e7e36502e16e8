import { describe, expect, it } from 'vitest';
import { following, korean } from './korean';

const says = (word: string, either: string): string => word + following(word, either);

describe('a particle', () => {
  it.each([
    ['표', '을(를)', '표를'],
    ['모델', '을(를)', '모델을'],
    ['모델', '(으)로', '모델로'],
    ['값', '(으)로', '값으로'],
    ['노드', '(으)로', '노드로'],
    ['챔피언', '이(가)', '챔피언이'],
    ['도전자', '이(가)', '도전자가'],
    ['정확도', '은(는)', '정확도는'],
    ['범주', '이에요(예요)', '범주예요'],
    ['텍스트', '과(와)', '텍스트와'],
    ['참', '(이)라고', '참이라고'],
  ] as const)('follows the last letter of %s', (word, either, said) => expect(says(word, either)).toBe(said));

  it.each([
    ['0', '이(가)', '0이'],
    ['1', '(으)로', '1로'],
    ['3', '(으)로', '3으로'],
    ['버전 12', '을(를)', '버전 12를'],
    ['v7', '이(가)', 'v7이'],
    ['0.10', '(으)로', '0.10으로'],
    ['0.8125', '(으)로', '0.8125로'],
    ['1,000', '을(를)', '1,000을'],
    ['1,000,000,000,000', '을(를)', '1,000,000,000,000를'],
    ['12.5 %', '이(가)', '12.5 %가'],
  ] as const)('follows a number as it is read: %s', (word, either, said) => expect(says(word, either)).toBe(said));

  it.each([
    ['RMSE', '을(를)', 'RMSE를'],
    ['CSV', '(으)로', 'CSV로'],
    ['URL', '(으)로', 'URL로'],
    ['URL', '을(를)', 'URL을'],
    ['ADWIN', '이(가)', 'ADWIN이'],
    ['DDM', '(으)로', 'DDM으로'],
    ['R²', '은(는)', 'R²은'],
    ['label', '을(를)', 'label을'],
    ['data.file', '(으)로', 'data.file로'],
    ['income', '은(는)', 'income은'],
    ['petal_width', '은(는)', 'petal_width는'],
    ['WindSpeed', '은(는)', 'WindSpeed는'],
    ['target', '을(를)', 'target을'],
    ['rate', '을(를)', 'rate를'],
    ['group', '이(가)', 'group이'],
    ['x', '은(는)', 'x는'],
  ] as const)('follows Latin letters as Korean says them: %s', (word, either, said) =>
    expect(says(word, either)).toBe(said),
  );

  it.each([
    ['평균 제곱근 오차(RMSE)', '을(를)', '평균 제곱근 오차(RMSE)를'],
    ['“꽃잎 너비”', '이(가)', '“꽃잎 너비”가'],
    ['“꽃(잎)”', '이(가)', '“꽃(잎)”이'],
    ['“집”', '(으)로', '“집”으로'],
  ] as const)('passes over quotes and what stands in brackets: %s', (word, either, said) =>
    expect(says(word, either)).toBe(said),
  );

  it('shows both its forms behind what nobody can read aloud', () => {
    expect(says('→', '이(가)')).toBe('→이(가)');
    expect(says('', '을(를)')).toBe('을(를)');
    expect(says('データ', '(으)로')).toBe('データ(으)로');
  });
});

describe('a sentence', () => {
  it('agrees with each word in it, through quotes and brackets of its own', () => {
    expect(korean`“${'표'}”은(는) “${'모델'}”(으)로 가요.`).toBe('“표”는 “모델”로 가요.');
    expect(korean`값(${'a, b'})이(가) ${3}이에요(예요).`).toBe('값(a, b)이 3이에요.');
  });
  it('agrees with what stands before a word that is left empty', () => {
    expect(korean`키${''}이(가) 두 번 있어요.`).toBe('키가 두 번 있어요.');
  });
  it('leaves what a person wrote as it is', () => {
    expect(korean`“${'을(를)의 값'}”을(를) 봐요.`).toBe('“을(를)의 값”을 봐요.');
    expect(korean`${'a'}${'이(가)'} 열`).toBe('a이(가) 열');
  });
});
