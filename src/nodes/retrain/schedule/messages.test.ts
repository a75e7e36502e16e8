import { expect, it } from 'vitest';
import { worded } from '../../../testing/lib/worded';
import { sayOfSchedule, type scheduleWords } from './messages';

it('are worded in both languages', () => {
  expect(
    worded<typeof scheduleWords>({
      come: [sayOfSchedule('come', { at: '2026-01-05T00:00:00.000Z' })],
      next: [sayOfSchedule('next', { at: '2026-01-05T13:30:00.000Z' })],
      none: [sayOfSchedule('none')],
    }),
  ).toMatchInlineSnapshot(`
    [
      "come: 2026-01-05 00:00 UTC has come | 2026-01-05 00:00 UTC가 됨",
      "next: the next moment is 2026-01-05 13:30 UTC | 다음 시각은 2026-01-05 13:30 UTC",
      "none: no further moment comes | 다음 시각이 없음",
    ]
  `);
});
