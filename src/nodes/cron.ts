import { Cron } from 'croner';
import { type Text, text } from '../lib/text';

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
  const fields = words.trim().split(/\s+/);
  const isNamed = fields.length === 1 && (fields[0] ?? '').startsWith('@');
  if (!isNamed && fields.length !== 5 && fields.length !== 6) {
    return bad(words, text(`it has ${fields.length} parts, not five`, `다섯 부분이 아니라 ${fields.length}부분입니다`));
  }
  if (words.includes('?')) {
    return bad(words, text('“?” depends on when it is read', '“?”는 읽는 시각에 따라 뜻이 달라집니다'));
  }
  try {
    const cron = new Cron(words.trim(), { utcOffset: 0, paused: true });
    return { ok: true, next: (after) => cron.nextRun(new Date(after))?.getTime() ?? null };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '').replace(/\.$/, '') : '';
    return bad(words, text(why, '값이 범위를 벗어났거나 형식이 다릅니다'));
  }
}

function bad(words: string, why: Text): Schedule {
  return {
    ok: false,
    message: text(`“${words}” is no schedule: ${why.en}.`, `“${words}” 일정을 읽을 수 없습니다: ${why.ko}.`),
  };
}
