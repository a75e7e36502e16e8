import { Cron } from 'croner';
import { type Text, text } from '../../lib/text';
import { checkCron } from './cron-words';

/** A schedule out of cron words, in UTC, or why they cannot be read. */
export type Schedule =
  | {
      readonly ok: true;
      /** The first moment after `after` (milliseconds since 1970), or null where none comes. */
      next(after: number): number | null;
    }
  | { readonly ok: false; readonly message: Text };

/** Reads cron words: minute, hour, day of the month, month, day of the week, with seconds before them or not; or `@daily`. */
export function readCron(words: string): Schedule {
  const checked = checkCron(words);
  if (!checked.ok) return checked;
  try {
    const cron = new Cron(words.trim(), { utcOffset: 0, paused: true });
    return { ok: true, next: (after) => cron.nextRun(new Date(after))?.getTime() ?? null };
  } catch {
    return { ok: false, message: text(`“${words}” is no schedule.`, `“${words}” 일정을 읽을 수 없어요.`) };
  }
}
