import { describe, expect, it } from 'vitest';
import { cut, cutStrings, LONGEST } from './cut-strings';

const long = '가나다 '.repeat(100_000);

describe('what is shown of long strings', () => {
  it('is their beginning, wherever they lie', () => {
    const given = {
      rows: [
        ['a', long],
        [null, { text: long, n: 3 }],
      ],
      numbers: [1, 2],
      bytes: Uint8Array.of(1),
    };
    const shown = cutStrings(given);
    expect(JSON.stringify(shown).length).toBeLessThan(2 * LONGEST + 200);
    expect(shown.rows[0]).toEqual(['a', `${long.slice(0, LONGEST)}…`]);
    expect(shown.bytes).toBe(given.bytes);
    expect(given.rows[0]?.[1]).toBe(long);
  });

  it('is the same value where none is too long', () => {
    const given = { cells: [['a'], ['b', null]], at: { x: 1 } };
    expect(cutStrings(given)).toBe(given);
  });

  it('never ends in half a character', () => {
    expect(cut(`a${'😀'.repeat(LONGEST)}`)).not.toMatch(/[\ud800-\udbff]…/);
    expect(cut('x'.repeat(LONGEST))).toHaveLength(LONGEST);
  });
});
