import { describe, expect, it } from 'vitest';
import { readCron } from './cron';

const next = (words: string, after: string): string | null => {
  const schedule = readCron(words);
  if (!schedule.ok) throw new Error(schedule.message.en);
  const time = schedule.next(Date.parse(after));
  return time === null ? null : new Date(time).toISOString();
};
const refused = (words: string): string => {
  const schedule = readCron(words);
  return schedule.ok ? 'read' : schedule.message.en;
};

describe('cron words', () => {
  it('name moments in UTC, the one given left out', () => {
    expect(next('0 3 * * *', '2026-01-01T02:59:59.999Z')).toBe('2026-01-01T03:00:00.000Z');
    expect(next('0 3 * * *', '2026-01-01T03:00:00.000Z')).toBe('2026-01-02T03:00:00.000Z');
    expect(next('30 */6 * * 1-5', '2026-01-02T18:30:00Z')).toBe('2026-01-05T00:30:00.000Z');
    expect(next('@monthly', '2024-02-10T00:00:00Z')).toBe('2024-03-01T00:00:00.000Z');
    expect(next('0 0 29 2 *', '2026-01-01T00:00:00Z')).toBe('2028-02-29T00:00:00.000Z');
  });

  it('may name a day that never comes', () => {
    expect(next('0 0 30 2 *', '2026-01-01T00:00:00Z')).toBeNull();
  });

  it('say why they cannot be read', () => {
    expect(refused('61 * * * *')).toBe(
      '“61 * * * *” is no schedule: “61” cannot be its minute, which goes from 0 to 59.',
    );
    expect(refused('nightly')).toBe('“nightly” is no schedule: it has 1 part, not five.');
    expect(refused('')).toContain('is no schedule');
    expect(refused('? * * * *')).toContain('depends on when it is read');
    expect(refused('2026-01-01T00:00:00')).toContain('not five');
    expect(refused('@sometimes')).toContain('is no schedule');
  });
});
