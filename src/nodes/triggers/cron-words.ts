import { counted } from '../../lib/figures';
import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';

/** Whether cron words can be read, and whether a day that they name ever comes. */
export type CronCheck = { readonly ok: true; readonly comes: boolean } | { readonly ok: false; readonly message: Text };

interface Field {
  readonly name: Text;
  readonly least: number;
  readonly most: number;
  readonly values: number;
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAYS_AT_MOST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const NAMED = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/i;

const SECOND: Field = { name: text('second', '초'), least: 0, most: 59, values: 60 };
const MINUTE: Field = { name: text('minute', '분'), least: 0, most: 59, values: 60 };
const HOUR: Field = { name: text('hour', '시'), least: 0, most: 23, values: 24 };
const DAY: Field = { name: text('day of the month', '일'), least: 1, most: 31, values: 31 };
const MONTH: Field = { name: text('month', '월'), least: 1, most: 12, values: 12, names: MONTHS };
const WEEKDAY: Field = { name: text('day of the week', '요일'), least: 0, most: 7, values: 7, names: WEEKDAYS };

/** Checks cron words without the library that reckons with them, which the page does not need. */
export function checkCron(words: string): CronCheck {
  const parts = words.trim().split(/\s+/);
  const [first = ''] = parts;
  if (parts.length === 1 && first.startsWith('@')) {
    return NAMED.test(first) ? { ok: true, comes: true } : bad(words, text('no such name', '그런 이름이 없어요'));
  }
  if (parts.length !== 5 && parts.length !== 6) {
    return bad(
      words,
      text(`it has ${counted(parts.length, 'part')}, not five`, `다섯 부분이 아니라 ${parts.length}부분이에요`),
    );
  }
  if (words.includes('?')) {
    return bad(words, text('“?” depends on when it is read', '“?”는 읽는 시각에 따라 뜻이 달라져요'));
  }
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] =
    parts.length === 5 ? ['0', ...parts] : parts;
  const isLast = (item: string): boolean => /^L$/i.test(item);
  const days = /^LW$/i.test(day) ? ['L'] : day.split(',');
  const numbered = days.filter((item) => !isLast(item)).map((item) => item.replace(/^(\d+)W$/i, '$1'));
  const both = weekday.startsWith('+');
  const weekdays = (both ? weekday.slice(1) : weekday).split(',');
  const bare = weekdays.map((item) => item.replace(/(?:#(?:0*[1-5]|L)|L)$/i, ''));
  const plain = weekdays.map((item, at) => (item !== bare[at] && bare[at] === '*' ? item : (bare[at] ?? '')));
  const read: readonly (readonly [Field, readonly string[]])[] = [
    [SECOND, second.split(',')],
    [MINUTE, minute.split(',')],
    [HOUR, hour.split(',')],
    [DAY, numbered],
    [MONTH, month.split(',')],
    [WEEKDAY, plain],
  ];
  const sets = read.map(([field, items]) => items.map((item) => ({ field, item, set: valuesOf(field, item) })));
  const wrong = sets.flat().find(({ set }) => set === null);
  if (wrong !== undefined) return bad(words, mistake(wrong.field, wrong.item));
  const valuesIn = (at: number): readonly number[] => (sets[at] ?? []).flatMap(({ set }) => set ?? []);
  const isEither = weekdays.join() !== '*' && numbered.join() !== '*' && !both;
  if (isEither || days.some(isLast)) return { ok: true, comes: true };
  const isNth = (dayOfMonth: number, length: number): boolean =>
    day.toUpperCase().includes('W') || weekdays.some((item) => mayBe(item, dayOfMonth, length));
  const comes = valuesIn(4).some((one) => {
    const length = DAYS_AT_MOST[one - 1] ?? 31;
    return valuesIn(3).some((dayOfMonth) => dayOfMonth <= length && isNth(dayOfMonth, length));
  });
  return { ok: true, comes };
}

/** The values that one item of a field stands for, or null where it cannot be read. */
function valuesOf({ least, most, values, names = [] }: Field, item: string): readonly number[] | null {
  const named = names.length === 0 ? '' : `|${names.join('|')}`;
  const shape = new RegExp(`^(?:\\*|(\\d+${named})(?:-(\\d+${named}))?)(?:/(\\d+))?$`, 'i').exec(item);
  if (shape === null) return null;
  const [, from, to, step] = shape;
  const value = (word: string): number => {
    const at = names.indexOf(word.toLowerCase());
    return at < 0 ? Number(word) : at + least;
  };
  const begin = from === undefined ? least : value(from);
  // A week that is written to end on Sunday ends after Saturday.
  const end =
    from === undefined ? least + values - 1 : to === undefined ? begin : to.toLowerCase() === 'sun' ? 7 : value(to);
  const by = step === undefined ? 1 : Number(step);
  if (step !== undefined && (by < 1 || by > values || (from !== undefined && to === undefined))) return null;
  const last = begin + Math.floor((end - begin) / by) * by;
  if (begin < least || end < begin || last > most) return null;
  return Array.from({ length: (last - begin) / by + 1 }, (_, at) => begin + at * by);
}

/** Whether a day of the month can be the weekday that an item counts (`1#2`, the second Monday; `5L`, the last Friday). */
function mayBe(item: string, dayOfMonth: number, length: number): boolean {
  if (/L$/i.test(item)) return dayOfMonth > (length === 29 ? 28 : length) - 7;
  const nth = /#0*(\d)$/.exec(item)?.[1];
  return nth === undefined || Math.ceil(dayOfMonth / 7) === Number(nth);
}

const mistake = ({ name, least, most }: Field, item: string): Text =>
  text(
    `“${item}” cannot be its ${name.en}, which goes from ${least} to ${most}`,
    korean`“${item}”은(는) ${name.ko} 자리에 쓸 수 없어요. ${least}부터 ${most}까지 쓸 수 있어요`,
  );

function bad(words: string, why: Text): CronCheck {
  return {
    ok: false,
    message: text(`“${words}” is no schedule: ${why.en}.`, `“${words}” 일정을 읽을 수 없어요: ${why.ko}.`),
  };
}
