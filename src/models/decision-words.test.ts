import { describe, expect, it } from 'vitest';
import { decisionWords } from './decision-words';

const target = { name: 'sick', classes: ['no', 'yes'] };

describe('how a model decides, in words', () => {
  it('names the class and the probability it is said from', () => {
    expect(decisionWords({ target, decision: { positive: 'yes', threshold: 0.35 } })).toEqual({
      en: '“yes” from 0.35 on',
      ko: '0.35 이상이면 “yes”',
    });
  });

  it('does not say 1 of what is less', () => {
    const at = (threshold: number) => decisionWords({ target, decision: { positive: 'yes', threshold } })?.en;
    expect([at(0.9999726), at(0.12345), at(1), at(1 - 2 ** -53)]).toEqual([
      '“yes” from 0.99997 on',
      '“yes” from 0.1235 on',
      '“yes” from 1 on',
      '“yes” from 0.9999999999999999 on',
    ]);
  });

  it('names the column of groups and the threshold of each', () => {
    const groups = { column: 'sex', thresholds: { f: 0.4, m: 0.6 } };
    const said = decisionWords({ target, decision: { positive: 'yes', threshold: 0.5, groups } });
    expect(said?.en).toBe('“yes” from 0.5 on; by “sex”: f 0.4, m 0.6');
    expect(said?.ko).toContain('“sex” 값에 따라 f 0.4, m 0.6');
  });

  it('says the most probable of several classes, and nothing of a number', () => {
    expect(decisionWords({ target: { name: 'kind', classes: ['a', 'b', 'c'] }, decision: null })?.en).toBe(
      'the class of the greatest probability',
    );
    expect(decisionWords({ target: { name: 'price' }, decision: null })).toBeNull();
  });
});
