import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCron } from './cron-words';

/** What the library that the loop reckons with makes of the words. */
function reckoned(words: string): { ok: boolean; comes?: boolean } {
  try {
    const cron = new Cron(words, { utcOffset: 0, paused: true });
    return { ok: true, comes: cron.nextRun(new Date(0)) !== null };
  } catch {
    return { ok: false };
  }
}

function checked(words: string): { ok: boolean; comes?: boolean } {
  const check = checkCron(words);
  return check.ok ? { ok: true, comes: check.comes } : { ok: false };
}

const value = (most: number) => fc.integer({ min: 0, max: most + 2 }).map(String);
const items = (one: fc.Arbitrary<string>, marks: readonly string[]) => {
  const plain = fc.oneof(
    { weight: 4, arbitrary: fc.constant('*') },
    { weight: 4, arbitrary: one },
    fc.tuple(one, one).map(([from, to]) => `${from}-${to}`),
    fc.tuple(fc.constantFrom('*', '0', '', '1-9', '5-70'), value(61)).map(([from, step]) => `${from}/${step}`),
  );
  const marked = fc.tuple(plain, fc.constantFrom('', '', '', ...marks)).map((both) => both.join(''));
  return fc.array(marked, { minLength: 1, maxLength: 2 }).map((list) => list.join(','));
};
const DAY_MARKS = ['W', 'L'];
const WEEKDAY_MARKS = ['#1', '#5', '#6', '#L', 'L', 'W'];
const pattern = fc.tuple(
  items(value(59), []),
  items(value(23), ['L']),
  fc.oneof({ weight: 3, arbitrary: items(value(31), DAY_MARKS) }, fc.constantFrom('L', 'LW', 'L,3', '31W', 'L,')),
  items(fc.oneof(value(12), fc.constantFrom('feb', 'APR', 'sept')), []),
  items(fc.oneof(value(7), fc.constantFrom('sun', 'Fri', 'monday')), WEEKDAY_MARKS),
);

describe('cron words', () => {
  it('can be read where the loop can reckon with them, and come where it finds a moment', () => {
    fc.assert(
      fc.property(pattern, (parts) => {
        const words = parts.join(' ');
        expect(checked(words)).toEqual(reckoned(words));
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });

  it.each([
    '0 3 * * 1-5',
    '*/15 0 3 * * *',
    '0 0 29 2 *',
    '0 0 31 4 *',
    '0 0 30 feb *',
    '0 0 31 4,6 mon',
    '0 0 * * fri-sun',
    '0 0 * * sun-tue',
    '0 0 1 * +1#2',
    '0 0 8 * +1#2',
    '0 0 22 2 +5L',
    '0 0 21 2 +5L',
    '0 0 * * friL',
    '0 0 * * mon#2',
    '0 0 * * +',
    '0-70/50 * * * *',
    '0 0 15W * *',
    '0 0 31W 4 *',
    '@daily',
    '@Weekly',
    '@reboot',
    '60 * * * *',
    '5/10 * * * *',
    '1,,2 * * * *',
    '-1 * * * *',
    'a b c d e',
  ])('are judged as the loop judges them: %s', (words) => {
    expect(checked(words)).toEqual(reckoned(words));
  });

  it('says which part is wrong, and what it may be', () => {
    expect(checkCron('99 * * * *')).toMatchObject({
      message: { en: '“99 * * * *” is no schedule: “99” cannot be its minute, which goes from 0 to 59.' },
    });
    expect(checkCron('* * *')).toMatchObject({ ok: false });
    expect(checkCron('0 0 ? * *')).toMatchObject({ ok: false });
    expect(checkCron('2026-01-01T10:00 1 1 1 1')).toMatchObject({ ok: false });
  });
});
