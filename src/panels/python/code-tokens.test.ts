import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeLanguage, tokensOf } from './code-tokens';

const shown = (code: string, language: CodeLanguage): string =>
  tokensOf(code, language)
    .flatMap(({ is, text }) => (is === 'plain' ? [] : [`${is} ${text}`]))
    .join(' | ');

describe('code in pieces', () => {
  it.each([
    ['import numpy as np', 'keyword import | keyword as'],
    ['x = fit(a, n=1.5e-3)  # why "not"', 'call fit | number 1.5e-3 | comment # why "not"'],
    ['df["a # \\"b\\""] = None', 'string "a # \\"b\\"" | keyword None'],
    ['name_2 = values.map({"참": 1.0})', 'call map | string "참" | number 1.0'],
  ])('tells %j of Python apart', (code, pieces) => expect(shown(code, 'python')).toBe(pieces));

  it.each([
    [
      `SELECT AVG("from") FROM rows WHERE a = 'it''s' -- all`,
      "keyword SELECT | call AVG | keyword FROM | keyword WHERE | string 'it''s' | comment -- all",
    ],
  ])('tells %j of SQL apart', (code, pieces) => expect(shown(code, 'sql')).toBe(pieces));

  it('loses nothing of it, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom<CodeLanguage[]>('python', 'sql'),
        (code, language) => {
          expect(
            tokensOf(code, language)
              .map(({ text }) => text)
              .join(''),
          ).toBe(code);
        },
      ),
    );
  });
});
