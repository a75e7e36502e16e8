import { describe, expect, it } from 'vitest';
import { spellingGroups } from './spellings';

/** Words with how many cells hold each. */
const groupsOf = (counts: Readonly<Record<string, number>>) =>
  spellingGroups(Object.keys(counts), Object.values(counts)).map((group) => group.join(' '));

describe('spellings of one value', () => {
  it.each([
    ['case', { Seoul: 40, SEOUL: 30, Busan: 50 }, ['Seoul SEOUL']],
    ['spaces and hyphens', { 'New York': 9, 'new-york': 5, newyork: 2, Boston: 3 }, ['New York new-york newyork']],
    ['width', { ＡＢＣ: 4, ABC: 9, DEF: 3 }, ['ＡＢＣ ABC']],
    ['a full stop at the end', { '>50K': 9, '>50K.': 7, '<=50K': 3 }, ['>50K >50K.']],
    ['a letter beside the word it begins', { yes: 9, no: 8, y: 2, n: 1 }, ['yes y', 'no n']],
    ['Korean and English', { 남: 9, 여: 8, M: 2, F: 1 }, ['남 M', '여 F']],
    ['both cases of a known pair', { Y: 50, y: 40, N: 30, n: 20 }, ['Y y', 'N n']],
    ['a slip of the shift key in a code', { A: 400, a: 3, B: 300 }, ['A a']],
  ])('differ by %s', (_, counts, groups) => expect(groupsOf(counts)).toEqual(groups));

  it.each([
    ['one-letter codes', { n: 40, o: 30, t: 20 }],
    ['two letters of one meaning', { y: 40, t: 30, n: 20 }],
    ['letters for two pairs', { o: 9, x: 8, y: 7, n: 6 }],
    ['codes where case counts', { a: 40, A: 30, b: 20, B: 10 }],
    ['codes where case counts, and one of them is rare', { a: 400, A: 300, b: 200, B: 2 }],
    ['symbols of two letters where case counts', { Co: 40, CO: 30, No: 20, NO: 10 }],
    ['digits', { 1: 4, 2: 3, '1-2': 2, 12: 9 }],
    ['grades', { A: 9, 'A-': 8, 'A+': 7, B: 6, 'B-': 5 }],
    ['signs', { '-1': 9, 1: 8, '+': 7, '-': 6 }],
    ['ranges', { '1-10': 9, '11-0': 8, 110: 7 }],
    ['Korean single letters', { 가: 9, 나: 8, 다: 7, 네: 6 }],
    ['points of the compass, of which one is a word for men', { 동: 9, 서: 8, 남: 7, 북: 6 }],
    ['a cross that is neither', { yes: 9, no: 8, x: 7 }],
  ])('are not seen in %s', (_, counts) => expect(groupsOf(counts)).toEqual([]));
});
