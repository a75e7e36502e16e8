import { expect, it } from 'vitest';
import { cp949Decoder } from './cp949';

// Pairs from the Unicode Consortium's CP949 table.
it.each([
  [0x81, 0x41, '갂'],
  [0x8c, 0x63, '똠'],
  [0xa0, 0xfe, '좤'],
  [0xa1, 0x41, '좥'],
  [0xb0, 0xa1, '가'],
  [0xc6, 0x52, '힣'],
  [0xc8, 0xfe, '힝'],
  [0xca, 0xa1, '伽'],
])('reads %i %i', (lead, trail, character) => {
  expect(cp949Decoder().decode(Uint8Array.of(97, lead, trail, 98), true)).toBe(`a${character}b`);
});

it('reads the same wherever chunks end', () => {
  const bytes = Uint8Array.of(0x8c, 0x63, 0x2c, 0xb0, 0xa1, 0x81, 0x41);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const decoder = cp949Decoder();
    const text = decoder.decode(bytes.subarray(0, cut), false) + decoder.decode(bytes.subarray(cut), true);
    expect(text).toBe('똠,가갂');
  }
});
