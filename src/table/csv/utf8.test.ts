import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWellFormed } from './utf8';

const decodes = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

it('agrees with the platform’s strict decoder on any bytes', () => {
  const telling = fc.constantFrom(0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0);
  const leads = fc.constantFrom(0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff);
  const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 9 });
  fc.assert(
    fc.property(
      ascii,
      fc.array(fc.oneof(telling, leads), { maxLength: 6 }),
      ascii,
      fc.nat(5),
      (head, list, tail, offset) => {
        const encoder = new TextEncoder();
        const whole = Uint8Array.from([...encoder.encode('x'.repeat(offset) + head), ...list, ...encoder.encode(tail)]);
        const bytes = whole.subarray(offset);
        expect(isWellFormed(bytes)).toBe(decodes(bytes));
      },
    ),
    { numRuns: 3_000 },
  );
});

it('accepts any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isWellFormed(new TextEncoder().encode(text))).toBe(true);
    }),
  );
});
